import { z } from 'zod';

import { REGISTER, RISK_FIELDS } from '#src/contract/risk/register';

/** Keys are those of `suggestRisks`: a suggestion that is dismissed is not made again. */
export const DISMISS_SUGGESTION_REQUEST = z.object({ key: z.string().min(1).max(300) });
export const DISMISS_SUGGESTION_RESPONSE = z.object({
  /** The register after it, since the dismissal is an entry of its history. */
  register: REGISTER,
  settledKeys: z.array(z.string()),
});

const SUGGESTION = {
  /** The same as long as it is the same risk. */
  key: z.string(),
  /** What an accepted suggestion starts from; its title is the screen's. */
  draft: RISK_FIELDS.pick({ categoryId: true, probability: true, impact: true, issueIds: true }),
};

/** A risk that a board suggests, with what it was seen by. Amounts are in the answer's unit. */
export const SUGGESTED_RISK = z.discriminatedUnion('kind', [
  z.object({
    ...SUGGESTION,
    kind: z.literal('below-two-sprints'),
    evidence: z.object({
      boardId: z.number().int(),
      /** In sprints of demand. */
      runway: z.object({ p50: z.number(), p85: z.number(), isLowerBound: z.boolean() }),
      /** Ready from the top down to the first hole. */
      depth: z.object({ amount: z.number(), items: z.number().int() }),
    }),
  }),
  z.object({
    ...SUGGESTION,
    kind: z.literal('blocked-chain'),
    /** Issue ids. The root is the one for which all others wait; in a ring, all wait for each other. */
    evidence: z.object({
      boardId: z.number().int(),
      rootId: z.string(),
      blockedIds: z.array(z.string()),
      isRing: z.boolean(),
    }),
  }),
  z.object({
    ...SUGGESTION,
    kind: z.literal('one-person'),
    /** `share` is a fraction of `total`. */
    evidence: z.object({
      boardId: z.number().int(),
      sprintId: z.number().int(),
      accountId: z.string(),
      points: z.number(),
      total: z.number(),
      share: z.number(),
    }),
  }),
]);

/** Why a board suggests nothing; `no-jira`: Jira is not there, or does not answer. */
export const WHY_NO_SUGGESTIONS = z.enum(['no-board', 'no-jira', 'no-access', 'too-little-history']);

export const SUGGEST_RISKS_RESPONSE = z.discriminatedUnion('result', [
  z.object({
    result: z.literal('suggested'),
    boardId: z.number().int(),
    boardName: z.string(),
    unit: z.enum(['points', 'items']),
    /** ISO 8601 instant at which Jira was read. */
    asOf: z.string(),
    /** Those that were neither accepted nor dismissed. */
    suggestions: z.array(SUGGESTED_RISK),
    /** Keys of the issues that they speak of, by id. */
    issueKeys: z.record(z.string(), z.string()),
  }),
  z.object({
    result: z.literal('none'),
    boardId: z.number().int().nullable(),
    reason: WHY_NO_SUGGESTIONS,
  }),
]);

export type SuggestRisksAnswer = z.infer<typeof SUGGEST_RISKS_RESPONSE>;
export type SuggestedRisk = z.infer<typeof SUGGESTED_RISK>;
