import type { AdfNode } from '#src/domain/backlog/issue';
import type {
  BacklogPage,
  FindInSprints,
  FindOnBoard,
  ListedIssue,
  ReadBacklogPage,
  ReadDescriptions,
  ReadIssue,
  ReadSprintIssues,
} from '#src/ports/backlog';
import type { BoardSetup, ListBoards, ReadBoard } from '#src/ports/boards';
import { ReadFailure } from '#src/ports/read-failure';
import type { ReadFields, ReadPriorities, SiteField, SitePriority } from '#src/ports/site';
import type {
  ClosedSprint,
  OpenSprint,
  ReadClosedSprints,
  ReadOpenSprints,
  ReadPractice,
  ReadSprintHistory,
  ReadThroughput,
} from '#src/ports/sprints';

/** What was delivered in a span of time; stories are 0 where nothing is said of them. */
interface Delivery {
  readonly items: number;
  readonly stories?: number;
  readonly storiesWithCriteria?: number;
}

export interface MemoryBoard extends BoardSetup {
  readonly projectId: string;
  /** false on Kanban boards and where sprints are switched off. */
  readonly hasSprints: boolean;
  readonly openSprints: readonly OpenSprint[];
  /**
   * In any order, with what each delivered. On a board that estimates, `items` are those with an estimate, and `allItems` those
   * that were done at all.
   */
  readonly closedSprints: readonly (ClosedSprint &
    Delivery & { readonly points: number; readonly allItems?: number })[];
  /** What was finished in fortnights, by their numbers; nothing in the others. */
  readonly finished?: Readonly<Record<number, Delivery>>;
  /** In rank order. `sprint` may be an active one here, too. */
  readonly issues: readonly (ListedIssue & { readonly isDone?: boolean })[];
}

/** Boards that one viewer may see, in memory, and their site. */
export interface MemoryJira {
  readonly boards: readonly MemoryBoard[];
  readonly fields?: readonly SiteField[];
  /** Highest first. */
  readonly priorities?: readonly SitePriority[];
  /** Of issues on no board, such as parents, by id. */
  readonly descriptions?: Readonly<Record<string, AdfNode | null>>;
}

export interface MemoryPorts {
  readonly readBoard: ReadBoard;
  readonly listBoards: ListBoards;
  readonly readFields: ReadFields;
  readonly readPriorities: ReadPriorities;
  readonly readOpenSprints: ReadOpenSprints;
  readonly readClosedSprints: ReadClosedSprints;
  readonly readSprintHistory: ReadSprintHistory;
  readonly readPractice: ReadPractice;
  readonly readThroughput: ReadThroughput;
  readonly readSprintIssues: ReadSprintIssues;
  readonly readBacklogPage: ReadBacklogPage;
  readonly findInSprints: FindInSprints;
  readonly findOnBoard: FindOnBoard;
  readonly readDescriptions: ReadDescriptions;
  readonly readIssue: ReadIssue;
}

function pageOf(issues: readonly ListedIssue[], from: number, size: number): BacklogPage {
  const end = from + size;
  return { issues: issues.slice(from, end), next: end < issues.length ? String(end) : null };
}

const practiceOf = ({ stories = 0, storiesWithCriteria = 0 }: Partial<Delivery>) => ({
  stories,
  storiesWithCriteria,
});

/** The ports of Jira over plain data, for tests of use cases. Promises settle later, as real calls do. */
export function createMemoryJira({
  boards,
  fields = [],
  priorities = [],
  descriptions = {},
}: MemoryJira): MemoryPorts {
  const boardOf = async (boardId: number): Promise<MemoryBoard> => {
    await Promise.resolve();
    const board = boards.find(({ id }) => id === boardId);
    if (!board) throw new ReadFailure('not-found', `There is no board ${boardId}.`);
    return board;
  };
  const isListed = ({ isDone, issueType }: MemoryBoard['issues'][number]) => !isDone && issueType.level >= 0;
  const described = new Map<string, AdfNode | null | undefined>([
    ...boards.flatMap(({ issues }) => issues).map(({ id, description }) => [id, description] as const),
    ...Object.entries(descriptions),
  ]);
  return {
    readBoard: async (boardId) => {
      const { id, name, type, estimation, doneStatusIds, isRanked } = await boardOf(boardId);
      return { id, name, type, estimation, doneStatusIds, isRanked };
    },
    listBoards: async (projectId) => {
      await Promise.resolve();
      const found = boards.filter((board) => board.projectId === projectId);
      return found.map(({ id, name, type }) => ({ id, name, type }));
    },
    readFields: () => Promise.resolve(fields),
    readPriorities: () => Promise.resolve(priorities),
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
        const closed = closedSprints.find((sprint) => sprint.id === id);
        const { points = 0, items = 0, allItems = items } = closed ?? {};
        return {
          sprintId: id,
          startDate,
          completeDate,
          deliveredPoints: board.estimation ? points : 0,
          deliveredItems: board.estimation ? items : allItems,
          ...practiceOf(closed ?? {}),
        };
      });
    },
    readPractice: async (board, sprints) => {
      const { closedSprints } = await boardOf(board.id);
      const asked = new Set(sprints.map(({ id }) => id));
      return closedSprints
        .filter(({ id }) => asked.has(id))
        .map(practiceOf)
        .reduce(
          (sum, { stories, storiesWithCriteria }) => ({
            stories: sum.stories + stories,
            storiesWithCriteria: sum.storiesWithCriteria + storiesWithCriteria,
          }),
          practiceOf({}),
        );
    },
    readThroughput: async (board, fortnights) => {
      const { finished = {} } = await boardOf(board.id);
      return fortnights.map(({ number, start, end }) => ({
        sprintId: number,
        startDate: start,
        completeDate: end,
        deliveredPoints: 0,
        deliveredItems: finished[number]?.items ?? 0,
        ...practiceOf(finished[number] ?? {}),
      }));
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
    findOnBoard: async (board, issueIds) => {
      const { issues } = await boardOf(board.id);
      return new Set(issues.map(({ id }) => id).filter((id) => issueIds.includes(id)));
    },
    readDescriptions: async (issueIds) => {
      await Promise.resolve();
      return new Map(issueIds.filter((id) => described.has(id)).map((id) => [id, described.get(id)]));
    },
    readIssue: async (board, issueId) => {
      const found = (await boardOf(board.id)).issues.find(({ id }) => id === issueId);
      if (!found) throw new ReadFailure('not-found', `There is no issue ${issueId}.`);
      return found;
    },
  };
}
