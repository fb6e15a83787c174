import type { ReadBoard } from '#src/ports/boards';
import { ReadFailure } from '#src/ports/read-failure';
import type { FindPlaces, MoveIssues, RankBefore } from '#src/ports/sprint-changes';
import { WriteFailure } from '#src/ports/write-failure';
import { sprintOfBoard, type SprintOfBoardPorts } from '#src/usecases/sprint/sprint-of-board';

export interface MoveIssuesPorts extends SprintOfBoardPorts {
  readonly readBoard: ReadBoard;
  readonly findPlaces: FindPlaces;
  readonly moveIssues: MoveIssues;
  readonly rankBefore: RankBefore;
}

export interface MoveRequest {
  readonly boardId: number;
  readonly issueKeys: readonly string[];
  /** Where the viewer saw them: null is the backlog; undefined moves them wherever they are. */
  readonly fromSprintId?: number | null | undefined;
  /** null is the backlog. */
  readonly toSprintId: number | null;
  /** Rank them right before this issue; null leaves their rank. */
  readonly beforeKey: string | null;
}

/** Why an issue was not moved. `elsewhere`: somebody moved it meanwhile. */
export interface LeftIssue {
  readonly key: string;
  readonly why: 'not-on-board' | 'elsewhere' | 'refused';
}

export interface MovedIssues {
  /** Those that are where they were to go, in the order asked for. */
  readonly moved: readonly string[];
  readonly left: readonly LeftIssue[];
  /** Whether they are ranked as asked. */
  readonly isRanked: boolean;
}

/** One call an issue is worth it for as many as somebody picks by hand. */
const ONE_BY_ONE = 10;

/**
 * Moves issues of a board into one of its sprints, or to the backlog, as the viewer: Jira decides about each. All of them go in one
 * call; where Jira refuses that, they go one by one, so that one that the viewer may not move holds up no other.
 * @throws WriteFailure `refused`, in Jira's words, when none may be moved; ReadFailure when the viewer may not see the board, or the
 * sprint is not its.
 */
export async function moveBetweenSprints(ports: MoveIssuesPorts, request: MoveRequest): Promise<MovedIssues> {
  const { boardId, issueKeys, fromSprintId, toSprintId, beforeKey } = request;
  const keys = [...new Set(issueKeys)];
  const board = ports.readBoard(boardId);
  const [found, to] = await Promise.all([
    board.then((read) => ports.findPlaces(read, keys)),
    toSprintId === null ? null : sprintOfBoard(ports, boardId, toSprintId),
  ]);
  if (to?.state === 'closed') throw new WriteFailure('refused', 'move: the sprint is closed.');

  const places = new Map(found.map((place) => [place.key, place]));
  const left: LeftIssue[] = [];
  const toMove: string[] = [];
  for (const key of keys) {
    const place = places.get(key);
    if (place === undefined) left.push({ key, why: 'not-on-board' });
    else if (isElsewhere(place.sprintId, fromSprintId, toSprintId)) left.push({ key, why: 'elsewhere' });
    else toMove.push(key);
  }
  if (toMove.length === 0) return { moved: [], left, isRanked: true };

  // The backlog takes no rank with the move.
  const rank = toSprintId === null ? null : beforeKey;
  const { moved, refused } = await moveAll(ports, toMove, toSprintId, rank);
  const isRanked = toSprintId !== null || beforeKey === null || (await isPutBefore(ports, moved, beforeKey));
  return {
    moved,
    left: [...left, ...refused.map((key): LeftIssue => ({ key, why: 'refused' }))],
    isRanked,
  };
}

function isElsewhere(now: number | null, from: number | null | undefined, to: number | null): boolean {
  return from !== undefined && now !== from && now !== to;
}

async function moveAll(
  { moveIssues }: MoveIssuesPorts,
  keys: readonly string[],
  to: number | null,
  before: string | null,
): Promise<{ readonly moved: readonly string[]; readonly refused: readonly string[] }> {
  try {
    await moveIssues(keys, to, before);
    return { moved: keys, refused: [] };
  } catch (error) {
    if (!(error instanceof WriteFailure) || keys.length < 2 || keys.length > ONE_BY_ONE) throw error;
    const moved: string[] = [];
    const refused: string[] = [];
    // One after the other: each is ranked right before the same issue, so that they keep their order.
    for (const key of keys) {
      await moveIssues([key], to, before).then(
        () => moved.push(key),
        (failure: unknown) => {
          // Out of time half-way: what was moved is moved, and the rest is told as not.
          if (!(failure instanceof WriteFailure) && !(failure instanceof ReadFailure)) throw failure;
          refused.push(key);
        },
      );
    }
    if (moved.length === 0) throw error;
    return { moved, refused };
  }
}

/** What was moved stays moved when Jira does not rank it. */
async function isPutBefore(
  { rankBefore }: MoveIssuesPorts,
  keys: readonly string[],
  beforeKey: string,
): Promise<boolean> {
  try {
    await rankBefore(keys, beforeKey);
    return true;
  } catch (error) {
    if (error instanceof WriteFailure || error instanceof ReadFailure) return false;
    throw error;
  }
}
