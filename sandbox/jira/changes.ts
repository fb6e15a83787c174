import { adfText } from '#sandbox/jira/adf';
import { FIELD, IMPEDIMENT } from '#sandbox/jira/ids';
import type { Adf, Field, History, Issue, Sprint } from '#sandbox/jira/model';
import type { Records } from '#sandbox/jira/records';

export type ChangeItem = History['items'][number];

/** One line of a change log, in the order Jira names its parts. */
export function changeItem(
  field: { name: string; id: string; isCustom?: boolean },
  from: readonly [value: string | null, words: string | null],
  to: readonly [value: string | null, words: string | null],
): ChangeItem {
  return {
    field: field.name,
    fieldtype: field.isCustom === true ? 'custom' : 'jira',
    fieldId: field.id,
    from: from[0],
    fromString: from[1],
    to: to[0],
    toString: to[1],
  };
}

const system = (id: string, name = id) => ({ id, name });

/** A change of the Sprint field: ids and names of all sprints, comma-separated. */
export function sprintChange(before: readonly Sprint[], after: readonly Sprint[]): ChangeItem {
  const side = (sprints: readonly Sprint[]) =>
    [sprints.map(({ id }) => id).join(', '), sprints.map(({ name }) => name).join(', ')] as const;
  return changeItem({ id: FIELD.sprint, name: 'Sprint', isCustom: true }, side(before), side(after));
}

/** What a move in rank leaves behind. */
export function rankChange(direction: 'higher' | 'lower'): ChangeItem {
  return changeItem(
    { id: FIELD.rank, name: 'Rank', isCustom: true },
    ['', ''],
    ['', direction === 'higher' ? 'Ranked higher' : 'Ranked lower'],
  );
}

const isDocument = (value: object): value is Adf => 'type' in value && value.type === 'doc';

/** The words that Jira's change log has for a custom field's value. */
function customText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (Array.isArray(value)) return value.map((entry: unknown) => customText(entry) ?? '').join(',');
  if (typeof value === 'object') {
    if (isDocument(value)) return adfText(value).trimEnd();
    for (const key of ['value', 'displayName', 'name'] as const) {
      const named = Object.entries(value).find(([name]) => name === key)?.[1] as unknown;
      if (typeof named === 'string') return named;
    }
  }
  return JSON.stringify(value);
}

function customChange(field: Field, before: unknown, after: unknown): ChangeItem | null {
  const from = customText(before);
  const to = customText(after);
  if (from === to) return null;
  return changeItem({ id: field.id, name: field.name, isCustom: true }, [null, from], [null, to ?? '']);
}

type Pair = readonly [value: string | null, words: string | null];

/** What changed between two versions of an issue, item by item, as Jira's change log words it; sprint and rank apart. */
export function issueChanges(records: Records, before: Issue, after: Issue): ChangeItem[] {
  const items: ChangeItem[] = [];
  const compare = (field: { id: string; name: string }, side: (issue: Issue) => Pair) => {
    const [from, to] = [side(before), side(after)];
    if (from[0] !== to[0] || from[1] !== to[1]) items.push(changeItem(field, from, to));
  };
  const named = (
    name: 'priorities' | 'resolutions' | 'statuses' | 'securityLevels' | 'projects' | 'issueTypes',
    id: string | null,
  ): Pair => (id === null ? [null, null] : [id, records.get(name, id)?.name ?? id]);
  const person = (accountId: string | null): Pair =>
    accountId === null
      ? [null, null]
      : [accountId, records.get('users', accountId)?.displayName ?? accountId];

  compare(system('project'), ({ projectId }) => named('projects', projectId));
  compare(system('Key', 'Key'), ({ key }) => [null, key]);
  compare(system('issuetype'), ({ issueTypeId }) => named('issueTypes', issueTypeId));
  compare(system('summary'), ({ summary }) => [null, summary]);
  compare(system('description'), ({ description }) => [
    null,
    description === null ? null : adfText(description).trimEnd(),
  ]);
  compare(system('priority'), ({ priorityId }) => named('priorities', priorityId));
  compare(system('assignee'), ({ assignee }) => person(assignee));
  compare(system('reporter'), ({ reporter }) => person(reporter));
  compare(system('duedate'), ({ dueDate }) => [dueDate, dueDate === null ? null : `${dueDate} 00:00:00.0`]);
  compare(system('labels'), ({ labels }) => ['', labels.join(' ')]);
  compare(system('security'), ({ securityLevelId }) => named('securityLevels', securityLevelId));
  compare(system('', 'IssueParentAssociation'), ({ parentId }) =>
    parentId === null ? [null, null] : [parentId, records.get('issues', parentId)?.key ?? null],
  );
  compare(system('resolution'), ({ resolutionId }) => named('resolutions', resolutionId));
  compare(system('status'), ({ statusId }) => named('statuses', statusId));
  if (before.isFlagged !== after.isFlagged) {
    const side = (isFlagged: boolean): Pair =>
      isFlagged ? [`[${IMPEDIMENT.id}]`, IMPEDIMENT.value] : ['', ''];
    items.push(
      changeItem(
        { id: FIELD.flagged, name: 'Flagged', isCustom: true },
        side(before.isFlagged),
        side(after.isFlagged),
      ),
    );
  }
  for (const fieldId of new Set([...Object.keys(before.customFields), ...Object.keys(after.customFields)])) {
    const field = records.get('fields', fieldId);
    const change = field && customChange(field, before.customFields[fieldId], after.customFields[fieldId]);
    if (change) items.push(change);
  }
  return items;
}
