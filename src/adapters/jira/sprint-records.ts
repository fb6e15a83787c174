import type { JiraAccess } from '#src/adapters/jira/access';
import { readChangeLogs } from '#src/adapters/jira/change-logs';
import type { ReadFieldsOfLog } from '#src/adapters/jira/change-log-item';
import {
  listOtherIssues,
  readFacts,
  type IssueFacts,
  type SprintIssueSource,
} from '#src/adapters/jira/issues-of-sprints';
import { readNamedIssues } from '#src/adapters/jira/named-issues';
import { readSprintField } from '#src/adapters/jira/sprint-field';
import {
  placeIssues,
  type CountingBoard,
  type SprintWindow,
} from '#src/domain/capacity/sprint-record-issues';
import { sumSprint, type Sureness } from '#src/domain/capacity/sprint-record-sums';
import type { FieldChange, IssueTimeline } from '#src/domain/capacity/sprint-record-timeline';
import type { BoardSetup } from '#src/ports/boards';
import type { ReadClosedRecords, ReadSprintNow } from '#src/ports/sprint-records';
import type { ClosedSprint } from '#src/ports/sprints';

/** Other issues that are looked through for those that were taken out: each costs a point, and so does its change log. */
const MOST_OTHERS = 1_000;

/** Calls besides those for the issues that the sprints name: the fields, other issues, their logs, all logs, what was taken out. */
const OTHER_CALLS = 5;

function countingOf({ doneStatusIds, firstStatusIds = [], estimation }: BoardSetup): CountingBoard {
  return { doneStatusIds, firstStatusIds, countsIssues: estimation === null };
}

const windowOf = ({ id, startDate, completeDate }: ClosedSprint): SprintWindow => ({
  sprintId: id,
  start: Date.parse(startDate),
  end: Date.parse(completeDate),
});

function fieldsOf({ board: { estimation }, sprintField }: SprintIssueSource): ReadFieldsOfLog {
  const estimate = estimation && { id: estimation.fieldId, name: estimation.displayName };
  return { sprint: sprintField, hasStatus: true, estimate };
}

/** The first of the sprints' starts. */
function oldestStart(sprints: readonly { readonly startDate: string }[]): string {
  return sprints.map(({ startDate }) => startDate).toSorted()[0] ?? '';
}

/**
 * Of issues by their Sprint field alone, those that were in one of the sprints while it ran, and in which. When they were created is not
 * known here; one that was created later than a sprint's start is in it all the same.
 */
function whoWasIn(
  windows: readonly SprintWindow[],
  logs: ReadonlyMap<string, readonly FieldChange[]>,
): ReadonlyMap<number, ReadonlySet<string>> {
  const timelines = [...logs].map(([issueId, changes]): IssueTimeline => ({
    issueId,
    isSubtask: false,
    created: Number.NEGATIVE_INFINITY,
    sprintIds: [],
    statusId: '',
    estimate: null,
    changes,
  }));
  const nothing = { doneStatusIds: [], firstStatusIds: [], countsIssues: true };
  const places = placeIssues(windows, timelines, nothing);
  return new Map([...places].map(([id, issues]) => [id, new Set(issues.map(({ issueId }) => issueId))]));
}

const idsIn = (stays: ReadonlyMap<number, ReadonlySet<string>>) => [
  ...new Set([...stays.values()].flatMap((ids) => [...ids])),
];

/** Joins what issues are with what became of them. */
function timelinesOf(
  facts: readonly IssueFacts[],
  logs: ReadonlyMap<string, readonly FieldChange[]>,
): readonly IssueTimeline[] {
  return facts.map((issue) => ({ ...issue, changes: logs.get(issue.issueId) ?? [] }));
}

/** How many issues of each sprint were found by their change logs and then not shown. */
function unseenIn(stays: ReadonlySet<string> | undefined, shown: ReadonlySet<string>): number {
  return [...(stays ?? [])].filter((id) => !shown.has(id)).length;
}

/**
 * Reads closed sprints in four rounds, or five for large teams: the Sprint field beside the board's other issues; the issues that the
 * sprints name beside the sprints of those others; all change logs beside the issues that were taken out.
 */
export function readClosedRecords(access: JiraAccess): ReadClosedRecords {
  return async (board, asked, calls) => {
    if (asked.length === 0) return [];
    const sprintIds = asked.map(({ id }) => id);
    const [sprintField, others] = await Promise.all([
      readSprintField(access),
      listOtherIssues(access, board, { sprintIds, since: oldestStart(asked), most: MOST_OTHERS }),
    ]);
    const source = { access, board, sprintField };
    const [named, sprintLogs] = await Promise.all([
      readNamedIssues(source, asked, calls - OTHER_CALLS),
      readChangeLogs(access, others.ids, { sprint: sprintField, hasStatus: false }),
    ]);
    const windows = named.sprints.map(windowOf);
    const stays = whoWasIn(windows, sprintLogs);
    const removedIds = idsIn(stays);
    const ids = [...named.issues.map(({ issueId }) => issueId), ...removedIds];
    const [logs, removed] = await Promise.all([
      readChangeLogs(access, ids, fieldsOf(source)),
      readFacts(source, removedIds),
    ]);
    const places = placeIssues(windows, timelinesOf([...named.issues, ...removed], logs), countingOf(board));
    const shown = new Set(removed.map(({ issueId }) => issueId));
    return windows
      .map((window) => {
        const unseen = unseenIn(stays.get(window.sprintId), shown);
        const sureness: Sureness = { unseen, removedMayBeMissing: others.isCut };
        return sumSprint(window, places.get(window.sprintId) ?? [], sureness);
      })
      .toSorted((one, other) => sprintIds.indexOf(one.sprintId) - sprintIds.indexOf(other.sprintId));
  };
}

const isoOrNull = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());

/**
 * Reads one sprint in as few calls as can be: of the board's other issues all three fields' changes are read at once, which costs more
 * points than for closed sprints, but these are the other issues of one sprint's time only.
 */
export function readSprintNow(access: JiraAccess): ReadSprintNow {
  return async (board, { id, startDate, completeDate }, now) => {
    const until = completeDate ?? now.toISOString();
    const closed: ClosedSprint = { id, startDate, completeDate: until };
    // What happened at this very moment has happened.
    const window = { ...windowOf(closed), ...(completeDate === null ? { end: now.getTime() + 1 } : {}) };
    const [sprintField, others] = await Promise.all([
      readSprintField(access),
      listOtherIssues(access, board, { sprintIds: [id], since: startDate, most: MOST_OTHERS }),
    ]);
    const source = { access, board, sprintField };
    const named = await readNamedIssues(source, [closed], Number.POSITIVE_INFINITY);
    const namedIds = named.issues.map(({ issueId }) => issueId);
    const looked = others.ids.slice(0, Math.max(0, MOST_OTHERS - namedIds.length));
    const logs = await readChangeLogs(access, [...namedIds, ...looked], fieldsOf(source));
    const lookedAt = new Set(looked);
    const stays = whoWasIn([window], new Map([...logs].filter(([issueId]) => lookedAt.has(issueId))));
    const removed = await readFacts(source, idsIn(stays));
    const facts = [...named.issues, ...removed];
    const places = placeIssues([window], timelinesOf(facts, logs), countingOf(board)).get(id) ?? [];
    const keys = new Map(facts.map(({ issueId, key }) => [issueId, key]));
    const shown = new Set(removed.map(({ issueId }) => issueId));
    const sureness: Sureness = {
      unseen: unseenIn(stays.get(id), shown),
      removedMayBeMissing: others.isCut || looked.length < others.ids.length,
    };
    return {
      record: { ...sumSprint(window, places, sureness), completeDate: until },
      issues: places.map((place) => ({
        ...place,
        key: keys.get(place.issueId) ?? '',
        becameDone: isoOrNull(place.becameDone),
        startedWork: isoOrNull(place.startedWork),
      })),
    };
  };
}
