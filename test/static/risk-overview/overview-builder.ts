import type { RollUpPage } from '#src/contract/risk/roll-up';

import type { Answers } from '../fake-bridge';

export type Row = RollUpPage['registers'][number];
type Load = Row['summary']['load'][number];

export const TODAY = '2026-11-24';

const NAMES: Readonly<Record<string, { displayName: string; accountStatus: string }>> = {
  maria: { displayName: 'Maria Sol', accountStatus: 'active' },
  jonas: { displayName: 'Jonas Berg', accountStatus: 'active' },
  petra: { displayName: 'Petra Lund', accountStatus: 'inactive' },
};

/** What Confluence answers to the screen: names of people and of spaces. */
export const wiki: NonNullable<Answers['confluence']> = (path, question) => {
  if (path === '/wiki/api/v2/users-bulk') {
    const { accountIds } = question as { accountIds: string[] };
    const results = accountIds.flatMap((accountId) => {
      const known = NAMES[accountId];
      return known ? [{ accountId, ...known }] : [];
    });
    return { results };
  }
  if (path.startsWith('/wiki/api/v2/spaces?')) {
    return {
      results: [
        { id: '1', name: 'Aurora' },
        { id: '2', name: 'Help' },
      ],
    };
  }
  throw new Error(`The test does not expect ${path}.`);
};

/** So many risks of an owner at a level, due on a day. */
export const load = (level: Load['level'], count = 1, changes: Partial<Load> = {}): Load => ({
  ownerId: 'maria',
  level,
  dueOn: '2026-12-08',
  count,
  ...changes,
});

const PLACE = { high: 8, medium: 4, low: 0 };
const PLACE_OF_FIVE = { high: 24, medium: 12, low: 0 };

/** Where risks of these levels stand: in the corners, and in the middle. */
function cellsOf(entries: readonly Load[], scale: 3 | 5): readonly number[] {
  const cells = Array.from({ length: scale ** 2 }, () => 0);
  const places = scale === 3 ? PLACE : PLACE_OF_FIVE;
  for (const { level, count } of entries) cells[places[level]] = (cells[places[level]] ?? 0) + count;
  return cells;
}

/** A register on a page; its place in the matrix follows from the levels of its load. */
export function register(
  number: number,
  entries: readonly Load[],
  changes: Partial<Row['summary']> & {
    readonly page?: Partial<Row['page']>;
    readonly trend?: Row['trend'];
  } = {},
): Row {
  const { page, trend = [], scale = 3, ...summary } = changes;
  const pageId = String(100 + number);
  return {
    page: {
      id: pageId,
      title: `Plan ${number}`,
      spaceId: '1',
      path: `/wiki/spaces/AUR/pages/${pageId}`,
      ...page,
    },
    summary: {
      registerId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      scale,
      cells: cellsOf(entries, scale),
      load: entries,
      over: 0,
      lastReviewOn: '2026-11-17',
      ...summary,
    },
    trend,
  };
}

/** A page of the answer; the last one by default. */
export const pageOf = (registers: readonly Row[], cursor: string | null = null): RollUpPage => ({
  registers: [...registers],
  cursor,
  today: TODAY,
  asOf: `${TODAY}T09:00:00.000Z`,
});

const week = (monday: string, high: number, medium: number, low: number) => ({
  week: monday,
  levels: { high, medium, low },
  overdue: 0,
});

/** Three registers: one that needs somebody, one that is calm, and one that was never reviewed. */
export const THREE: readonly Row[] = [
  register(1, [load('medium', 2), load('low', 3, { ownerId: 'jonas' })], {
    trend: [week('2026-11-16', 0, 3, 3), week('2026-11-23', 0, 2, 3)],
  }),
  register(
    2,
    [
      load('high', 2, { dueOn: '2026-11-12', ownerId: null }),
      load('high', 1, { ownerId: 'petra' }),
      load('medium', 4, { dueOn: '2026-11-23', ownerId: 'petra' }),
    ],
    { trend: [week('2026-11-09', 1, 4, 0), week('2026-11-23', 3, 4, 0)], lastReviewOn: '2025-12-01' },
  ),
  register(3, [load('low', 1, { ownerId: 'gone' })], {
    lastReviewOn: null,
    page: { title: 'Ångström', spaceId: '2', path: '/wiki/spaces/HELP/pages/103' },
  }),
];
