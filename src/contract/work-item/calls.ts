import { z } from 'zod';

import { CHECK_ID } from '#src/contract/finding';
import { BACKLOG_HEALTH, BOARD_ID } from '#src/contract/get-backlog-health';

const ID = z.string().max(20).regex(/^\d+$/);

/** `boardId` is null where the viewer chose none: then it is the one that they last used in this project. */
export const GET_WORK_ITEM_REQUEST = z.object({
  issueId: ID,
  projectId: ID,
  boardId: BOARD_ID.nullable().default(null),
});

/** Why a check says nothing of an issue by itself. */
export const NOT_LOOKED_WHY = z.enum([
  'whole-backlog',
  'not-shown',
  'not-read',
  'too-little-history',
  'error',
]);

export const GET_WORK_ITEM_RESPONSE = z.object({
  /**
   * - `no-board`: the project has no board that the viewer may see.
   * - `not-counted`: an epic, or a sub-task, which counts with its parent.
   * - `done`: by the board's own columns.
   * - `not-on-board`: the board's filter leaves it out.
   * - `judged`: as `health` says.
   */
  state: z.enum(['no-board', 'not-counted', 'done', 'not-on-board', 'judged']),
  /** The board whose rules hold; null with `no-board` alone. */
  board: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  /** The project's boards; null where they were not asked for, since the viewer's own is known. `list-boards` has them. */
  boards: z.array(z.object({ id: z.number().int(), name: z.string() })).nullable(),
  /** The board's health with this issue alone; null unless `judged`. Its figures are those of the viewer's last answer. */
  health: BACKLOG_HEALTH.nullable(),
  /** When the viewer's last answer for the board was made, whose figures were used (ISO 8601); null where there is none. */
  comparedWith: z.string().nullable(),
  /** Whether work on it has begun: it is in an active sprint. */
  isUnderWay: z.boolean(),
  /** Whether `mend-issue` can change it: not where the last answer ends above it. */
  canMend: z.boolean(),
  /** Checks that are on and that could not be answered for the issue by itself. */
  notLooked: z.array(z.object({ check: CHECK_ID, why: NOT_LOOKED_WHY })).readonly(),
});

export const GET_WORK_ITEM_RISKS_REQUEST = z.object({ issueId: ID });

export const GET_WORK_ITEM_RISKS_RESPONSE = z.object({
  /**
   * Live risks that this issue mitigates, on pages that the viewer may see, gravest first; none where the viewer has no Confluence. Of others, not even
   * the number is told.
   */
  risks: z.array(
    z.object({
      riskId: z.string(),
      /** Shown as R-7. */
      number: z.number().int(),
      title: z.string(),
      level: z.enum(['high', 'medium', 'low']),
      dueOn: z.string().nullable(),
      page: z.object({ title: z.string(), path: z.string() }),
    }),
  ),
});

export type WorkItem = z.infer<typeof GET_WORK_ITEM_RESPONSE>;
export type GetWorkItemRequest = z.output<typeof GET_WORK_ITEM_REQUEST>;
export type WorkItemRisks = z.infer<typeof GET_WORK_ITEM_RISKS_RESPONSE>;
export type GetWorkItemRisksRequest = z.output<typeof GET_WORK_ITEM_RISKS_REQUEST>;
