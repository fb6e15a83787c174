import type { App, LogEntry } from '#src/app';
import type { MemoryBoard } from '#src/adapters/memory/jira';
import { callResolvers } from '#src/resolvers/calls';
import { listProjectBoards } from '#src/usecases/list-project-boards';
import { mendIssue } from '#src/usecases/mend-issue';
import { openBacklog } from '#src/usecases/open-backlog';
import { probeBacklog } from '#src/usecases/probe-backlog';
import { saveBoardSettings } from '#src/usecases/save-board-settings';
import { showBoardSettings } from '#src/usecases/show-board-settings';

import { memoryPorts } from '../builders/memory-ports';

/** The app's use cases over one board in memory, with what it was asked and what it logged. */
export function memoryApp(change: Partial<MemoryBoard> = {}, { isAdmin = true } = {}) {
  const { ports: memory, issues } = memoryPorts(change);
  const ports = {
    ...memory,
    mayAdministerBoard: () => Promise.resolve(isAdmin),
    probeIssues: () => Promise.resolve(false),
    readActiveSprints: () => Promise.resolve([]),
  };
  const asked: unknown[] = [];
  const logged: LogEntry[] = [];
  const app: App = {
    openBacklog: async (viewer, boardId, options) => {
      asked.push(viewer);
      return await openBacklog(ports, boardId, options);
    },
    probeBacklog: async (viewer, boardId) => {
      asked.push(viewer);
      return await probeBacklog(ports, boardId);
    },
    mendIssue: async (viewer, request) => {
      asked.push(viewer);
      return await mendIssue(ports, request);
    },
    showBoardSettings: async (viewer, boardId) => {
      asked.push(viewer);
      return await showBoardSettings(ports, boardId);
    },
    saveBoardSettings: async (viewer, request) => {
      asked.push(viewer);
      return await saveBoardSettings(ports, { ...request, by: viewer.accountId });
    },
    listProjectBoards: async (viewer, projectId) => {
      asked.push(viewer);
      return await listProjectBoards(ports, projectId);
    },
    log: (entry) => logged.push(entry),
  };
  return { app, resolvers: callResolvers(app), ports, asked, logged, issues };
}
