import { defineCheck } from '#src/domain/backlog/checks/define-check';
import type { AdfNode } from '#src/domain/backlog/issue';
import { hasPurpose, saysWhy } from '#src/domain/backlog/text/purpose';
import { readSections } from '#src/domain/backlog/text/sections';
import { findUserStory } from '#src/domain/backlog/text/user-story';

/**
 * Fails when neither the issue nor its parent says why it is worth doing: no benefit of a user story, no heading such as
 * "Why" or "Background" with text below it, no word of purpose, cause, fault or lack: what is broken is the reason. It does
 * not apply to bugs, to sub-tasks, which have their parent's, nor to empty descriptions, which `thin-description` finds.
 * Known limits: it takes any "because" for a reason, and does not see one in a linked page.
 */
export const missingWhy = defineCheck({
  meta: { id: 'missing-why', severity: 'info', enabledByDefault: true },
  options: {},
  evaluate({ summary, description, issueType, parent }) {
    if (issueType.level < 0) return { result: 'not-applicable', reason: 'sub-task' };
    if (isFault(issueType.name, description)) return { result: 'not-applicable', reason: 'not-a-story' };
    if (tellsWhy(summary, description)) return { result: 'pass' };
    if (description === null) return { result: 'not-applicable', reason: 'nothing-written' };
    if (description === undefined) return { result: 'unknown', reason: 'description-not-shown' };
    if (parent === null) return { result: 'fail', facts: { parentKey: null } };
    if (tellsWhy(parent.summary, parent.description)) return { result: 'pass' };
    if (parent.description === undefined) return { result: 'unknown', reason: 'parent-not-read' };
    return { result: 'fail', facts: { parentKey: parent.key } };
  },
});

/** Jira's "Bug" in its languages, and what teams call theirs. */
const FAULT_TYPE =
  /(?<!\p{L})(?:bugs?|defects?|incidents?|problems?|faults?|hotfix|fehler|störung|bogue|anomalie|error|defecto|incidencia|incidente|erro|falha|defeito|errore|difetto|fout|storing|błąd|usterka|awaria)(?!\p{L})|バグ|不具合|障害|缺陷|故障|버그|ошибка/iu;

function isFault(typeName: string, description: AdfNode | null | undefined): boolean {
  if (FAULT_TYPE.test(typeName)) return true;
  if (!description) return false;
  const { filled } = readSections(description);
  return filled.has('actual') || filled.has('expected');
}

function tellsWhy(summary: string, description: AdfNode | null | undefined): boolean {
  return (
    hasPurpose(summary) ||
    (description ? saysWhy(description) : false) ||
    (findUserStory(summary, description)?.benefit ?? null) !== null
  );
}
