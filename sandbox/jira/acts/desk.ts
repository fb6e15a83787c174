import type { Clock } from '#sandbox/clock';
import type { ChangeItem } from '#sandbox/jira/changes';
import type { Indexes } from '#sandbox/jira/indexes';
import type { Collections, Issue } from '#sandbox/jira/model';
import type { Records } from '#sandbox/jira/records';
import type { Act, SprintEvent } from '#sandbox/jira/site.types';
import { SiteError } from '#sandbox/state/site-error';

/** What every act works with. */
export interface Desk {
  readonly records: Records;
  readonly indexes: Indexes;
  readonly clock: Clock;
  /** Tells what happened to a sprint; heard once the whole act is on the disk. */
  readonly announce: (event: SprintEvent) => void;
}

export { SiteError };

/** The record, or a SiteError that names what is missing. */
export function demand<Name extends keyof Collections>(
  desk: Desk,
  name: Name,
  id: string | number,
): Collections[Name] {
  const record = desk.records.get(name, id);
  if (record === undefined) throw new SiteError(`There is no record ${String(id)} in ${name}.`);
  return record;
}

/** When an act happened. */
export function momentOf(desk: Desk, act: Act): number {
  return act.at ?? desk.clock.now();
}

/** Writes one entry of an issue's change log; nothing when there are no items. */
export function logChange(desk: Desk, issueId: string, items: readonly ChangeItem[], act: Act): void {
  if (items.length === 0) return;
  desk.records.put('histories', {
    id: String(desk.records.nextId('histories')),
    issueId,
    author: act.by,
    created: momentOf(desk, act),
    items: [...items],
  });
}

/** Replaces an issue and dates the change, never backwards. */
export function putUpdated(desk: Desk, issue: Issue, act: Act): Issue {
  const updated = { ...issue, updated: Math.max(issue.updated, momentOf(desk, act)) };
  desk.records.put('issues', updated);
  return updated;
}
