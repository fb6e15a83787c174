import { describe, expect, it } from 'vitest';

import { issueFields, issueSchema } from '#src/adapters/jira/issue';
import type { BoardToRead } from '#src/ports/backlog';

const BOARD: BoardToRead = {
  id: 1,
  name: 'Aurora',
  type: 'scrum',
  estimation: { fieldId: 'customfield_10016', displayName: 'Story Points' },
  doneStatusIds: ['3'],
  isRanked: true,
  criteriaFieldIds: [],
  requiredFieldIds: [],
};

const FIELDS = {
  summary: 'Show open invoices',
  issuetype: { name: 'Story', subtask: false, hierarchyLevel: 0 },
  updated: '2026-10-05T12:00:00.000+0200',
};

const parse = (fields: object, board = BOARD) =>
  issueSchema(board).parse({ id: '10001', key: 'EK-1', fields: { ...FIELDS, ...fields } });

const link = (inward: string, key: string, category: string) => ({
  type: { inward, outward: 'x' },
  inwardIssue: {
    id: key,
    key,
    fields: { summary: key, status: { statusCategory: { key: category } } },
  },
});

it('reads an issue of which the viewer sees only the least', () => {
  expect(parse({})).toEqual({
    id: '10001',
    key: 'EK-1',
    summary: 'Show open invoices',
    issueType: { name: 'Story', level: 0 },
    estimate: null,
    description: undefined,
    hasCriteriaField: false,
    sprint: null,
    blockers: [],
    priorityId: null,
    priorityName: null,
    assigneeId: null,
    assigneeName: null,
    parent: null,
    updated: '2026-10-05T10:00:00.000Z',
    emptyFieldIds: [],
  });
});

describe('the estimate', () => {
  it.each([
    ['a number', 5, 5],
    ['zero, which is a value', 0, 0],
    ['an empty field', null, null],
    ['a field that is not on the screen', undefined, null],
    ['less than nothing, which estimates nothing', -1, null],
  ])('is read from %s', (_, value, expected) => {
    expect(parse({ customfield_10016: value }).estimate).toBe(expected);
  });

  it('is read from the field of the board alone', () => {
    const board = { ...BOARD, estimation: { fieldId: 'customfield_7', displayName: 'Size' } };
    expect(parse({ customfield_10016: 5, customfield_7: 8 }, board).estimate).toBe(8);
    expect(parse({ customfield_10016: 5 }, { ...BOARD, estimation: null }).estimate).toBeNull();
  });

  it('is refused where it is no number', () => {
    expect(() => parse({ customfield_10016: 'L' })).toThrow(/customfield_10016/);
  });
});

it.each([
  ['hierarchyLevel', { name: 'Epic', hierarchyLevel: 1 }, 1],
  ['subtask, where Jira names no level', { name: 'Sub-task', subtask: true }, -1],
  ['neither', { name: 'Bug' }, 0],
])('takes the level from %s', (_, issuetype, level) => {
  expect(parse({ issuetype }).issueType.level).toBe(level);
});

it('finds blockers among the links, with where they stand', () => {
  const { blockers } = parse({
    issuelinks: [
      link('is blocked by', 'EK-2', 'new'),
      link('is cloned by', 'EK-3', 'new'),
      { type: { inward: 'is blocked by', outward: 'blocks' }, outwardIssue: { key: 'EK-4' } },
      link('Is Blocked By', 'EK-5', 'done'),
      link('is blocked by', 'EK-6', 'undefined'),
    ],
  });
  expect(blockers.map(({ key, statusCategory }) => [key, statusCategory])).toEqual([
    ['EK-2', 'new'],
    ['EK-5', 'done'],
    ['EK-6', 'new'],
  ]);
});

it('asks for the fields it reads, and for the estimate of the board', () => {
  expect(issueFields(BOARD)).toContain('customfield_10016');
  expect(issueFields({ ...BOARD, estimation: null })).toEqual(
    issueFields(BOARD).filter((field) => field !== 'customfield_10016'),
  );
});

it('asks for the fields that the team uses, each once', () => {
  const board = { ...BOARD, criteriaFieldIds: ['customfield_1'], requiredFieldIds: ['duedate', 'parent'] };
  const fields = issueFields(board);
  expect(fields).toEqual(expect.arrayContaining(['customfield_1', 'duedate', 'parent']));
  expect(new Set(fields).size).toBe(fields.length);
});

it('reads who has it, how urgent it is and what is above it', () => {
  const fields = {
    assignee: { accountId: '5b10', displayName: 'Ann' },
    priority: { id: '2', name: 'High' },
    parent: { id: '90', key: 'EK-90', fields: { summary: 'Invoices' } },
  };
  expect(parse(fields)).toMatchObject({
    assigneeId: '5b10',
    assigneeName: 'Ann',
    priorityId: '2',
    priorityName: 'High',
    parent: { id: '90', key: 'EK-90', summary: 'Invoices' },
  });
});

const paragraph = (text: string) => ({
  type: 'paragraph',
  content: text === '' ? [] : [{ type: 'text', text }],
});
const doc = (...content: object[]) => ({ type: 'doc', version: 1, content });

describe('whether a field has something in it', () => {
  const board = {
    ...BOARD,
    criteriaFieldIds: ['customfield_1', 'customfield_2'],
    requiredFieldIds: ['customfield_1'],
  };

  it.each<[string, unknown, boolean]>([
    ['nothing', null, false],
    ['empty text', '', false],
    ['blanks', ' \n', false],
    ['text', 'It opens.', true],
    ['a list without entries', [], false],
    ['a list of options', [{ id: '1', value: 'Yes' }], true],
    ['an option', { id: '1', value: 'Yes' }, true],
    ['an object without members', {}, false],
    ['0', 0, true],
    ['false', false, true],
    ['a document without content', doc(), false],
    ['a document of empty paragraphs', doc(paragraph(''), paragraph(' ')), false],
    ['a document with text', doc(paragraph(''), paragraph('It opens.')), true],
    ['a document with a picture', doc({ type: 'mediaSingle', content: [{ type: 'media' }] }), true],
    [
      'a document with a list',
      doc({ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('a')] }] }),
      true,
    ],
  ])('%s', (_, value, isThere) => {
    const issue = parse({ customfield_1: value, customfield_2: null }, board);
    expect(issue.hasCriteriaField).toBe(isThere);
    expect(issue.emptyFieldIds).toEqual(isThere ? [] : ['customfield_1']);
  });

  it('takes any of the fields for criteria', () => {
    expect(parse({ customfield_1: null, customfield_2: 'It opens.' }, board).hasCriteriaField).toBe(true);
  });
});

it('holds a required field against nobody whose screens do not have it, but a missing parent', () => {
  const board = { ...BOARD, requiredFieldIds: ['customfield_9', 'parent', 'assignee'] };
  expect(parse({ assignee: null }, board).emptyFieldIds).toEqual(['parent', 'assignee']);
});
