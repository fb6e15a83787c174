import { z } from 'zod';

import { AMOUNT } from '#src/contract/finding';
import { LIKELY, STOCK, USUAL, SPRINT_FIGURES } from '#src/contract/sprint/sprint';

/** Where an issue of a started sprint stands. */
export const SPRINT_ISSUE = z.object({
  id: z.string(),
  key: z.string(),
  list: z.enum(['completed', 'completed-outside', 'not-completed', 'removed']),
  wasAdded: z.boolean(),
  estimateAtStart: AMOUNT.nullable(),
  estimateAtEnd: AMOUNT.nullable(),
  /** Whether it has been in a sprint that closed before this one started. */
  isCarriedIn: z.boolean(),
  isFlagged: z.boolean(),
  /** Days since work on it began; null when it did not begin, or it is done. */
  ageDays: z.number().nonnegative().nullable(),
  /** Whether it is older than 85 of 100 of the team's done issues became. */
  isAgeing: z.boolean(),
});

/** A figure of this sprint beside the team's own past; null without history. */
const BESIDE = z.object({ now: STOCK, usual: USUAL.nullable() });

/** A sprint that runs. */
export const SPRINT_FOLLOW_UP = z.object({
  state: z.literal('active'),
  /** `as-usual`, or what differs most from this team's past; `no-history` when there is none to compare with. */
  verdict: z.enum(['as-usual', 'behind', 'scope-grew', 'ahead', 'no-history']),
  committed: STOCK,
  added: BESIDE,
  removed: BESIDE,
  carriedIn: BESIDE,
  delivered: STOCK,
  remaining: STOCK,
  /** The share of the sprint's time that has passed, 0 to 1. */
  elapsed: z.number().min(0).max(1),
  /** The team's 85th percentile of days from the start of work to done; null with fewer than ten done issues. */
  ageLimitDays: z.number().positive().nullable(),
  /** Delivered so far by share of time: steps, in time order, the last one at `elapsed`. */
  course: z.array(z.object({ at: z.number().min(0).max(1), amount: AMOUNT })).readonly(),
  /** What was usually delivered by then, from past sprints: eleven points at 0, 0.1 … 1; null with too little history. */
  fan: z
    .array(LIKELY.extend({ at: z.number().min(0).max(1) }))
    .readonly()
    .nullable(),
  issues: z.array(SPRINT_ISSUE).readonly(),
});

/** A sprint that is over. */
export const SPRINT_OUTCOME = z.object({
  state: z.literal('closed'),
  figures: SPRINT_FIGURES,
  /** The other sprints' ranges for delivered, added and carried over; null without others. */
  usual: z.object({ delivered: USUAL, added: USUAL, carriedOver: USUAL }).nullable(),
  issues: z.array(SPRINT_ISSUE).readonly(),
});
