import { z } from 'zod';

import { AMOUNT, FINDING } from '#src/contract/finding';
import { ERROR_CODES } from '#src/contract/outcome';

export const BOARD_ID = z.number().int().positive();

const ISSUE = z.object({
  id: z.string(),
  key: z.string(),
  /** In the answer's unit; null is an empty estimate. */
  estimate: AMOUNT.nullable(),
  /** What it counts for in rank order: the estimate, or the team's median where there is none. */
  width: AMOUNT,
  /** The future sprint it is planned in; null in the backlog. */
  sprintId: z.number().int().nullable(),
  parentId: z.string().nullable(),
  assigneeId: z.string().nullable(),
  priorityId: z.string().nullable(),
  /** Which stretch of rank order it starts in, by the 85 % end of each sprint; null without a forecast. */
  horizon: z.enum(['next', 'after', 'beyond']).nullable(),
  isReady: z.boolean(),
  findings: z.array(FINDING).readonly(),
});

const QUANTILES = z.object({ p50: AMOUNT, p85: AMOUNT });

/**
 * Names and texts of what the figures speak of, by id. They are never kept: an answer that was kept has none, and the screen
 * asks Jira for them.
 */
export const WORDS = z.object({
  issues: z.record(z.string(), z.object({ summary: z.string(), type: z.string() })),
  sprints: z.record(z.string(), z.string()),
  people: z.record(z.string(), z.string()),
  parents: z.record(z.string(), z.object({ key: z.string(), summary: z.string() })),
  priorities: z.record(z.string(), z.string()),
  fields: z.record(z.string(), z.string()),
});

/** What could not be read in time, so that the answer goes without. */
export const MISSING_PART = z.enum([
  'history',
  'rest-of-backlog',
  'blockers',
  'parents',
  'priorities',
  'fields',
]);

export const BACKLOG_HEALTH = z.object({
  board: z.object({
    id: z.number().int(),
    name: z.string(),
    type: z.enum(['scrum', 'kanban', 'simple']),
    /** Display name of the field whose number is an estimate; null where issues are counted. */
    estimationField: z.string().nullable(),
    /** false where the board has no rank, so that its order is Jira's own. */
    isRanked: z.boolean(),
  }),
  /** ISO 8601 instant at which Jira was read. */
  asOf: z.string(),
  /** Whether this is the viewer's last answer and not a new one. */
  isKept: z.boolean(),
  missing: z
    .array(
      z.object({
        part: MISSING_PART,
        code: z.enum(ERROR_CODES),
        retryAfterSeconds: z.number().int().positive().nullable(),
      }),
    )
    .readonly(),
  unit: z.enum(['points', 'items']),
  /** false when the board has no sprints at all (Kanban, or sprints switched off). */
  hasSprints: z.boolean(),
  /** What the forecast rests on, oldest first: closed sprints, or calendar fortnights on boards without sprints. */
  history: z.object({
    required: z.number().int(),
    period: z.enum(['sprint', 'fortnight']),
    delivered: z.array(z.object({ sprintId: z.number().int(), amount: AMOUNT })).readonly(),
    /** Of how many of these sprints the amount comes from how issues stand today; `read-sprint-past` reads them exactly. */
    approximate: z.number().int().nonnegative(),
  }),
  /** What the team may deliver in the next one to five sprints (fortnights); null with too little history or nothing delivered. */
  demand: z
    .object({ one: QUANTILES, two: QUANTILES, three: QUANTILES, four: QUANTILES, five: QUANTILES })
    .nullable(),
  /** Ready work in sprints (fortnights) of demand, at 50 % and 85 %; null without demand. */
  runway: z.object({ p50: AMOUNT, p85: AMOUNT, isLowerBound: z.boolean() }).nullable(),
  /** By the runway at 85 %: red up to 1, amber below 2, green up to 5, then overstocked. */
  band: z.enum(['red', 'amber', 'green', 'overstocked']).nullable(),
  /** Ready amount missing to two sprints at 85 %; 0 when there, null without demand. */
  shortBy: AMOUNT.nullable(),
  ready: z.object({ amount: AMOUNT, items: z.number().int() }),
  /** Ready from the top down to the first hole. */
  depth: z.object({ amount: AMOUNT, items: z.number().int() }),
  /** Key of the highest-ranked issue that is not ready; null when all that was read is. */
  firstHole: z.string().nullable(),
  /** How far down the backlog was read. */
  read: z.object({ issues: z.number().int(), isWholeBacklog: z.boolean() }),
  /** In rank order: future sprints in their order, then the backlog. */
  issues: z.array(ISSUE).readonly(),
  /** The refinement that the agenda is cut to. */
  session: z.object({ minutes: z.number().int(), minutesPerItem: z.number().int() }),
  /** Who changed the board's checks last, and when (ISO 8601); null while they are as they come. */
  adjusted: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** false when the app's licence has run out: reading and copying go on, changing does not. */
  isLicensed: z.boolean(),
  words: WORDS,
});

/** `mayBeKept`: the viewer's last answer will do, when there is one. */
export const GET_BACKLOG_HEALTH_REQUEST = z.object({
  boardId: BOARD_ID,
  mayBeKept: z.boolean().default(false),
});

export const GET_BACKLOG_HEALTH_RESPONSE = BACKLOG_HEALTH;

export type GetBacklogHealthRequest = z.infer<typeof GET_BACKLOG_HEALTH_REQUEST>;
export type BacklogHealth = z.infer<typeof BACKLOG_HEALTH>;
export type BacklogHealthIssue = BacklogHealth['issues'][number];
export type BacklogWords = z.infer<typeof WORDS>;
export type MissingPart = z.infer<typeof MISSING_PART>;
