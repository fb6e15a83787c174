import type { JiraAccess, RequestJira } from '#src/adapters/jira/access';
import { createAsk } from '#src/adapters/jira/ask';
import { readHistories } from '#src/adapters/jira/issue-histories';
import { readBoardSprints, readSprint } from '#src/adapters/jira/sprint-list';
import { loadBoardDay, saveBoardDay, type DaysStorage } from '#src/adapters/storage/board-days';
import { isFrozen, keepFreeze, listFreezes } from '#src/adapters/storage/flag-freezes';
import { loadTallies, saveTallies } from '#src/adapters/storage/flag-tallies';
import { listWatched, readLastOpening } from '#src/adapters/storage/watched-boards';
import { judgingPortsFor, type LogEntry, type Platform, type Viewer } from '#src/app';
import { nameOf } from '#src/app/register';
import type { LoadSprintOutcomes } from '#src/ports/sprint-outcomes';
import type { FreezeMissedPorts } from '#src/usecases/flag-record/freeze-missed';
import type { FreezeWatchedPorts } from '#src/usecases/flag-record/freeze-watched';
import { recordStart } from '#src/usecases/trend/record-scope';
import { loadSettingsOf } from '#src/usecases/settings/layers-of-board';
import { readFlagRecord, type FlagRecord } from '#src/usecases/flag-record/read-flag-record';

/** What the flags' record stands on: Forge, or what stands in for it in tests. */
export interface FlagPlatform extends Platform {
  /**
   * Jira as the app itself: sprints start and schedules run without a user to act as. What is kept of such a reading are ids and
   * numbers, and viewers are shown only what became of issues that Jira shows them.
   */
  readonly jiraAsApp: () => RequestJira;
  readonly storage: Platform['storage'] & DaysStorage;
}

/** Everything the app can do for the flags' view. */
export interface FlagApp {
  readonly readFlagRecord: (viewer: Viewer, boardId: number) => Promise<FlagRecord>;
  readonly log: (entry: LogEntry) => void;
}

/** Keeps the app's own figures of past sprints apart from those of people: no account has this id. */
const APP: Viewer = { accountId: 'app', isLicensed: true };

function freezesOf({ storage, log }: Platform) {
  const report = (error: unknown) => {
    log({ event: 'storage-failed', error: nameOf(error) });
  };
  const kept = { storage, report };
  return { isFrozen: isFrozen(kept), keepFreeze: keepFreeze(kept), listFreezes: listFreezes(kept) };
}

/** What a board's sprint is frozen with: one deadline and one turn of calls for each board. */
function freezingPorts(platform: FlagPlatform): FreezeMissedPorts {
  // Nobody is there to act as: see `jiraAsApp`.
  const access: JiraAccess = { requestJira: platform.jiraAsApp(), ask: createAsk() };
  const ports = judgingPortsFor(platform, APP, access);
  const kept = { storage: platform.storage, report: ports.report };
  const days = { loadBoardDay: loadBoardDay(kept), saveBoardDay: saveBoardDay(kept), report: ports.report };
  // Kept anew whenever they are used, so that they last from sprint to sprint: reading them again would cost most of the points.
  const keptAnew: LoadSprintOutcomes = async (boardId, series, ids) => {
    const found = await ports.loadSprintOutcomes(boardId, series, ids);
    if (found.length > 0) await ports.saveSprintOutcomes(boardId, series, found);
    return found;
  };
  return {
    ...ports,
    ...freezesOf(platform),
    noteStart: async (boardId, startedAt, scope) => {
      await recordStart(days, boardId, startedAt, scope);
    },
    // What is frozen stays: rather nothing than by settings that are not the board's.
    loadSettings: loadSettingsOf(ports),
    loadSprintOutcomes: keptAnew,
    readBoardSprints: readBoardSprints(access),
  };
}

/** What the event's and the schedule's handlers work with. */
export function freezeWatchedPorts(platform: FlagPlatform): FreezeWatchedPorts {
  const { storage, now, log } = platform;
  return {
    readLastOpening: readLastOpening(storage),
    listWatched: listWatched(storage),
    freezing: () => freezingPorts(platform),
    now,
    report: (event, boardId, error) => {
      log({ event, board: String(boardId), ...(error !== undefined && { error: nameOf(error) }) });
    },
  };
}

/** Puts the record's adapters and its use case together. Nothing here acts as the app. */
export function createFlagApp(platform: Platform): FlagApp {
  return {
    log: platform.log,
    readFlagRecord: async (viewer, boardId) => {
      const access = { requestJira: platform.jiraAsUser(), ask: createAsk() };
      const ports = judgingPortsFor(platform, viewer, access);
      const kept = { storage: platform.storage, accountId: viewer.accountId, report: ports.report };
      return await readFlagRecord(
        {
          ...ports,
          ...freezesOf(platform),
          readBoardSprints: readBoardSprints(access),
          readSprint: readSprint(access),
          readHistories: readHistories(access),
          loadTallies: loadTallies(kept),
          saveTallies: saveTallies(kept),
        },
        boardId,
      );
    },
  };
}
