import { z } from 'zod';

import { CHECK_ID } from '#src/contract/finding';
import { BOARD_ID } from '#src/contract/get-backlog-health';

const COUNT = z.number().int().nonnegative();

/** What became of a number of issues during a sprint. One issue may count in several. */
export const FATES = z.object({
  issues: COUNT,
  /** Their estimate changed while the sprint ran. */
  reestimated: COUNT,
  /** Their summary or description changed while the sprint ran. */
  rewritten: COUNT,
  carriedOver: COUNT,
  /** Taken out of the sprint while it ran. */
  dropped: COUNT,
  /** At least one of the four. */
  troubled: COUNT,
});

/**
 * How a check did on this board. `earns-its-place`: flagged issues got into trouble more often, by more than chance explains.
 * `consider-off`: with enough of them, they did not. `too-few`: it says nothing yet.
 */
export const FLAG_RECORD = z.object({
  check: CHECK_ID,
  flagged: FATES,
  unflagged: FATES,
  verdict: z.enum(['earns-its-place', 'consider-off', 'too-few']),
  /** Probability that flagged issues get into trouble more often than others, given the counts; null when one side is empty. */
  certainty: z.number().min(0).max(1).nullable(),
});

export const GET_FLAG_RECORD_REQUEST = z.object({ boardId: BOARD_ID });

export const GET_FLAG_RECORD_RESPONSE = z.object({
  /** Sprints whose readiness was frozen at their start and that are over. */
  sprints: COUNT,
  /** Whether a running sprint's readiness is frozen, so that a figure will follow. */
  isWatching: z.boolean(),
  checks: z.array(FLAG_RECORD).readonly(),
});

export type FlagRecord = z.infer<typeof FLAG_RECORD>;
