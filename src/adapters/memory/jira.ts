import type {
  BacklogPage,
  FindInSprints,
  ListedIssue,
  ReadBacklogPage,
  ReadSprintIssues,
} from '#src/ports/backlog';
import type { BoardSetup, ListBoards, ReadBoard } from '#src/ports/boards';
import { ReadFailure } from '#src/ports/read-failure';
import type {
  ClosedSprint,
  OpenSprint,
  ReadClosedSprints,
  ReadOpenSprints,
  ReadSprintHistory,
} from '#src/ports/sprints';

export interface MemoryBoard extends BoardSetup {
  readonly projectId: string;
  /** false on Kanban boards and where sprints are switched off. */
  readonly hasSprints: boolean;
  readonly openSprints: readonly OpenSprint[];
  /** In any order, with what each delivered. */
  readonly closedSprints: readonly (ClosedSprint & { readonly points: number; readonly items: number })[];
  /** In rank order. `sprint` may be an active one here, too. */
  readonly issues: readonly (ListedIssue & { readonly isDone?: boolean })[];
}

/** Boards that one viewer may see, in memory. */
export interface MemoryJira {
  readonly boards: readonly MemoryBoard[];
}

export interface MemoryPorts {
  readonly readBoard: ReadBoard;
  readonly listBoards: ListBoards;
  readonly readOpenSprints: ReadOpenSprints;
  readonly readClosedSprints: ReadClosedSprints;
  readonly readSprintHistory: ReadSprintHistory;
  readonly readSprintIssues: ReadSprintIssues;
  readonly readBacklogPage: ReadBacklogPage;
  readonly findInSprints: FindInSprints;
}

function pageOf(issues: readonly ListedIssue[], from: number, size: number): BacklogPage {
  const end = from + size;
  return { issues: issues.slice(from, end), next: end < issues.length ? String(end) : null };
}

/** The ports of Jira over plain data, for tests of use cases. Promises settle later, as real calls do. */
export function createMemoryJira({ boards }: MemoryJira): MemoryPorts {
  const boardOf = async (boardId: number): Promise<MemoryBoard> => {
    await Promise.resolve();
    const board = boards.find(({ id }) => id === boardId);
    if (!board) throw new ReadFailure('not-found', `There is no board ${boardId}.`);
    return board;
  };
  const isListed = ({ isDone, issueType }: MemoryBoard['issues'][number]) => !isDone && issueType.level >= 0;
  return {
    readBoard: async (boardId) => {
      const { id, name, type, estimation, doneStatusIds } = await boardOf(boardId);
      return { id, name, type, estimation, doneStatusIds };
    },
    listBoards: async (projectId) => {
      await Promise.resolve();
      const found = boards.filter((board) => board.projectId === projectId);
      return found.map(({ id, name, type }) => ({ id, name, type }));
    },
    readOpenSprints: async (boardId) => {
      const { hasSprints, openSprints } = await boardOf(boardId);
      return hasSprints ? openSprints : null;
    },
    readClosedSprints: async (boardId, count) =>
      (await boardOf(boardId)).closedSprints
        .map(({ id, startDate, completeDate }) => ({ id, startDate, completeDate }))
        .sort((one, other) => one.completeDate.localeCompare(other.completeDate))
        .slice(-count),
    readSprintHistory: async (board, sprints) => {
      const { closedSprints } = await boardOf(board.id);
      return sprints.map(({ id, startDate, completeDate }) => {
        const { points = 0, items = 0 } = closedSprints.find((sprint) => sprint.id === id) ?? {};
        return { sprintId: id, startDate, completeDate, deliveredPoints: points, deliveredItems: items };
      });
    },
    readSprintIssues: async (board, sprintIds, from, size) => {
      const { issues } = await boardOf(board.id);
      const planned = issues.filter(
        (issue) => isListed(issue) && issue.sprint !== null && sprintIds.includes(issue.sprint.id),
      );
      return pageOf(planned, Number(from ?? 0), size);
    },
    readBacklogPage: async (board, from, size) => {
      const { issues } = await boardOf(board.id);
      const backlog = issues.filter((issue) => isListed(issue) && issue.sprint === null);
      return pageOf(backlog, Number(from ?? 0), size);
    },
    findInSprints: async (board, issueIds, sprintIds) => {
      const { issues } = await boardOf(board.id);
      const found = issues.filter(({ sprint }) => sprint !== null && sprintIds.includes(sprint.id));
      return new Set(found.map(({ id }) => id).filter((id) => issueIds.includes(id)));
    },
  };
}
