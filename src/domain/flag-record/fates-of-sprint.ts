import {
  placeIssues,
  type CountingBoard,
  type SprintWindow,
} from '#src/domain/capacity/sprint-record-issues';
import type { IssueTimeline } from '#src/domain/capacity/sprint-record-timeline';
import type { FrozenReadiness } from '#src/domain/flag-record/frozen-readiness';
import { fateOf, type IssueFate, type TextChange } from '#src/domain/flag-record/issue-fate';

/** What became of some issues, from their change logs. */
export interface IssueHistories {
  readonly timelines: readonly IssueTimeline[];
  /** By issue id; an issue without a change of its text may be missing. */
  readonly textChanges: ReadonlyMap<string, readonly TextChange[]>;
}

/**
 * The fates of a sprint's frozen issues, by issue id. Where the readiness was frozen after the sprint's start, what happened before is no
 * fate: the checks saw the issue as it was then. Left out are issues that are not among `timelines`, that were not in the sprint at its
 * start although they were when it was frozen, and that had left it by then.
 */
export function fatesOfSprint(
  { at, issues }: FrozenReadiness,
  { timelines, textChanges }: IssueHistories,
  window: SprintWindow,
  board: CountingBoard,
): ReadonlyMap<string, IssueFate> {
  const frozen = new Set(issues.map(({ issueId }) => issueId));
  const own = timelines.filter(({ issueId }) => frozen.has(issueId));
  const seen = { ...window, start: Math.min(window.end, Math.max(window.start, at)) };
  const placesIn = (span: SprintWindow) => placeIssues([span], own, board).get(span.sprintId) ?? [];
  const planned = new Set(
    placesIn(window)
      .filter(({ wasAdded }) => !wasAdded)
      .map(({ issueId }) => issueId),
  );
  const fates = placesIn(seen)
    .filter(({ issueId }) => planned.has(issueId))
    .map((place) => [place.issueId, fateOf(place, textChanges.get(place.issueId) ?? [], seen)] as const);
  return new Map(fates.flatMap(([issueId, fate]) => (fate === null ? [] : [[issueId, fate]])));
}
