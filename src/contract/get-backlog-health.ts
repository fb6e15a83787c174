import { z } from 'zod';

const SEVERITY = z.enum(['critical', 'warn', 'info']);
const AMOUNT = z.number().nonnegative();

/** One failed check with its facts; mirrors `Finding` of the domain, and the compiler holds the two together. */
const FINDING = z.discriminatedUnion('check', [
  z.object({
    check: z.literal('missing-estimate'),
    severity: SEVERITY,
    facts: z.object({ field: z.string() }),
  }),
  z.object({
    check: z.literal('oversized'),
    severity: SEVERITY,
    facts: z.object({ estimate: AMOUNT, medianSprint: AMOUNT, limit: AMOUNT }),
  }),
  z.object({
    check: z.literal('thin-description'),
    severity: SEVERITY,
    facts: z.object({ words: z.number().int(), minimum: z.number().int() }),
  }),
  z.object({
    check: z.literal('placeholder-text'),
    severity: SEVERITY,
    facts: z.object({ where: z.enum(['summary', 'description']), marker: z.string(), excerpt: z.string() }),
  }),
  z.object({
    check: z.literal('open-blocker'),
    severity: SEVERITY,
    facts: z.object({
      blockers: z.array(
        z.object({
          key: z.string(),
          summary: z.string(),
          placesBelow: z.number().int().positive().nullable(),
        }),
      ),
    }),
  }),
]);

const ISSUE = z.object({
  id: z.string(),
  key: z.string(),
  summary: z.string(),
  issueType: z.string(),
  /** In the answer's unit; null is an empty estimate. */
  estimate: AMOUNT.nullable(),
  /** What it counts for in rank order: the estimate, or the team's median where there is none. */
  width: AMOUNT,
  sprint: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  /** Which stretch of rank order it starts in, by the 85 % end of each sprint; null without a forecast. */
  horizon: z.enum(['next', 'after', 'beyond']).nullable(),
  isReady: z.boolean(),
  findings: z.array(FINDING),
});

export const GET_BACKLOG_HEALTH_REQUEST = z.object({ boardId: z.number().int().positive() });

export const GET_BACKLOG_HEALTH_RESPONSE = z.object({
  board: z.object({
    id: z.number().int(),
    name: z.string(),
    type: z.enum(['scrum', 'kanban', 'simple']),
  }),
  /** ISO 8601 instant at which Jira was read. */
  asOf: z.string(),
  unit: z.enum(['points', 'items']),
  /** false when the board has no sprints at all (Kanban, or sprints switched off). */
  hasSprints: z.boolean(),
  /** The closed sprints that the forecast rests on, oldest first. */
  history: z.object({
    required: z.number().int(),
    delivered: z.array(z.object({ sprintId: z.number().int(), amount: AMOUNT })),
  }),
  /** What the team may deliver in the next 1 and 2 sprints; null with too little history or nothing delivered. */
  demand: z
    .object({
      one: z.object({ p50: AMOUNT, p85: AMOUNT }),
      two: z.object({ p50: AMOUNT, p85: AMOUNT }),
    })
    .nullable(),
  /** Ready work in sprints of demand, at 50 % and 85 %; null without demand. */
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
  issues: z.array(ISSUE),
});

export type GetBacklogHealthRequest = z.infer<typeof GET_BACKLOG_HEALTH_REQUEST>;
export type BacklogHealth = z.infer<typeof GET_BACKLOG_HEALTH_RESPONSE>;
export type BacklogHealthIssue = BacklogHealth['issues'][number];
