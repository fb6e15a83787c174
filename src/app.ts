import type { RequestJira } from '#src/adapters/jira/access';
import { createAsk } from '#src/adapters/jira/ask';
import { findInSprints, readBacklogPage, readSprintIssues } from '#src/adapters/jira/backlog';
import { listBoards, readBoard } from '#src/adapters/jira/board';
import { readSprintHistory } from '#src/adapters/jira/sprint-history';
import { readClosedSprints, readOpenSprints } from '#src/adapters/jira/sprints';
import {
  loadSprintOutcomes,
  saveSprintOutcomes,
  type BatchStorage,
} from '#src/adapters/storage/sprint-outcomes';
import type { BoardSummary } from '#src/ports/boards';
import { assessBoardBacklog, type BoardBacklog } from '#src/usecases/assess-board-backlog';
import { listProjectBoards } from '#src/usecases/list-project-boards';
import { rememberSprintHistory } from '#src/usecases/remember-sprint-history';

/** Who asks, as the platform says. */
export interface Viewer {
  readonly accountId: string;
}

/** One line of the app's log: what happened, never what was read. */
export type LogEntry = Readonly<Record<string, string | readonly string[]>> & { readonly event: string };

/** What the app stands on: Forge, or what stands in for it in tests. */
export interface Platform {
  /** Jira as the user of the invocation. Called anew for each use case. */
  readonly jiraAsUser: () => RequestJira;
  readonly storage: BatchStorage;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

/** Everything the app can do for a screen. */
export interface App {
  readonly assessBoardBacklog: (viewer: Viewer, boardId: number) => Promise<BoardBacklog>;
  readonly listProjectBoards: (viewer: Viewer, projectId: string) => Promise<readonly BoardSummary[]>;
  readonly log: (entry: LogEntry) => void;
}

/** Puts adapters and use cases together. Nothing is shared between invocations: warm processes serve many sites. */
export function createApp(platform: Platform): App {
  const jira = () => ({ requestJira: platform.jiraAsUser(), ask: createAsk() });
  return {
    log: platform.log,
    listProjectBoards: async (_viewer, projectId) =>
      await listProjectBoards({ listBoards: listBoards(jira()) }, projectId),
    assessBoardBacklog: async ({ accountId }, boardId) => {
      const access = jira();
      const kept = {
        storage: platform.storage,
        accountId,
        report: (error: unknown) => {
          platform.log({ event: 'storage-failed', error: error instanceof Error ? error.name : 'unknown' });
        },
      };
      const ports = {
        readBoard: readBoard(access),
        readOpenSprints: readOpenSprints(access),
        readClosedSprints: readClosedSprints(access),
        readSprintIssues: readSprintIssues(access),
        readBacklogPage: readBacklogPage(access),
        findInSprints: findInSprints(access),
        readSprintHistory: rememberSprintHistory(readSprintHistory(access), {
          load: loadSprintOutcomes(kept),
          save: saveSprintOutcomes(kept),
        }),
        now: platform.now,
      };
      return await assessBoardBacklog(ports, boardId);
    },
  };
}
