import { describe, expect, test } from 'vitest';

import type { AssessedRisk } from '#src/domain/risk/assess-register';
import { levelOn } from '#src/domain/risk/level';

import { buildRisks, exposure } from '../../builders/risk';
import {
  arrange,
  AS_IT_COMES,
  EVERYTHING_LIVE,
  isListed,
  NO_CATEGORY,
  NOBODY,
  rowsOf,
  type ListArrangement,
  type ListFilter,
} from '../../../static/risk-register/table/arrange';

const RISKS = buildRisks([
  { ...exposure(1, 1), ownerId: 'maria', title: 'Zebra crossing is closed' },
  { ...exposure(3, 3), ownerId: 'jonas', categoryId: 'market-shift', title: 'a rival ships first' },
  { ...exposure(3, 3), ownerId: null, categoryId: null, title: 'Middle of nowhere' },
  { ...exposure(2, 2), ownerId: 'jonas', state: { kind: 'closed', on: '2026-11-20' } },
]);

const ASSESSED = new Map(
  RISKS.filter(({ state }) => state.kind !== 'closed').map((risk) => [
    risk.id,
    {
      riskId: risk.id,
      due: { on: `2026-12-0${risk.number}`, daysOverdue: 0 },
      findings:
        risk.ownerId === null ? [{ check: 'no-owner', severity: 'critical', facts: { ownerId: null } }] : [],
    } as unknown as AssessedRisk,
  ]),
);

const ROWS = rowsOf(RISKS, ASSESSED, 3);
const NAMES = {
  owner: (id: string | null) => id ?? 'nobody',
  category: (id: string | null) => id ?? 'none',
  compare: (one: string, other: string) => one.localeCompare(other, 'en'),
};

const numbers = (arrangement: Partial<ListArrangement>) =>
  arrange(ROWS, { ...AS_IT_COMES, ...arrangement }, 3, NAMES).map(({ key, rows }) => [
    key,
    ...rows.map(({ risk }) => risk.number),
  ]);

describe('arranging risks', () => {
  test.each([
    { by: 'level', expected: [2, 3, 1] },
    { by: 'number', expected: [1, 2, 3] },
    { by: 'title', expected: [2, 3, 1] },
    { by: 'owner', expected: [3, 2, 1] },
    { by: 'due', expected: [1, 2, 3] },
  ] as const)('sorts by $by, equals by number', ({ by, expected }) => {
    expect(numbers({ sort: { by, isReversed: false } })).toEqual([['', ...expected]]);
  });

  test('reversed, equals keep the order of their numbers', () => {
    expect(numbers({ sort: { by: 'level', isReversed: true } })).toEqual([['', 1, 2, 3]]);
  });

  test('groups by owner, nobody first, and by category, those without one first', () => {
    expect(numbers({ group: 'owner' })).toEqual([
      [NOBODY, 3],
      ['jonas', 2],
      ['maria', 1],
    ]);
    expect(numbers({ group: 'category' })).toEqual([
      [NO_CATEGORY, 3],
      ['market-shift', 2],
      ['resource-gap', 1],
    ]);
  });

  test.each([
    { filter: { isNeedy: true }, expected: [3] },
    { filter: { owner: 'jonas' }, expected: [2] },
    { filter: { owner: NOBODY }, expected: [3] },
    { filter: { categoryId: NO_CATEGORY }, expected: [3] },
    { filter: { categoryId: 'resource-gap' }, expected: [1] },
    { filter: { level: 'high' }, expected: [2, 3] },
    { filter: { state: 'closed' }, expected: [4] },
    { filter: { state: 'all' }, expected: [2, 3, 1, 4] },
    { filter: { cell: { probability: 3, impact: 3 } }, expected: [2, 3] },
    { filter: { state: 'all', cell: { probability: 2, impact: 2 } }, expected: [] },
    { filter: { text: 'RIVAL first' }, expected: [2] },
    { filter: { text: 'r-1' }, expected: [1] },
    { filter: { text: 'rival last' }, expected: [] },
  ] as readonly { readonly filter: Partial<ListFilter>; readonly expected: readonly number[] }[])(
    'lists only what passes $filter',
    ({ filter, expected }) => {
      expect(numbers({ filter: { ...EVERYTHING_LIVE, ...filter } })).toEqual([['', ...expected]]);
    },
  );

  test('leaves one part of the filter aside to count its choices', () => {
    const filter = { ...EVERYTHING_LIVE, level: 'low' as const };
    expect(ROWS.filter((row) => isListed(row, filter, 3, 'level'))).toHaveLength(3);
    expect(levelOn(RISKS[0]!, 3)).toBe('low');
  });
});
