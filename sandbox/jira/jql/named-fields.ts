import type { JqlField } from '#sandbox/jira/jql/context';
import { JqlError } from '#sandbox/jira/jql/error';
import { byKey, choiceField, noSuchFunction, noSuchValue } from '#sandbox/jira/jql/kinds';
import { linkedIssues } from '#sandbox/jira/jql/linked-issues';
import type { Issue } from '#sandbox/jira/model';
import type { Viewer } from '#sandbox/jira/permissions';
import type { JiraSite } from '#sandbox/jira/site.types';

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** The ids of the records with this id or name, or Jira's refusal. */
function byName(records: Iterable<{ id: string; name: string }>, field: string, text: string): string[] {
  const found = [...records].filter(({ id, name }) => id === text || same(name, text)).map(({ id }) => id);
  if (found.length === 0) throw noSuchValue(field, text);
  return found;
}

const UNRESOLVED = 'Unresolved';
const single = (value: string | null) => (value === null ? [] : [value]);
const keyNumber = (key: string) => Number(key.slice(key.lastIndexOf('-') + 1));

export function projectField(site: JiraSite): JqlField {
  return choiceField({
    values: ({ projectId }) => [projectId],
    resolve(operand, field, { viewer }) {
      if (operand.kind === 'call') throw noSuchFunction(operand);
      const found = viewer
        .projects()
        .filter(
          ({ id, key, name }) => id === operand.text || same(key, operand.text) || same(name, operand.text),
        );
      if (found.length === 0) throw noSuchValue(field, operand.text);
      return found.map(({ id }) => id);
    },
    order: byKey(({ projectId }) => site.get('projects', projectId)?.name.toLowerCase() ?? ''),
    candidates: (ids) => ids.flatMap((id) => site.issuesOfProject(id)),
  });
}

export function issueTypeField(site: JiraSite): JqlField {
  return choiceField({
    values: ({ issueTypeId }) => [issueTypeId],
    resolve(operand, field) {
      const types = [...site.all('issueTypes')];
      if (operand.kind === 'text') return byName(types, field, operand.text);
      const isSubtask = same(operand.name, 'subtaskIssueTypes');
      if (!isSubtask && !same(operand.name, 'standardIssueTypes')) throw noSuchFunction(operand);
      return types.filter(({ hierarchyLevel }) => (hierarchyLevel === -1) === isSubtask).map(({ id }) => id);
    },
    order: byKey(({ issueTypeId }) => site.get('issueTypes', issueTypeId)?.name ?? ''),
  });
}

export function statusField(site: JiraSite): JqlField {
  return choiceField({
    values: ({ statusId }) => [statusId],
    resolve(operand, field) {
      if (operand.kind === 'call') throw noSuchFunction(operand);
      return byName(site.all('statuses'), field, operand.text);
    },
    order: byKey(({ statusId }) => Number(statusId)),
    historyFieldId: 'status',
  });
}

const CATEGORIES = [
  { id: '2', key: 'new', name: 'To Do' },
  { id: '4', key: 'indeterminate', name: 'In Progress' },
  { id: '3', key: 'done', name: 'Done' },
];

export function statusCategoryField(site: JiraSite): JqlField {
  const categoryOf = ({ statusId }: Issue) => site.get('statuses', statusId)?.category ?? 'new';
  return choiceField({
    values: (issue) => [categoryOf(issue)],
    resolve(operand, field) {
      if (operand.kind === 'call') throw noSuchFunction(operand);
      const found = CATEGORIES.filter(({ id, key, name }) =>
        [id, key, name].some((known) => same(known, operand.text)),
      );
      if (found.length === 0) throw noSuchValue(field, operand.text);
      return found.map(({ key }) => key);
    },
    order: byKey((issue) => CATEGORIES.findIndex(({ key }) => key === categoryOf(issue))),
  });
}

/** Priorities compare by urgency: Lowest is the smallest. Ascending order starts with the lowest. */
export function priorityField(site: JiraSite): JqlField {
  const urgency = new Map([...site.all('priorities')].map(({ id }, place) => [id, -place]));
  return choiceField({
    values: ({ priorityId }) => single(priorityId),
    resolve(operand, field) {
      if (operand.kind === 'call') throw noSuchFunction(operand);
      return byName(site.all('priorities'), field, operand.text);
    },
    order: byKey(({ priorityId }) => (priorityId === null ? null : (urgency.get(priorityId) ?? null))),
    place: (id) => urgency.get(id) ?? 0,
    historyFieldId: 'priority',
  });
}

export function resolutionField(site: JiraSite): JqlField {
  return choiceField({
    // `resolution = Unresolved` is Jira's other way to say that there is none; `is EMPTY` means the same.
    values: ({ resolutionId }) => single(resolutionId),
    isNothing: (id) => id === UNRESOLVED,
    resolve(operand, field) {
      if (operand.kind === 'call') throw noSuchFunction(operand);
      if (same(operand.text, UNRESOLVED)) return [UNRESOLVED];
      return byName(site.all('resolutions'), field, operand.text);
    },
    order: byKey(({ resolutionId }) => (resolutionId === null ? null : Number(resolutionId))),
    historyFieldId: 'resolution',
  });
}

export function userField(site: JiraSite, which: 'assignee' | 'reporter' | 'creator'): JqlField {
  return choiceField({
    values: (issue) => single(issue[which]),
    resolve(operand, field, { viewer }) {
      if (operand.kind === 'call') {
        if (same(operand.name, 'currentUser')) return viewer.accountId ? [viewer.accountId] : [];
        if (!same(operand.name, 'membersOf')) throw noSuchFunction(operand);
        const name = operand.args[0] ?? '';
        const group = [...site.all('groups')].find((each) => same(each.name, name) || each.groupId === name);
        if (!group) {
          throw new JqlError([
            `Function 'membersOf' can not generate a list of usernames for group '${name}'; the group does not exist.`,
          ]);
        }
        return group.accountIds;
      }
      const { text } = operand;
      const found = [...site.all('users')].filter(
        ({ accountId, displayName, email }) =>
          accountId === text || same(displayName, text) || same(email, text),
      );
      if (found.length === 0) throw noSuchValue(field, text);
      return found.map(({ accountId }) => accountId);
    },
    order: byKey((issue) => {
      const accountId = issue[which];
      return accountId === null
        ? null
        : (site.get('users', accountId)?.displayName.toLowerCase() ?? accountId);
    }),
    ...(which === 'creator' ? {} : { historyFieldId: which }),
  });
}

export function labelsField(): JqlField {
  return choiceField({
    values: ({ labels }) => labels.map((label) => label.toLowerCase()),
    resolve(operand) {
      if (operand.kind === 'call') throw noSuchFunction(operand);
      return [operand.text.toLowerCase()];
    },
    order: byKey(({ labels }) => labels[0]?.toLowerCase() ?? null),
  });
}

export function levelField(site: JiraSite): JqlField {
  return choiceField({
    values: ({ securityLevelId }) => single(securityLevelId),
    resolve(operand, field) {
      if (operand.kind === 'call') throw noSuchFunction(operand);
      return byName(site.all('securityLevels'), field, operand.text);
    },
  });
}

/** An issue by key or id; hidden ones are refused like missing ones. */
function issueIds(site: JiraSite, field: string, text: string, viewer: Viewer): string[] {
  const issue = site.issue(text);
  if (issue && viewer.canSee(issue)) return [issue.id];
  const named = /^\d+$/.test(text) ? `A value with ID '${text}'` : `An issue with key '${text}'`;
  throw new JqlError([`${named} does not exist for field '${field}'.`]);
}

export function parentField(site: JiraSite): JqlField {
  return choiceField({
    values: ({ parentId }) => single(parentId),
    resolve(operand, field, { viewer }) {
      if (operand.kind === 'call') throw noSuchFunction(operand);
      return issueIds(site, field, operand.text, viewer);
    },
    candidates: (ids) => ids.flatMap((id) => site.childrenOf(id)),
    order: byKey(({ parentId }) => (parentId === null ? null : Number(parentId))),
  });
}

export function issueKeyField(site: JiraSite): JqlField {
  const field = choiceField({
    values: ({ id }) => [id],
    resolve(operand, name, { viewer, isFragment }) {
      if (operand.kind === 'text' && isFragment === true) {
        // Shared by everybody who searches: what this one may not see is nothing to them, and no reason to refuse the rest.
        const issue = site.issue(operand.text);
        return issue && viewer.canSee(issue) ? [issue.id] : [];
      }
      if (operand.kind === 'text') return issueIds(site, name, operand.text, viewer);
      if (!same(operand.name, 'linkedIssues')) throw noSuchFunction(operand);
      const [key, words] = operand.args;
      const [id] = issueIds(site, name, key ?? '', viewer);
      return linkedIssues(site, id ?? '', words);
    },
    candidates: (ids) => ids.flatMap((id) => site.get('issues', id) ?? []),
    order: (a, b) => {
      const [left, right] = [a, b].map(({ key }) => key.slice(0, key.lastIndexOf('-')));
      if (left !== right) return (left ?? '') < (right ?? '') ? -1 : 1;
      return keyNumber(a.key) - keyNumber(b.key);
    },
  });
  return field;
}
