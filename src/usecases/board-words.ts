import type { BoardToRead, ListedIssue } from '#src/ports/backlog';
import type { SiteField, SitePriority } from '#src/ports/site';
import type { OpenSprint } from '#src/ports/sprints';
import type { BacklogWords } from '#src/usecases/board-backlog';

/** What a reading knows names of. */
export interface Named {
  readonly issues: readonly ListedIssue[];
  readonly board: BoardToRead;
  readonly sprints: readonly OpenSprint[];
  readonly fields: readonly SiteField[];
  readonly priorities: readonly SitePriority[];
}

type Entry<Value> = readonly [id: string, value: Value];

const byId = <Value>(entries: readonly Entry<Value>[]): Readonly<Record<string, Value>> =>
  Object.fromEntries(entries);

/** Names and texts of all that an assessment of these issues may speak of. */
export function wordsOf({ issues, board, sprints, fields, priorities }: Named): BacklogWords {
  const { estimation, criteriaFieldIds, requiredFieldIds } = board;
  const used = new Set([...criteriaFieldIds, ...requiredFieldIds]);
  return {
    issues: byId(
      issues.map(({ id, summary, issueType }): Entry<{ summary: string; type: string }> => [
        id,
        { summary, type: issueType.name },
      ]),
    ),
    sprints: byId([
      ...issues.flatMap(({ sprint }): Entry<string>[] => (sprint ? [[String(sprint.id), sprint.name]] : [])),
      ...sprints.map(({ id, name }): Entry<string> => [String(id), name]),
    ]),
    people: byId(
      issues.flatMap(({ assigneeId, assigneeName }): Entry<string>[] =>
        assigneeId !== null && assigneeName !== null ? [[assigneeId, assigneeName]] : [],
      ),
    ),
    parents: byId(
      issues.flatMap(({ parent }): Entry<{ key: string; summary: string }>[] =>
        parent ? [[parent.id, { key: parent.key, summary: parent.summary }]] : [],
      ),
    ),
    priorities: byId([
      ...issues.flatMap(({ priorityId, priorityName }): Entry<string>[] =>
        priorityId !== null && priorityName !== null ? [[priorityId, priorityName]] : [],
      ),
      ...priorities.map(({ id, name }): Entry<string> => [id, name]),
    ]),
    fields: byId([
      ...(estimation ? [[estimation.fieldId, estimation.displayName] as const] : []),
      ...fields.filter(({ id }) => used.has(id)).map(({ id, name }): Entry<string> => [id, name]),
    ]),
  };
}
