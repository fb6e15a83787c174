import { z } from 'zod';

import { BACKLOG_HEALTH, BOARD_ID } from '#src/contract/get-backlog-health';

const KEY = z
  .string()
  .trim()
  .max(60)
  .regex(/^[A-Za-z][A-Za-z0-9_]*-\d+$/)
  .toUpperCase();
const ESTIMATE = z.number().min(0).max(1e9).nullable();
const PRIORITY = z.string().max(20).regex(/^\d+$/).nullable();

/** What is put into a description: a heading and lines below it, in the viewer's language. */
export const CRITERIA_TEMPLATE = z.object({
  heading: z.string().trim().min(1).max(120),
  lines: z.array(z.string().trim().min(1).max(400)).min(1).max(12).readonly(),
});

/** One change of one issue. `from` is what the viewer saw: the change is refused when that is no longer so. */
export const MEND = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('estimate'), from: ESTIMATE, to: ESTIMATE }),
  z.object({ kind: z.literal('priority'), from: PRIORITY, to: PRIORITY }),
  z.object({ kind: z.literal('insert-criteria'), template: CRITERIA_TEMPLATE }),
  z.object({ kind: z.literal('remove-criteria'), template: CRITERIA_TEMPLATE }),
  z.object({ kind: z.literal('link-blocker'), blockerKey: KEY }),
  z.object({ kind: z.literal('unlink-blocker'), blockerKey: KEY }),
]);

export const MEND_ISSUE_REQUEST = z.object({
  boardId: BOARD_ID,
  issueId: z.string().max(20).regex(/^\d+$/),
  mend: MEND,
});

export const MEND_ISSUE_RESPONSE = z.object({
  /** The board's health after the change; `words` has those of the changed issue only. */
  health: BACKLOG_HEALTH,
  /** The change that takes this one back; null when nothing was changed, because it was so already. */
  undo: MEND.nullable(),
});

export type Mend = z.infer<typeof MEND>;
export type CriteriaTemplate = z.infer<typeof CRITERIA_TEMPLATE>;
export type MendIssueRequest = z.infer<typeof MEND_ISSUE_REQUEST>;
export type MendedIssue = z.infer<typeof MEND_ISSUE_RESPONSE>;
