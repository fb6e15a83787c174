import type { RequestJira } from '#src/adapters/jira/access';
import { createAsk } from '#src/adapters/jira/ask';
import { countOpenItems, countSprintItems } from '#src/adapters/jira/board-counts';
import { withinCalls } from '#src/adapters/jira/within-calls';
import {
  listBoardDays,
  loadBoardDay,
  saveBoardDay,
  type DaysStorage,
} from '#src/adapters/storage/board-days';
import {
  listWatched,
  noteOpening,
  readLastOpening,
  type WatchStorage,
} from '#src/adapters/storage/watched-boards';
import type { LogEntry, Viewer } from '#src/app';
import { nameOf } from '#src/app/register';
import type { BesideSprint } from '#src/app/sprint';
import { besideOpening, type BesideOpening } from '#src/usecases/trend/beside-opening';
import type { CountBoardsPorts } from '#src/usecases/trend/count-boards';
import { recordScope } from '#src/usecases/trend/record-scope';
import { showTrend, type ShownTrend } from '#src/usecases/trend/show-trend';

/** What trends stand on: Forge, or what stands in for it in tests. */
export interface TrendPlatform {
  /** Jira as the user of the invocation. Called anew for each use case. */
  readonly jiraAsUser: () => RequestJira;
  /** Jira as the app itself: for the schedule, where nobody is there to act as. It only ever counts issues. */
  readonly jiraAsApp: () => RequestJira;
  readonly storage: DaysStorage & WatchStorage;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

/** Everything the app can do for the trend's screen. */
export interface TrendApp {
  readonly showTrend: (viewer: Viewer, boardId: number) => Promise<ShownTrend>;
  readonly log: (entry: LogEntry) => void;
}

/** A count is waited for no longer, and neither is a Jira that asks to wait: a figure of one day is not worth it. */
const COUNT_LIMIT_MS = 5_000;

/** Calls of the count beside a reading. */
const CALLS_BESIDE = 1;

/** Points that a board's background work may cost a day, where each call costs one. */
const POINTS_A_DAY = 2;

function daysOf({ storage, log }: Pick<TrendPlatform, 'storage' | 'log'>) {
  const report = (error: unknown) => {
    log({ event: 'storage-failed', error: nameOf(error) });
  };
  const store = { storage, report };
  return {
    report,
    loadBoardDay: loadBoardDay(store),
    saveBoardDay: saveBoardDay(store),
    listBoardDays: listBoardDays(store),
  };
}

/** What is done beside the openings of one invocation. */
export function trendBeside(platform: TrendPlatform): BesideOpening {
  const { jiraAsUser, storage, now } = platform;
  return besideOpening({
    ...daysOf(platform),
    readLastOpening: readLastOpening(storage),
    noteOpening: noteOpening(storage),
    countOpenItems: async (boardId) => {
      const requestJira = withinCalls(jiraAsUser(), CALLS_BESIDE);
      return await countOpenItems({ requestJira, ask: createAsk(COUNT_LIMIT_MS) })(boardId);
    },
    now,
  });
}

/** What is done beside the opening of a sprint in one invocation. */
export function trendBesideSprint(platform: TrendPlatform): BesideSprint {
  const ports = daysOf(platform);
  return {
    note: trendBeside(platform).note,
    keepScope: async (opened) => {
      await recordScope(ports, opened);
    },
  };
}

/** What the schedule works with. */
export function countingPorts(platform: TrendPlatform): CountBoardsPorts {
  const { jiraAsApp, storage, now, log } = platform;
  return {
    ...daysOf(platform),
    listWatched: listWatched(storage),
    countsOf: () => {
      // Nobody is there to act as. What is stored are two numbers.
      const requestJira = withinCalls(jiraAsApp(), POINTS_A_DAY);
      const access = () => ({ requestJira, ask: createAsk(COUNT_LIMIT_MS) });
      return {
        countOpenItems: async (boardId) => await countOpenItems(access())(boardId),
        countSprintItems: async (boardId) => await countSprintItems(access())(boardId),
      };
    },
    now,
    report: (event, error) => {
      log({ event, ...(error !== undefined && { error: nameOf(error) }) });
    },
  };
}

/** Puts the trend's adapters and use cases together. Nothing is shared between invocations. */
export function createTrendApp(platform: TrendPlatform): TrendApp {
  const { jiraAsUser, now, log } = platform;
  return {
    log,
    showTrend: async (_viewer, boardId) => {
      const access = { requestJira: jiraAsUser(), ask: createAsk() };
      return await showTrend({ ...daysOf(platform), countOpenItems: countOpenItems(access), now }, boardId);
    },
  };
}
