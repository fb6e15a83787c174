import { describe, expect, it } from 'vitest';

import { CSV_HEADERS, mapColumns } from '#src/domain/risk/csv/columns';
import { readRow, type CellProblem, type ReadContext } from '#src/domain/risk/csv/read-row';
import { writeRow, type WriteContext } from '#src/domain/risk/csv/write-row';
import { planFromText } from '#src/domain/risk/plan-text';
import type { Scale } from '#src/domain/risk/rating';
import { fieldsOf, type Risk } from '#src/domain/risk/risk';
import { buildRisk, exposure, rating, TODAY } from '../../../builders/risk';

const CATEGORIES = [
  { id: 'technical-dependency', name: 'Technical dependency' },
  { id: 'resource-gap', name: 'Resource gap' },
  { id: 'c-1', name: 'Legal & tax' },
];
const READ: ReadContext = {
  scale: 3,
  categories: CATEGORIES,
  accounts: new Map([
    ['maria', 'maria'],
    ['maria lopez', 'maria'],
    ['jonas', 'jonas'],
  ]),
  issueIds: new Map([
    ['AUR-126', '1'],
    ['SUP-31', '2'],
  ]),
  today: TODAY,
};
const WRITE: WriteContext = {
  scale: 3,
  categoryNames: new Map(CATEGORIES.map(({ id, name }) => [id, name])),
  accountNames: new Map([['maria', 'Maria Lopez']]),
  issueKeys: new Map([
    ['1', 'AUR-126'],
    ['2', 'SUP-31'],
  ]),
  reviewDueOn: '2026-12-08',
};
const read = (row: Readonly<Record<string, string>>, context: Partial<ReadContext> = {}) =>
  readRow(Object.values(row), mapColumns(Object.keys(row)), { ...READ, ...context });
const BASE = { Title: 'Tax API changes', Probability: 'High', Impact: 'Low' };

describe('readRow', () => {
  it('reads a row of a common register', () => {
    const { fields, problems, invalid } = read({
      'Risk name': ' Tax API changes ',
      Likelihood: 'h',
      Impact: '2',
      Category: 'legal & TAX',
      Strategy: 'Reduce',
      Mitigation: 'Adapter.\nFlag.',
      'Jira issues': 'aur-126; SUP-31',
      Owner: 'Maria Lopez',
      'Due date': '1.12.2026',
      Status: 'In progress',
    });
    expect({ problems, invalid }).toEqual({ problems: [], invalid: [] });
    expect(fields).toEqual({
      title: 'Tax API changes',
      cause: null,
      event: null,
      effect: null,
      categoryId: 'c-1',
      probability: rating(3),
      impact: rating(2),
      response: 'mitigate',
      plan: planFromText('Adapter.\nFlag.'),
      issueIds: ['1', '2'],
      ownerId: 'maria',
      trigger: null,
      dueOn: '2026-12-01',
      state: { kind: 'mitigating' },
      residual: null,
    });
  });

  it.each<[string, Readonly<Record<string, string>>, CellProblem]>([
    ['a rating', { Impact: 'huge' }, { column: 'impact', kind: 'not-a-rating', value: 'huge' }],
    [
      'a step that the scale has not',
      { Impact: '4' },
      { column: 'impact', kind: 'not-a-rating', value: '4' },
    ],
    ['a rating that is missing', { Impact: '' }, { column: 'impact', kind: 'missing', value: '' }],
    [
      'a category',
      { Category: 'Weather' },
      { column: 'category', kind: 'unknown-category', value: 'Weather' },
    ],
    ['a response', { Response: 'pray' }, { column: 'response', kind: 'not-a-response', value: 'pray' }],
    ['a state', { State: 'odd' }, { column: 'state', kind: 'not-a-state', value: 'odd' }],
    [
      'a day whose order is not known',
      { Due: '01/12/2026' },
      { column: 'dueOn', kind: 'not-a-date', value: '01/12/2026' },
    ],
    ['an owner', { Owner: 'Nobody' }, { column: 'owner', kind: 'unknown-owner', value: 'Nobody' }],
    ['an issue', { Issues: 'AUR-126, X-1' }, { column: 'issues', kind: 'unknown-issue', value: 'X-1' }],
    [
      'half a residual',
      { 'Residual probability': 'Low' },
      { column: 'residualImpact', kind: 'half-a-residual', value: '' },
    ],
  ])('names what it does not understand: %s', (_, cells, problem) => {
    const { problems, invalid } = read({ ...BASE, ...cells });
    expect({ problems, invalid }).toEqual({ problems: [problem], invalid: [] });
  });

  it('leaves out what it does not understand and goes on', () => {
    expect(read({ ...BASE, Impact: 'huge', Category: 'Weather', Owner: 'x' }).fields).toMatchObject({
      impact: rating(2),
      categoryId: null,
      ownerId: null,
    });
  });

  it.each([
    [{ Title: ' ' }, [{ field: 'title', kind: 'empty' }]],
    [{ Title: 'x'.repeat(201) }, [{ field: 'title', kind: 'too-long', length: 201, limit: 200 }]],
    [{ Plan: 'x'.repeat(10_001) }, [{ field: 'plan', kind: 'too-long', length: 10_001, limit: 10_000 }]],
  ])('says what keeps a row out', (cells, invalid) => {
    expect(read({ ...BASE, ...cells }).invalid).toEqual(invalid);
  });

  it('prefers an account id to a name, and cells that are not there are empty', () => {
    expect(read({ ...BASE, Owner: 'Maria Lopez', 'Owner account ID': 'jonas' }).fields.ownerId).toBe('jonas');
    expect(readRow(['Tax'], mapColumns(['Title', 'Impact', 'Owner']), READ).fields.title).toBe('Tax');
  });

  it('knows no issue where Jira is not there', () => {
    expect(read({ ...BASE, Issues: 'AUR-126' }, { issueIds: null }).problems).toEqual([
      { column: 'issues', kind: 'unknown-issue', value: 'AUR-126' },
    ]);
  });
});

describe('a risk that is written and read', () => {
  const FULL: Partial<Risk> = {
    title: '=Tax "API", changes; in January',
    cause: '- the ministry',
    event: "'=quoted",
    effect: '@all invoices\nrejected',
    plan: planFromText('+ Adapter\nFlag'),
    issueIds: ['1', '2'],
    trigger: 'a letter',
    dueOn: '2026-12-01',
    residual: exposure(1, 2),
  };
  it.each<[string, Partial<Risk>, Scale]>([
    ['bare', { plan: null, ownerId: null }, 3],
    ['full', FULL, 3],
    ['accepted', { state: { kind: 'accepted', by: 'jonas', until: '2027-02-01' }, response: 'accept' }, 3],
    ['closed', { state: { kind: 'closed', on: '2026-11-20' } }, 3],
    ['happened', { state: { kind: 'happened', on: '2026-11-20' }, response: 'none' }, 3],
    ['on five steps', { ...exposure(4, 5, 5), residual: exposure(1, 2, 5) }, 5],
  ])('is the same: %s', (_, changes, scale) => {
    const risk = buildRisk(changes);
    const row = writeRow(risk, { ...WRITE, scale });
    expect(row).toHaveLength(CSV_HEADERS.length);
    for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    const { fields, problems, invalid } = readRow(row, mapColumns(CSV_HEADERS), { ...READ, scale });
    expect({ problems, invalid }).toEqual({ problems: [], invalid: [] });
    expect(fields).toEqual(fieldsOf(risk));
  });

  it('shows what readers want to see', () => {
    const row = writeRow(buildRisk({ ...FULL, issueIds: ['1', '99'], ownerId: 'maria' }), WRITE);
    expect(Object.fromEntries(CSV_HEADERS.map((header, index) => [header, row[index]]))).toMatchObject({
      Risk: 'R-1',
      Title: `'${FULL.title ?? ''}`,
      Category: 'Resource gap',
      Level: 'Medium',
      'Mitigating issues': 'AUR-126',
      Owner: 'Maria Lopez',
      'Owner account ID': 'maria',
      'Review due': '2026-12-08',
    });
  });
});
