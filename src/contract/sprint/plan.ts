import { z } from 'zod';

import { AMOUNT, FINDING } from '#src/contract/finding';
import { LIKELY, PROBABILITY, STOCK, USUAL } from '#src/contract/sprint/sprint';

/** What serves a sprint's goal: the issues below an epic, or those with a label. */
export const SERVES = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('epic'), epicId: z.string().max(20) }),
  z.object({ kind: z.literal('label'), label: z.string().min(1).max(255) }),
]);

/**
 * What people say about one sprint, once for all who look: days of the team that are missing in it, and what serves its goal.
 * `version` 0 while nobody said anything.
 */
export const SPRINT_NOTES = z.object({
  version: z.number().int().nonnegative(),
  /** People who work in the sprint; null while nobody said. */
  people: z.number().int().min(1).max(200).nullable(),
  /** Person-days off: holidays, days off, part time. */
  daysOff: z.number().min(0).max(2_000),
  serves: SERVES.nullable(),
  /** An account id and an ISO 8601 instant; null at version 0. */
  by: z.string().nullable(),
  at: z.string().nullable(),
});

/** An issue planned in the sprint, in rank order. */
export const PLANNED_ISSUE = z.object({
  id: z.string(),
  key: z.string(),
  estimate: AMOUNT.nullable(),
  isReady: z.boolean(),
  isFlagged: z.boolean(),
  /** Whether it has been in a sprint that is closed by now. */
  isCarriedIn: z.boolean(),
  findings: z.array(FINDING).readonly(),
  assigneeId: z.string().nullable(),
  parentId: z.string().nullable(),
  labels: z.array(z.string()).readonly(),
  /** null until somebody chose what serves the goal. */
  servesGoal: z.boolean().nullable(),
});

export const GOAL = z.object({
  /**
   * `none`: empty. `list`: names issues or tasks rather than what will be different. `vague`: says nothing that could be seen to be
   * reached. `outcome`: says what somebody can do or what will be so.
   */
  verdict: z.enum(['none', 'list', 'vague', 'outcome']),
  /** What serves it, as a share of the planned amount (of items where nothing is estimated); null until somebody chose. */
  servedShare: PROBABILITY.nullable(),
});

/** Readiness of a sprint that has not started. */
export const SPRINT_PLAN = z.object({
  state: z.literal('future'),
  /** `nothing-planned`, then what matters most: stories that are not ready, too much, or neither. */
  verdict: z.enum([
    'nothing-planned',
    'not-ready',
    'too-much',
    'not-ready-and-too-much',
    'ready',
    'no-history',
  ]),
  planned: STOCK,
  ready: STOCK,
  withoutEstimate: z.number().int(),
  /** Keys, in rank order. */
  blocked: z.array(z.string()).readonly(),
  oversized: z.array(z.string()).readonly(),
  /** An issue and the issue it waits for that is planned after it. */
  blockedByLater: z.array(z.object({ key: z.string(), blockerKey: z.string() })).readonly(),
  /** Who holds more than 40 % of the planned amount; null when nobody does. Never shown as a ranking. */
  oneHolder: z.object({ accountId: z.string(), share: PROBABILITY }).nullable(),
  goal: GOAL,
  /** The share of the usual that the team is there for: 1 when nobody said otherwise. */
  availability: z.number().positive(),
  /** null with too little history. Nothing planned is delivered for certain. */
  odds: z
    .object({
      likely: LIKELY,
      /** Twenty equally likely amounts, ascending. */
      dots: z.array(AMOUNT).length(20).readonly(),
      /** That at least 80 % of what is planned is delivered. */
      chance: PROBABILITY,
      isOverCommitted: z.boolean(),
      /** The most that can be planned for an even chance; null when no amount is too large by what is known of the team. */
      evenAt: AMOUNT.nullable(),
    })
    .nullable(),
  /** The lowest-ranked issues whose removal gives an even chance, from the bottom; empty when the chance is even or better. */
  takeOut: z.object({ keys: z.array(z.string()).readonly(), amount: AMOUNT, chance: PROBABILITY.nullable() }),
  /** Past sprints planned about as large (within a fifth) and what they delivered; null without any. */
  alike: z.object({ planned: USUAL, delivered: USUAL }).nullable(),
  /** How much scope grew in past sprints; null without history. */
  growth: USUAL.nullable(),
  issues: z.array(PLANNED_ISSUE).readonly(),
});
