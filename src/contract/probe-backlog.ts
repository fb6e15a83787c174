import { z } from 'zod';

import { BOARD_ID } from '#src/contract/get-backlog-health';

/** Asks whether anything changed since the viewer's last answer, for a few points. */
export const PROBE_BACKLOG_REQUEST = z.object({ boardId: BOARD_ID });

export const PROBE_BACKLOG_RESPONSE = z.object({
  /** true too when there is no last answer to compare with. */
  isChanged: z.boolean(),
  /** ISO 8601 instant at which Jira was asked. */
  checkedAt: z.string(),
});

export type ProbeBacklogRequest = z.infer<typeof PROBE_BACKLOG_REQUEST>;
export type BacklogProbe = z.infer<typeof PROBE_BACKLOG_RESPONSE>;
