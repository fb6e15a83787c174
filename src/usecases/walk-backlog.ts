import { needsMoreReading, readingDepth, widthsOf } from '#src/domain/backlog/runway';
import type { Demand, Unit } from '#src/domain/capacity/forecast';
import type { BacklogPage, ListedIssue, ReadBacklogPage, ReadSprintIssues } from '#src/ports/backlog';
import type { BoardSetup } from '#src/ports/boards';
import { nextPageSize, ONE_SPRINT_PAGE_SIZE } from '#src/usecases/page-size';

interface WalkPorts {
  readonly readSprintIssues: ReadSprintIssues;
  readonly readBacklogPage: ReadBacklogPage;
}

/** What is at hand before it is known how far to read. */
export interface WalkStart {
  /** Future sprints in their order on the board. */
  readonly sprintIds: readonly number[];
  /** The first page of the issues of all of them. */
  readonly planned: BacklogPage;
  /** The top of the backlog below them. */
  readonly firstPage: BacklogPage;
}

/** The issues of a board in order, as deep as the reading goes. */
export interface Walk {
  readonly issues: readonly ListedIssue[];
  readonly isWholeBacklog: boolean;
}

/** What the depth of the reading depends on. */
interface Scale {
  readonly unit: Unit;
  readonly demand: Demand | null;
}

/** Epics are worked on through their children, sub-tasks through their parent: both would count twice. */
function isWalked(issue: ListedIssue): boolean {
  return issue.issueType.level === 0;
}

/** An issue moved while the lists are read is in two of them: it counts once, where it was first. */
function once(issues: readonly ListedIssue[]): readonly ListedIssue[] {
  return [...new Map(issues.filter(isWalked).map((issue) => [issue.id, issue])).values()];
}

function isDeepEnough(issues: readonly ListedIssue[], { unit, demand }: Scale): boolean {
  return !needsMoreReading(widthsOf(issues, unit), demand);
}

/**
 * Planned issues by the order of their sprints. Jira ranks them across sprints, so a first page that is not the only one
 * says nothing of that order: then sprint after sprint is read, as far as the reading goes.
 */
async function walkSprints(
  { readSprintIssues }: WalkPorts,
  board: BoardSetup,
  { sprintIds, planned }: WalkStart,
  scale: Scale,
): Promise<Walk> {
  if (planned.next === null) {
    const bySprint = sprintIds.flatMap((id) => planned.issues.filter(({ sprint }) => sprint?.id === id));
    return { issues: once(bySprint), isWholeBacklog: true };
  }
  let issues: readonly ListedIssue[] = [];
  for (const id of sprintIds) {
    let next: string | null = null;
    do {
      const page: BacklogPage = await readSprintIssues(board, [id], next, ONE_SPRINT_PAGE_SIZE);
      issues = once([...issues, ...page.issues]);
      ({ next } = page);
      if (isDeepEnough(issues, scale)) return { issues, isWholeBacklog: false };
    } while (next !== null);
  }
  return { issues, isWholeBacklog: true };
}

/** Reads down sprints and backlog until the reading's depth is reached or nothing is left, and cuts to exactly that depth. */
export async function walkBacklog(
  ports: WalkPorts,
  board: BoardSetup,
  start: WalkStart,
  scale: Scale,
): Promise<Walk> {
  const { unit, demand } = scale;
  const planned = await walkSprints(ports, board, start, scale);
  let backlog = start.firstPage.issues;
  let { next } = start.firstPage;
  const inOrder = () => (planned.isWholeBacklog ? once([...planned.issues, ...backlog]) : planned.issues);
  while (next !== null && !isDeepEnough(inOrder(), scale)) {
    const page = await ports.readBacklogPage(board, next, nextPageSize(widthsOf(inOrder(), unit), demand));
    backlog = [...backlog, ...page.issues];
    ({ next } = page);
  }
  const issues = inOrder();
  const depth = readingDepth(widthsOf(issues, unit), demand);
  return {
    issues: issues.slice(0, depth),
    isWholeBacklog: planned.isWholeBacklog && next === null && depth === issues.length,
  };
}
