import type { SprintIssue, SprintList } from '#src/domain/capacity/sprint-record';
import {
  firstState,
  momentsOf,
  stateAfter,
  type IssueState,
  type IssueTimeline,
} from '#src/domain/capacity/sprint-record-timeline';

/** When a sprint ran, in milliseconds since 1970: from just after its start to just before its end. */
export interface SprintWindow {
  readonly sprintId: number;
  readonly start: number;
  readonly end: number;
}

/** What of a board decides how its sprints are counted: its mapping of today. */
export interface CountingBoard {
  readonly doneStatusIds: readonly string[];
  readonly firstStatusIds: readonly string[];
  /** Without an estimation field each issue counts 1. */
  readonly countsIssues: boolean;
}

interface Boundary {
  readonly at: number;
  readonly isEnd: boolean;
  /** Whether it comes before the changes of its instant. */
  readonly isBeforeChanges: boolean;
  readonly window: SprintWindow;
}

/** What is known of one issue in one sprint while that runs. */
interface Stay {
  readonly wasAdded: boolean;
  readonly wasCarriedIn: boolean;
  readonly estimateAtStart: number | null;
  isIn: boolean;
  estimateWhenRemoved: number | null;
  /** When it last became done as an issue of this sprint. */
  doneAt: number | null;
}

/**
 * A change at the very start belongs to the plan, one at the very end is none of the sprint's any more; the latter holds for a sprint
 * that was completed at the instant of its start.
 */
function boundariesOf(windows: readonly SprintWindow[]): readonly Boundary[] {
  return windows
    .flatMap((window): Boundary[] => [
      { at: window.start, isEnd: false, isBeforeChanges: window.end <= window.start, window },
      { at: Math.max(window.start, window.end), isEnd: true, isBeforeChanges: true, window },
    ])
    .sort((one, other) => one.at - other.at || Number(other.isBeforeChanges) - Number(one.isBeforeChanges));
}

/** Follows one issue through all sprints: told of its moments and of the sprints' boundaries, in the order of time. */
interface Walk {
  /** Goes on to the state that a moment left. */
  readonly moveTo: (at: number, next: IssueState) => void;
  readonly start: (window: SprintWindow) => void;
  /** What became of the issue in a sprint that ends here; null when it was never in it. */
  readonly end: (window: SprintWindow) => SprintIssue | null;
}

function listOf({ isIn, doneAt }: Stay, becameDone: number | null): SprintList {
  if (!isIn) return 'removed';
  if (becameDone === null) return 'not-completed';
  return doneAt === becameDone ? 'completed' : 'completed-outside';
}

/** When it became done, and when work on it began. */
interface Progress {
  /** For the last time; null while it is not done. */
  readonly becameDone: () => number | null;
  readonly startedWork: () => number | null;
  /** @returns whether it became done right now. */
  readonly moveTo: (at: number, before: IssueState | null, next: IssueState) => boolean;
}

function followProgress(done: ReadonlySet<string>, first: ReadonlySet<string>): Progress {
  let born: number | null = null;
  let becameDone: number | null = null;
  let stoodFirst = false;
  let leftFirst: number | null = null;
  return {
    becameDone: () => becameDone,
    startedWork: () => leftFirst ?? (stoodFirst ? null : born),
    moveTo: (at, before, next) => {
      born ??= at;
      if (first.has(next.statusId)) stoodFirst = true;
      else if (before !== null && first.has(before.statusId)) leftFirst ??= at;
      const isDone = done.has(next.statusId);
      const wasDone = before !== null && done.has(before.statusId);
      if (isDone && !wasDone) becameDone = at;
      if (!isDone) becameDone = null;
      return isDone && !wasDone;
    },
  };
}

function walkIssue(
  issueId: string,
  progress: Progress,
  estimateOf: (state: IssueState) => number | null,
): Walk {
  /** Of the sprints that run. */
  const stays = new Map<number, Stay>();
  /** The sprints that run, whether the issue is in them or not. */
  const running = new Set<number>();
  let state: IssueState | null = null;
  const estimate = () => state && estimateOf(state);
  const enter = (id: number, kind: Pick<Stay, 'wasAdded' | 'wasCarriedIn'>) => {
    const estimateAtStart = estimate();
    stays.set(id, { ...kind, estimateAtStart, isIn: true, estimateWhenRemoved: null, doneAt: null });
  };
  const join = (id: number) => {
    if (!running.has(id)) return;
    const stay = stays.get(id);
    if (stay) stay.isIn = true;
    else enter(id, { wasAdded: true, wasCarriedIn: false });
  };
  const leave = (id: number) => {
    const stay = stays.get(id);
    if (!stay) return;
    stay.isIn = false;
    stay.estimateWhenRemoved = estimate();
  };
  return {
    moveTo: (at, next) => {
      const before = state;
      state = next;
      for (const id of next.sprintIds) if (!before?.sprintIds.has(id)) join(id);
      for (const id of before?.sprintIds ?? []) if (!next.sprintIds.has(id)) leave(id);
      if (!progress.moveTo(at, before, next)) return;
      for (const id of next.sprintIds) {
        const stay = stays.get(id);
        if (stay) stay.doneAt = at;
      }
    },
    start: ({ sprintId }) => {
      running.add(sprintId);
      // Jira leaves closed sprints in the field, and lets an issue be in one open sprint only.
      if (state?.sprintIds.has(sprintId)) {
        enter(sprintId, { wasAdded: false, wasCarriedIn: state.sprintIds.size > 1 });
      }
    },
    end: ({ sprintId }) => {
      const stay = stays.get(sprintId);
      running.delete(sprintId);
      stays.delete(sprintId);
      if (!stay) return null;
      const { wasAdded, wasCarriedIn, estimateAtStart, isIn, estimateWhenRemoved } = stay;
      const becameDone = progress.becameDone();
      return {
        issueId,
        list: listOf(stay, becameDone),
        wasAdded,
        wasCarriedIn,
        estimateAtStart,
        estimateAtEnd: isIn ? estimate() : estimateWhenRemoved,
        becameDone,
        startedWork: progress.startedWork(),
      };
    },
  };
}

/**
 * Finds every issue's place in every sprint, by the rules of docs/sprint-history.md. Each change log is walked once, whatever the
 * number of sprints. Sub-tasks are in none.
 * @returns by sprint id, in the order of `timelines`; a sprint without issues has an empty list.
 */
export function placeIssues(
  windows: readonly SprintWindow[],
  timelines: readonly IssueTimeline[],
  { doneStatusIds, firstStatusIds, countsIssues }: CountingBoard,
): ReadonlyMap<number, readonly SprintIssue[]> {
  const boundaries = boundariesOf(windows);
  const [done, first] = [new Set(doneStatusIds), new Set(firstStatusIds)];
  const estimateOf = ({ estimate }: IssueState) => (countsIssues ? 1 : estimate);
  const places = new Map<number, SprintIssue[]>(windows.map(({ sprintId }) => [sprintId, []]));
  for (const timeline of timelines) {
    if (timeline.isSubtask) continue;
    const walk = walkIssue(timeline.issueId, followProgress(done, first), estimateOf);
    let passed = 0;
    const passUntil = (isBefore: (boundary: Boundary) => boolean) => {
      for (let next = boundaries[passed]; next && isBefore(next); next = boundaries[passed]) {
        passed += 1;
        if (!next.isEnd) walk.start(next.window);
        else {
          const place = walk.end(next.window);
          if (place) places.get(next.window.sprintId)?.push(place);
        }
      }
    };
    let state = firstState(timeline);
    for (const moment of momentsOf(timeline)) {
      passUntil(({ at, isBeforeChanges }) => at < moment.at || (at === moment.at && isBeforeChanges));
      state = stateAfter(state, moment);
      walk.moveTo(moment.at, state);
    }
    passUntil(() => true);
  }
  return places;
}
