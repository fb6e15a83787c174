import type { Words } from '../../ui/words';
import { checkName } from '../../findings/findings';
import { standingOf, type CheckId, type Health, type HealthIssue } from '../health';

/** A value that stands for having none: no id of Jira is empty. */
export const NONE = '';

/** What the list is narrowed to. null takes everything; `NONE` what has nobody, or no epic. */
export interface ListFilter {
  /** Leaves out what is ready and without a remark. */
  readonly onlyNeedsLook: boolean;
  readonly check: CheckId | null;
  readonly assigneeId: string | null;
  readonly parentId: string | null;
}

export const AT_FIRST: ListFilter = { onlyNeedsLook: true, check: null, assigneeId: null, parentId: null };

type Facet = 'check' | 'assigneeId' | 'parentId';

/** Whether one of the three choices is made; `onlyNeedsLook` is not one of them. */
export function hasChoice({ check, assigneeId, parentId }: ListFilter): boolean {
  return check !== null || assigneeId !== null || parentId !== null;
}

const hasFlag = (issue: HealthIssue, check: CheckId) =>
  issue.findings.some((finding) => finding.check === check);

/** Whether an issue is in the list. What is flagged by the check that was chosen needs a look, however mild the flag. */
export function isListed(issue: HealthIssue, filter: ListFilter): boolean {
  const { onlyNeedsLook, check, assigneeId, parentId } = filter;
  if (check !== null && !hasFlag(issue, check)) return false;
  if (onlyNeedsLook && check === null && standingOf(issue) === 'ready') return false;
  return (
    (assigneeId === null || (issue.assigneeId ?? NONE) === assigneeId) &&
    (parentId === null || (issue.parentId ?? NONE) === parentId)
  );
}

/** One entry of a filter, with how many issues it would list beside the other filters. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  readonly count: number;
}

/** Counts the issues that the other filters leave, by what they have in this facet; a chosen value stays, even at none. */
function countBy<Value extends string>(
  { issues }: Health,
  filter: ListFilter,
  facet: Facet,
  valuesOf: (issue: HealthIssue) => readonly Value[],
): ReadonlyMap<Value, number> {
  const counts = new Map<Value, number>();
  const chosen = filter[facet] as Value | null;
  if (chosen !== null) counts.set(chosen, 0);
  for (const issue of issues) {
    for (const value of valuesOf(issue)) {
      if (isListed(issue, { ...filter, [facet]: value })) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

function byName<Value extends string>(
  { locale }: Words,
  counts: ReadonlyMap<Value, number>,
  nameOf: (value: Value) => string,
): readonly Choice<Value>[] {
  const { compare } = new Intl.Collator(locale);
  const isNone = ({ value }: Choice<Value>) => (value === NONE ? 0 : 1);
  return [...counts]
    .map(([value, count]) => ({ value, count, name: nameOf(value) }))
    .sort((one, other) => isNone(one) - isNone(other) || compare(one.name, other.name));
}

/** The checks that flag something, the commonest first. */
export function checkChoices(words: Words, health: Health, filter: ListFilter): readonly Choice<CheckId>[] {
  const flagged = (issue: HealthIssue) => [...new Set(issue.findings.map(({ check }) => check))];
  const counts = countBy(health, filter, 'check', flagged);
  return byName(words, counts, (check) => checkName(words, check)).toSorted(
    (one, other) => other.count - one.count,
  );
}

/** Who has issues, by name, after nobody. */
export function assigneeChoices(words: Words, health: Health, filter: ListFilter): readonly Choice<string>[] {
  const counts = countBy(health, filter, 'assigneeId', ({ assigneeId }) => [assigneeId ?? NONE]);
  return byName(words, counts, (id) =>
    id === NONE ? words.say('list.nobody') : (health.words.people[id] ?? words.say('list.someone')),
  );
}

/** The epics (or other parents) of issues, after none. */
export function epicChoices(words: Words, health: Health, filter: ListFilter): readonly Choice<string>[] {
  const counts = countBy(health, filter, 'parentId', ({ parentId }) => [parentId ?? NONE]);
  return byName(words, counts, (id) => {
    if (id === NONE) return words.say('list.no-epic');
    const parent = health.words.parents[id];
    return parent === undefined
      ? words.say('list.some-epic')
      : words.say('list.parent-and-summary', { ...parent });
  });
}
