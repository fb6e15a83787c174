import { z } from 'zod';

import { CHECK_ID, SEVERITY } from '#src/contract/finding';
import { BOARD_ID } from '#src/contract/get-backlog-health';

const COUNT = z.number().int().nonnegative();
const SHARE = z.number().min(0).max(1);

/** Issues of closed sprints on one side of a check, and what became of them: one may count in several, and once in `troubled`. */
const SIDE = z.object({
  issues: COUNT,
  reestimated: COUNT,
  rewritten: COUNT,
  carriedOver: COUNT,
  dropped: COUNT,
  troubled: COUNT,
  /** Where the rate of trouble lies in 90 of 100 cases. */
  low: SHARE,
  high: SHARE,
});

/** `not-scored`: the check is about issues that no sprint starts with, or about the backlog as a whole. */
export const FLAG_VERDICT = z.enum([
  'earns-its-place',
  'consider-off',
  'in-between',
  'too-few',
  'not-scored',
]);

const SCORED_CHECK = z.object({
  check: CHECK_ID,
  isOn: z.boolean(),
  /** What the team set or, where it left that to the check, how grave the check is as it comes. */
  severity: SEVERITY,
  flagged: SIDE,
  unflagged: SIDE,
  verdict: FLAG_VERDICT,
  /** Probability that flagged issues get into trouble more often; null while one side is empty. */
  certainty: SHARE.nullable(),
});

export const GET_FLAG_RECORD_REQUEST = z.object({ boardId: BOARD_ID });

/**
 * How well a board's flags did in its closed sprints, as the viewer sees their issues. Each call reads what of them is not known yet,
 * as much as fits into one: to be called until `unread` is 0.
 */
export const GET_FLAG_RECORD_RESPONSE = z.object({
  board: z.object({ id: z.number().int(), name: z.string() }),
  /** Every check, in the order in which checks are listed. */
  checks: z.array(SCORED_CHECK).readonly(),
  sprints: z.object({
    /** Closed, and counted. */
    counted: COUNT,
    /** Frozen at their start, and still running. */
    running: COUNT,
    /** Closed, and still to be read. */
    unread: COUNT,
  }),
  /** ISO 8601 instant of the oldest start that counts; null while nothing is frozen. */
  since: z.string().nullable(),
  /** Whether the viewer may turn checks off; always false while none is to be turned off. */
  canChange: z.boolean(),
  isLicensed: z.boolean(),
});

export type GetFlagRecordRequest = z.infer<typeof GET_FLAG_RECORD_REQUEST>;
export type FlagRecordAnswer = z.infer<typeof GET_FLAG_RECORD_RESPONSE>;
export type ScoredCheckAnswer = z.infer<typeof SCORED_CHECK>;
export type FlagVerdictAnswer = z.infer<typeof FLAG_VERDICT>;
