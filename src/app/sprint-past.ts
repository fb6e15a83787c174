import type { JiraAccess } from '#src/adapters/jira/access';
import { readClosedRecords, readSprintNow } from '#src/adapters/jira/sprint-records';
import { readClosedSprints } from '#src/adapters/jira/sprints';
import { loadSprintRecords, saveSprintRecords } from '#src/adapters/storage/sprint-records';
import type { Platform, Viewer } from '#src/app';
import type { ReadBoard } from '#src/ports/boards';
import type { ReadSprintNow, ReadSprintRecords } from '#src/ports/sprint-records';
import { readSprintRecords } from '#src/usecases/read-sprint-records';
import { recallSprintRecords } from '#src/usecases/recall-sprint-records';
import type { RecallSprintRecords } from '#src/usecases/sprint/past-of-team';

/** A team's sprints from their change logs. */
export interface SprintPastPorts {
  readonly readSprintRecords: ReadSprintRecords;
  readonly readSprintNow: ReadSprintNow;
  readonly recallRecords: RecallSprintRecords;
}

/** Reads as the viewer, and keeps what is closed for the viewer. */
export function sprintPastOf(
  { storage, now, log }: Platform,
  { accountId }: Viewer,
  { access, readBoard }: { readonly access: JiraAccess; readonly readBoard: ReadBoard },
): SprintPastPorts {
  const report = (error: unknown) => {
    log({ event: 'storage-failed', error: error instanceof Error ? error.name : 'unknown' });
  };
  const kept = { storage, accountId, report };
  const load = loadSprintRecords(kept);
  return {
    readSprintRecords: readSprintRecords({
      readBoard,
      readClosedSprints: readClosedSprints(access),
      readClosedRecords: readClosedRecords(access),
      loadSprintRecords: load,
      saveSprintRecords: saveSprintRecords(kept),
      now,
    }),
    readSprintNow: readSprintNow(access),
    recallRecords: async (board, sprints) => await recallSprintRecords(load, board, sprints),
  };
}
