import { needsMoreReading, readingDepth, widthsOf } from '#src/domain/backlog/runway';
import type { Demand, Unit } from '#src/domain/capacity/forecast';
import type {
  BacklogPage,
  BoardToRead,
  ListedIssue,
  ReadBacklogPage,
  ReadSprintIssues,
} from '#src/ports/backlog';
import type { OptionalParts } from '#src/usecases/optional-parts';
import { nextPageSize, ONE_SPRINT_PAGE_SIZE } from '#src/usecases/page-size';

export interface WalkPorts {
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
  readonly top: BacklogPage;
}

/** The issues of a board in order, as deep as the reading goes. */
export interface Walk {
  readonly issues: readonly ListedIssue[];
  readonly isWholeBacklog: boolean;
}

/** What the depth of the reading depends on. */
export interface Scale {
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

/** What each issue counts for, by estimate and level. */
export function listedWidths(issues: readonly ListedIssue[], unit: Unit): readonly number[] {
  return widthsOf(
    issues.map(({ estimate, issueType: { level } }) => ({ estimate, level })),
    unit,
  );
}

function isDeepEnough(issues: readonly ListedIssue[], { unit, demand }: Scale): boolean {
  return !needsMoreReading(listedWidths(issues, unit), demand);
}

/** Planned issues by the order of their sprints, then the rest; Jira ranks them across sprints. */
export function inOrder({ sprintIds, planned, top }: WalkStart): readonly ListedIssue[] {
  const bySprint = sprintIds.flatMap((id) => planned.issues.filter(({ sprint }) => sprint?.id === id));
  return once([...bySprint, ...top.issues]);
}

/** The walk over what was read already, as far as that goes. */
export function atHand(start: WalkStart): Walk {
  const isWholeBacklog = start.planned.next === null && start.top.next === null;
  return { issues: inOrder(start), isWholeBacklog };
}

/**
 * The issues at hand that the walk will begin with, cut to its depth; none while the order of planned issues is not known
 * because not all of them came at once.
 */
export function walkedAtHand(start: WalkStart, { unit, demand }: Scale): readonly ListedIssue[] {
  if (start.planned.next !== null) return [];
  const issues = inOrder(start);
  return issues.slice(0, readingDepth(listedWidths(issues, unit), demand));
}

/**
 * Planned issues sprint after sprint, as far as the reading goes: a first page that is not the only one says nothing of the order
 * of sprints. When Jira fails on the way, what is at hand has to do.
 */
async function walkSprints(
  { readSprintIssues }: WalkPorts,
  board: BoardToRead,
  start: WalkStart,
  scale: Scale,
  parts: OptionalParts,
): Promise<Walk> {
  const planned = { ...start, top: { issues: [], next: null } };
  if (start.planned.next === null) return { issues: inOrder(planned), isWholeBacklog: true };
  let issues: readonly ListedIssue[] = [];
  for (const id of start.sprintIds) {
    let next: string | null = null;
    do {
      const reading = readSprintIssues(board, [id], next, ONE_SPRINT_PAGE_SIZE);
      const page: BacklogPage | null = await parts.or('rest-of-backlog', reading, null);
      if (page === null) {
        const atHand = issues.length > 0 ? issues : inOrder(planned);
        return { issues: atHand, isWholeBacklog: false };
      }
      issues = once([...issues, ...page.issues]);
      ({ next } = page);
      if (isDeepEnough(issues, scale)) return { issues, isWholeBacklog: false };
    } while (next !== null);
  }
  return { issues, isWholeBacklog: true };
}

/**
 * Reads down sprints and backlog until the reading's depth is reached or nothing is left, and cuts to exactly that depth. Where Jira
 * fails on the way, `rest-of-backlog` is missing and the walk ends there.
 */
export async function walkBacklog(
  ports: WalkPorts,
  board: BoardToRead,
  start: WalkStart,
  scale: Scale,
  parts: OptionalParts,
): Promise<Walk> {
  const { unit, demand } = scale;
  const planned = await walkSprints(ports, board, start, scale, parts);
  let backlog = start.top.issues;
  let { next } = start.top;
  const read = () => (planned.isWholeBacklog ? once([...planned.issues, ...backlog]) : planned.issues);
  while (next !== null && planned.isWholeBacklog && !isDeepEnough(read(), scale)) {
    const size = nextPageSize(listedWidths(read(), unit), demand);
    const page = await parts.or('rest-of-backlog', ports.readBacklogPage(board, next, size), null);
    if (page === null) break;
    backlog = [...backlog, ...page.issues];
    ({ next } = page);
  }
  const issues = read();
  const depth = readingDepth(listedWidths(issues, unit), demand);
  return {
    issues: issues.slice(0, depth),
    isWholeBacklog: planned.isWholeBacklog && next === null && depth === issues.length,
  };
}
