import { FIELD } from '#sandbox/jira/ids';
import type { Board, Issue } from '#sandbox/jira/model';
import type { JiraSite } from '#sandbox/jira/site.types';

/** What a report of one sprint asks of an issue at a moment. */
export interface IssueState {
  /** Epoch milliseconds from which it holds, until the next one. */
  readonly at: number;
  readonly isInSprint: boolean;
  readonly isDone: boolean;
  /** null: the field is empty, or the board does not estimate. */
  readonly estimate: number | null;
}

/** What the states of an issue are read against. */
export interface Reading {
  readonly sprintId: number;
  readonly doneStatusIds: ReadonlySet<string>;
  readonly estimation: Board['estimation'];
}

interface Raw {
  readonly sprintIds: readonly number[];
  readonly statusId: string;
  readonly estimate: number | null;
}

const idsIn = (list: string | null) => (list ?? '').split(',').map(Number);
const numberIn = (text: string | null) => (text === null || text === '' ? null : Number(text));

function currentEstimate({ customFields }: Issue, estimation: Board['estimation']): number | null {
  if (estimation.type !== 'field') return estimation.type === 'issueCount' ? 1 : null;
  const value = customFields[estimation.fieldId];
  return typeof value === 'number' ? value : null;
}

/**
 * The states of an issue from its creation on, oldest first, told from its change log alone: where the log is silent about a field,
 * it has always been as it is now. Changes of the same millisecond are one.
 */
export function issueTimeline(
  site: JiraSite,
  issue: Issue,
  { sprintId, doneStatusIds, estimation }: Reading,
): readonly IssueState[] {
  const estimateField = estimation.type === 'field' ? estimation.fieldId : null;
  const entries = [...site.historiesOf(issue.id)].sort(
    (a, b) => a.created - b.created || Number(a.id) - Number(b.id),
  );
  const items = entries.flatMap((entry) => entry.items);
  const firstOf = (fieldId: string | null) => items.find((item) => item.fieldId === fieldId);
  const [sprint, status, estimate] = [firstOf(FIELD.sprint), firstOf('status'), firstOf(estimateField)];
  let raw: Raw = {
    sprintIds: sprint ? idsIn(sprint.from) : issue.sprintIds,
    statusId: status?.from ?? issue.statusId,
    estimate: estimate ? numberIn(estimate.fromString) : currentEstimate(issue, estimation),
  };
  const stateAt = (at: number): IssueState => ({
    at,
    isInSprint: raw.sprintIds.includes(sprintId),
    isDone: doneStatusIds.has(raw.statusId),
    estimate: raw.estimate,
  });
  const states = new Map([[issue.created, stateAt(issue.created)]]);
  for (const entry of entries) {
    for (const item of entry.items) {
      if (item.fieldId === FIELD.sprint) raw = { ...raw, sprintIds: idsIn(item.to) };
      if (item.fieldId === 'status') raw = { ...raw, statusId: item.to ?? raw.statusId };
      if (item.fieldId === estimateField) raw = { ...raw, estimate: numberIn(item.toString) };
    }
    states.set(entry.created, stateAt(entry.created));
  }
  return [...states.values()];
}
