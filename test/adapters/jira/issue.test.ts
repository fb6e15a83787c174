import { describe, expect, it } from 'vitest';

import { issueFields, issueSchema } from '#src/adapters/jira/issue';
import type { BoardSetup } from '#src/ports/boards';

const BOARD: BoardSetup = {
  id: 1,
  name: 'Aurora',
  type: 'scrum',
  estimation: { fieldId: 'customfield_10016', displayName: 'Story Points' },
  doneStatusIds: ['3'],
};

const FIELDS = {
  summary: 'Show open invoices',
  issuetype: { name: 'Story', subtask: false, hierarchyLevel: 0 },
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
    sprint: null,
    blockers: [],
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
