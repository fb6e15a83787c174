import type { Health, HealthIssue } from './health';

import type { BacklogWords } from '#src/contract/get-backlog-health';

/** The words of both; where both know one, that of `newer`. */
export function mergeWords(older: BacklogWords, newer: BacklogWords): BacklogWords {
  return {
    issues: { ...older.issues, ...newer.issues },
    sprints: { ...older.sprints, ...newer.sprints },
    people: { ...older.people, ...newer.people },
    parents: { ...older.parents, ...newer.parents },
    priorities: { ...older.priorities, ...newer.priorities },
    fields: { ...older.fields, ...newer.fields },
  };
}

/** The summary of an issue; null while it is not known. */
export function summaryOf({ words }: Health, { id }: HealthIssue): string | null {
  return words.issues[id]?.summary ?? null;
}

/** The name of the sprint that an issue is planned in; null for one that is in none, or while it is not known. */
export function sprintNameOf({ words }: Health, { sprintId }: HealthIssue): string | null {
  return sprintId === null ? null : (words.sprints[String(sprintId)] ?? null);
}

/** Fields that a finding names and whose names are not known. */
export function hasUnnamedFields({ issues, words }: Health): boolean {
  return issues.some(({ findings }) =>
    findings.some(
      (finding) =>
        finding.check === 'required-field' &&
        finding.facts.fieldIds.some((id) => words.fields[id] === undefined),
    ),
  );
}
