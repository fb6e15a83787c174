import type { JiraAccess } from '#src/adapters/jira/access';
import { readClosedRecords, readSprintNow } from '#src/adapters/jira/sprint-records';
import { readClosedSprints } from '#src/adapters/jira/sprints';
import { forgetHealth } from '#src/adapters/storage/kept-health';
import {
  loadClosedSprint,
  loadSprintRecords,
  saveClosedSprint,
  saveSprintRecords,
} from '#src/adapters/storage/sprint-records';
import type { Platform, Viewer } from '#src/app';
import type { ReadBoard } from '#src/ports/boards';
import type { ForgetHealth } from '#src/ports/kept-health';
import type {
  LoadClosedSprint,
  ReadSprintNow,
  ReadSprintRecords,
  SaveClosedSprint,
} from '#src/ports/sprint-records';
import { readSprintRecords } from '#src/usecases/read-sprint-records';
import { recallSprintRecords } from '#src/usecases/recall-sprint-records';
import type { RecallSprintRecords } from '#src/usecases/sprint/past-of-team';

/** A team's sprints from their change logs. */
export interface SprintPastPorts {
  readonly readSprintRecords: ReadSprintRecords;
  readonly readSprintNow: ReadSprintNow;
  readonly recallRecords: RecallSprintRecords;
  readonly loadClosedSprint: LoadClosedSprint;
  readonly saveClosedSprint: SaveClosedSprint;
  readonly forgetHealth: ForgetHealth;
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
    loadClosedSprint: loadClosedSprint(kept),
    saveClosedSprint: saveClosedSprint(kept),
    forgetHealth: forgetHealth(kept),
    recallRecords: async (board, sprints) => await recallSprintRecords(load, board, sprints),
  };
}
