import { z } from 'zod';

import { BACKLOG_HEALTH, BOARD_ID, WORDS } from '#src/contract/get-backlog-health';
import { SPRINT_FOLLOW_UP, SPRINT_OUTCOME } from '#src/contract/sprint/follow-up';
import { SERVES, SPRINT_NOTES, SPRINT_PLAN } from '#src/contract/sprint/plan';
import { SPRINT, SPRINT_ID, SPRINT_PAST } from '#src/contract/sprint/sprint';

/** `sprintId` null: the next future sprint or, where none is planned, the active one. */
export const GET_SPRINT_REQUEST = z.object({ boardId: BOARD_ID, sprintId: SPRINT_ID.nullable() });

export const GET_SPRINT_RESPONSE = z.object({
  board: z.object({
    id: z.number().int(),
    name: z.string(),
    estimationField: z.string().nullable(),
  }),
  unit: z.enum(['points', 'items']),
  /** To choose from: active and future sprints in their order, then the last closed ones, newest first. */
  sprints: z.array(SPRINT).readonly(),
  /** null when the board has no sprint to show. */
  sprint: SPRINT.nullable(),
  view: z.discriminatedUnion('state', [SPRINT_PLAN, SPRINT_FOLLOW_UP, SPRINT_OUTCOME]).nullable(),
  notes: SPRINT_NOTES.nullable(),
  past: SPRINT_PAST,
  /** What could not be read in time, so that the answer goes without. */
  missing: BACKLOG_HEALTH.shape.missing,
  /** Whether the viewer may change the goal. Jira decides again on each change. */
  canManageSprints: z.boolean(),
  /** Whether the viewer may move issues in and out. Jira decides again, issue by issue. */
  canMoveIssues: z.boolean(),
  /** Whether the viewer may save notes: those who may edit issues in the board's project. */
  canSaveNotes: z.boolean(),
  isLicensed: z.boolean(),
  /** ISO 8601 instant at which Jira was read. */
  asOf: z.string(),
  /** Names and texts of the issues of `view`, by id; parents, people, priorities and fields as far as they occur. */
  words: WORDS,
});

/**
 * Reads closed sprints from their change logs, newest first, and keeps their figures: as many as fit into one call. To be
 * called until `unread` is 0.
 */
export const READ_SPRINT_PAST_REQUEST = z.object({ boardId: BOARD_ID });
export const READ_SPRINT_PAST_RESPONSE = SPRINT_PAST;

/** On `conflict` nothing was stored: `notes` are those that somebody else saved meanwhile. */
export const SAVE_SPRINT_NOTES_REQUEST = z.object({
  boardId: BOARD_ID,
  sprintId: SPRINT_ID,
  version: z.number().int().nonnegative(),
  people: SPRINT_NOTES.shape.people,
  daysOff: SPRINT_NOTES.shape.daysOff,
  serves: SERVES.nullable(),
});
export const SAVE_SPRINT_NOTES_RESPONSE = z.object({
  result: z.enum(['saved', 'conflict']),
  notes: SPRINT_NOTES,
});

/** `was` is what the viewer saw: where the goal is another by now, nothing is changed. */
export const SET_SPRINT_GOAL_REQUEST = z.object({
  boardId: BOARD_ID,
  sprintId: SPRINT_ID,
  was: z.string().max(2_000),
  goal: z.string().max(1_000),
});
export const SET_SPRINT_GOAL_RESPONSE = z.object({
  result: z.enum(['changed', 'conflict']),
  goal: z.string(),
});

/**
 * Moves issues out of the sprint to the backlog (`toSprintId` null) or into a sprint. `beforeKey`: rank them right before that issue,
 * which puts back in place what is undone; null leaves their rank: Jira keeps it when an issue leaves a sprint, so that what was taken
 * from the bottom comes back to the bottom. `fromSprintId`: where the viewer saw them (null: in the backlog); those that are
 * elsewhere by now stay there. Left out, they are moved wherever they are.
 */
export const MOVE_ISSUES_REQUEST = z.object({
  boardId: BOARD_ID,
  issueKeys: z
    .array(z.string().regex(/^[A-Z][A-Z0-9_]+-\d+$/))
    .min(1)
    .max(50),
  fromSprintId: SPRINT_ID.nullable().optional(),
  toSprintId: SPRINT_ID.nullable(),
  beforeKey: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]+-\d+$/)
    .nullable(),
});

/** `isRanked` false: they were moved, but Jira did not put them where `beforeKey` says. */
export const MOVE_ISSUES_RESPONSE = z.object({
  moved: z.array(z.string()).readonly(),
  left: z
    .array(z.object({ key: z.string(), why: z.enum(['not-on-board', 'elsewhere', 'refused']) }))
    .readonly(),
  isRanked: z.boolean(),
});

export type GetSprintRequest = z.infer<typeof GET_SPRINT_REQUEST>;
export type SaveSprintNotesRequest = z.infer<typeof SAVE_SPRINT_NOTES_REQUEST>;
export type SetSprintGoalRequest = z.infer<typeof SET_SPRINT_GOAL_REQUEST>;
export type MoveIssuesRequest = z.infer<typeof MOVE_ISSUES_REQUEST>;
export type OpenedSprint = z.infer<typeof GET_SPRINT_RESPONSE>;
export type SprintPast = z.infer<typeof SPRINT_PAST>;
export type SprintNotes = z.infer<typeof SPRINT_NOTES>;
