import { z } from 'zod';

import { AMOUNT } from '#src/contract/finding';

export const SPRINT_ID = z.number().int().positive();

/** ISO 8601 instants; null where Jira has none. */
export const SPRINT = z.object({
  id: SPRINT_ID,
  name: z.string(),
  state: z.enum(['future', 'active', 'closed']),
  goal: z.string(),
  startDate: z.string().nullable(),
  endDate: z.string().nullable(),
  completeDate: z.string().nullable(),
});

/** An amount in the board's unit, and the number of issues in it. */
export const STOCK = z.object({ amount: AMOUNT, items: z.number().int() });

/** Where 70 % of cases lie, and the middle. */
export const LIKELY = z.object({ p15: AMOUNT, p50: AMOUNT, p85: AMOUNT });

export const PROBABILITY = z.number().min(0).max(1);

/** The smallest and the largest of a history, with the middle one; `sprints` is how many it rests on. */
export const USUAL = z.object({
  lowest: AMOUNT,
  middle: AMOUNT,
  highest: AMOUNT,
  sprints: z.number().int().positive(),
});

/** One sprint's figures, numbers only. Amounts are in the board's unit. */
export const SPRINT_FIGURES = z.object({
  sprintId: SPRINT_ID,
  startDate: z.string(),
  completeDate: z.string(),
  committed: STOCK,
  added: STOCK,
  removed: STOCK,
  /** Estimates at the end less those at the start; `items` is how many changed. */
  reestimated: z.object({ amount: z.number(), items: z.number().int() }),
  delivered: STOCK,
  outside: STOCK,
  carriedOver: STOCK,
  carriedIn: STOCK,
});

/** What the figures of past sprints rest on, oldest first, and what could not be had. `sprints` has exact figures alone. */
export const SPRINT_PAST = z.object({
  required: z.number().int(),
  sprints: z.array(SPRINT_FIGURES).readonly(),
  /** What the forecast rests on, oldest first, in the board's unit: exact or not, as `quality` says. Empty with too little of it. */
  delivered: z.array(z.object({ sprintId: z.number().int(), amount: AMOUNT })).readonly(),
  /** `approximate`: from how issues stand today, since the change logs were not read; `none`: too little history. */
  quality: z.enum(['exact', 'approximate', 'none']),
  /** Closed sprints that are still to be read from the change logs; 0 when all are kept. */
  unread: z.number().int().nonnegative(),
  /** Whether issues taken out of old sprints may be missing, because too many issues changed since. */
  removedMayBeMissing: z.boolean(),
  /** Issues that Jira did not show although they belong to these sprints. */
  unseen: z.number().int().nonnegative(),
});
