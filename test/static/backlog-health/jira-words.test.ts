import { describe, expect, test } from 'vitest';

import { readFieldNames, readName } from '../../../static/backlog-health/jira-names';
import { readWords } from '../../../static/backlog-health/jira-words';
import { buildHealth, buildIssue, buildWords } from '../health-builder';

import { boardLists, listedIssues, type ListedIssue } from './board-lists';

const planned = [
  buildIssue({ key: 'AUR-1', sprintId: 25, assigneeId: 'ada' }),
  buildIssue({ key: 'AUR-2', sprintId: 24, parentId: '50' }),
];
const backlog = [buildIssue({ key: 'AUR-3' }), buildIssue({ key: 'AUR-4', priorityId: null })];
const issues = [...planned, ...backlog];
const health = buildHealth({ issues });
const listed = listedIssues(health);

async function read(lists: readonly ListedIssue[], of = health) {
  const paths: string[] = [];
  const answering = boardLists(lists);
  const jira = (path: string) => {
    paths.push(path);
    return Promise.resolve(answering(path));
  };
  return { ...(await readWords(jira, 7, of)), paths };
}

const withFields = (issue: ListedIssue, fields: ListedIssue['fields']): ListedIssue => ({
  ...issue,
  fields: { ...issue.fields, ...fields },
});
const epic = (id: string): ListedIssue => ({
  id,
  fields: { summary: 'An epic', issuetype: { name: 'Epic', hierarchyLevel: 1 }, sprint: null },
});
const story = (id: string, sprint: unknown = null): ListedIssue => ({
  id,
  fields: { summary: 'New', issuetype: { name: 'Story', hierarchyLevel: 0 }, sprint },
});

describe('words read from Jira', () => {
  test('are all that the answer’s issues have', async () => {
    const { words, isInOrder } = await read(listed);

    expect(isInOrder).toBe(true);
    expect(words).toEqual({ ...buildWords(issues), priorities: { '3': 'Medium' }, fields: {} });
  });

  test('are asked for with the lists’ own conditions, a few more than the answer has', async () => {
    const { paths } = await read(listed);
    const asked = paths.map((path) => new URL(path, 'https://x').searchParams);

    expect(paths.map((path) => path.split('?')[0])).toEqual([
      '/rest/software/1.0/board/7/issue',
      '/rest/software/1.0/board/7/backlog',
    ]);
    expect(asked.map((query) => query.get('jql'))).toEqual([
      'sprint in (25, 24) AND statusCategory != Done AND issuetype in standardIssueTypes()',
      'issuetype in standardIssueTypes()',
    ]);
    expect(asked[0]?.get('fields')).toBe('summary,issuetype,sprint,assignee,priority,parent');
    expect(asked.map((query) => query.get('maxResults'))).toEqual(['22', '22']);
  });

  test('take as many pages as the issues need, and no more', async () => {
    const many = Array.from({ length: 5 }, (_, index) => buildIssue({ key: `AUR-${index + 1}` }));
    const big = buildHealth({ issues: many });
    const [top, ...rest] = listedIssues(big);
    const epics = Array.from({ length: 30 }, (_, index) => epic(`${900 + index}`));
    const below = Array.from({ length: 60 }, (_, index) => story(`${800 + index}`));

    // 25 on a page: the top one and 24 epics, then what is left of both.
    const { paths, isInOrder } = await read([top!, ...epics, ...rest, ...below], big);

    expect(paths).toHaveLength(2);
    expect(isInOrder).toBe(true);
  });

  test('ask nothing of an empty board', async () => {
    const { paths, isInOrder } = await read([], buildHealth({ issues: [] }));
    expect(paths).toEqual([]);
    expect(isInOrder).toBe(true);
  });

  test('are those of a list in an unknown shape: an error that names it', async () => {
    await expect(readWords(() => Promise.resolve({ values: [] }), 7, health)).rejects.toThrow(
      '/rest/software/1.0/board/7/issue answered without issues.',
    );
    await expect(readWords(() => Promise.resolve({ issues: [{}] }), 7, health)).rejects.toThrow('has no id');
  });

  test('leave out what Jira does not say', async () => {
    const bare = listed.map(({ id, fields }) => ({ id, fields: { sprint: fields['sprint'] } }));
    const { words } = await read(bare);
    expect(words).toMatchObject({ issues: {}, people: {}, parents: {}, priorities: {} });
  });
});

const [first, second, third, fourth] = listed as [ListedIssue, ListedIssue, ListedIssue, ListedIssue];

const ORDERS: readonly {
  readonly when: string;
  readonly lists: readonly ListedIssue[];
  readonly isInOrder: boolean;
}[] = [
  { when: 'nothing moved', lists: listed, isInOrder: true },
  { when: 'Jira ranks across sprints', lists: [second, first, third, fourth], isInOrder: true },
  { when: 'two changed places', lists: [first, second, fourth, third], isInOrder: false },
  { when: 'one is gone', lists: [first, second, third], isInOrder: false },
  { when: 'one is gone from its sprint', lists: [second, third, fourth], isInOrder: false },
  {
    when: 'one went to another sprint',
    lists: [withFields(first, { sprint: { id: 24, name: 'Aurora 24' } }), second, third, fourth],
    isInOrder: false,
  },
  { when: 'one was moved in between', lists: [first, second, third, story('99'), fourth], isInOrder: false },
  { when: 'others lie below', lists: [...listed, story('99')], isInOrder: true },
  { when: 'an epic lies between', lists: [first, second, third, epic('90'), fourth], isInOrder: true },
  {
    when: 'a sprint has an issue that the board takes as done',
    lists: [story('99', { id: 25, name: 'Aurora 25' }), ...listed],
    isInOrder: true,
  },
];

describe('the order of Jira’s lists', () => {
  test.each(ORDERS)('when $when', async ({ lists, isInOrder }) => {
    expect((await read(lists)).isInOrder).toBe(isInOrder);
  });
});

describe('other names', () => {
  test('are that of an account', async () => {
    const jira = (path: string) => {
      expect(path).toBe('/rest/api/3/user/bulk?accountId=5b10%3Aada&maxResults=1');
      return Promise.resolve({ values: [{ accountId: '5b10:ada', displayName: 'Ada Abel' }] });
    };
    expect(await readName(jira, '5b10:ada')).toBe('Ada Abel');
    expect(await readName(() => Promise.resolve({ values: [] }), 'gone')).toBeNull();
  });

  test('are those of fields', async () => {
    const fields = [{ id: 'duedate', name: 'Due date' }, { id: 3 }];
    expect(await readFieldNames(() => Promise.resolve(fields))).toEqual({ duedate: 'Due date' });
    await expect(readFieldNames(() => Promise.resolve({}))).rejects.toThrow('/rest/api/3/field');
  });
});
