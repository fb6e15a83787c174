import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, test } from 'vitest';

import type { Trend, TrendDay } from '#src/contract/trend';
import type { Answer } from '#src/contract/outcome';

import { answer, never, refuse } from '../fake-bridge';
import { buildHealth } from '../health-builder';
import { renderScreen } from '../render-screen';
import { violations } from '../violations';

const NOTHING = {
  source: null,
  skipped: null,
  reading: null,
  openItems: null,
  sprintItems: null,
  scope: null,
};

const read = (day: string, p85: number | null, change: Partial<TrendDay> = {}): TrendDay => ({
  ...NOTHING,
  day,
  source: 'viewer',
  reading: {
    unit: 'points',
    runway: p85 === null ? null : { p50: p85 + 0.6, p85, isLowerBound: false },
    ready: { amount: p85 === null ? 0 : p85 * 20, items: 9 },
    depth: { amount: 12, items: 4 },
    issuesSeen: 40,
  },
  openItems: 50,
  sprintItems: 10,
  ...change,
});

const counted = (day: string): TrendDay => ({
  ...NOTHING,
  day,
  source: 'count',
  openItems: 51,
  sprintItems: null,
});
const skipped = (day: string, why: TrendDay['skipped']): TrendDay => ({ ...NOTHING, day, skipped: why });

const SCOPE = { sprintId: 3, unit: 'points', committed: 30, added: 5, removed: 2 } as const;

const GREW: Trend = {
  today: '2026-11-12',
  days: [
    read('2026-10-01', 1.2),
    counted('2026-10-02'),
    read('2026-11-03', 2, { scope: SCOPE }),
    skipped('2026-11-04', 'no-capacity'),
    skipped('2026-11-05', 'no-capacity'),
    read('2026-11-12', 2.31),
  ],
};

beforeAll(async () => {
  // It is loaded when it is first opened, which takes its time here.
  await import('../../../static/backlog-health/trends/trends-screen');
  document.documentElement.lang = 'en';
});

async function openTrends(trend: () => Answer<Trend> | Promise<Answer<Trend>>) {
  const rendered = renderScreen({
    'get-backlog-health': () => answer(buildHealth()),
    'get-trend': trend,
  });
  await rendered.user.click(await screen.findByRole('button', { name: 'Trends' }));
  return rendered;
}

const sentence = async () => (await screen.findByRole('heading', { level: 2 })).textContent;

describe('the trend in one sentence', () => {
  test.each([
    [
      'grew',
      GREW,
      'The runway went from 1.2 to 2.3 sprints in 6 weeks; it has been at two or more since Nov 3.',
    ],
    [
      'fell within days',
      { today: '2026-11-12', days: [read('2026-11-09', 2.4), read('2026-11-12', 1.99)] },
      'The runway went from 2.4 to 1.9 sprints in 3 days; it has been below two since Nov 12.',
    ],
    [
      'fell in a day, and was never at two',
      { today: '2026-11-12', days: [read('2026-11-11', 1.4), read('2026-11-12', 1)] },
      'The runway went from 1.4 to 1 sprints in a day; it was below two all along.',
    ],
    [
      'stayed, over the turn of a year',
      { today: '2027-01-12', days: [read('2026-12-01', 3), read('2027-01-12', 3.04)] },
      'The runway is 3 sprints, as it was 6 weeks ago; it was at two or more all along.',
    ],
    [
      'was read once',
      { today: '2026-11-12', days: [read('2026-11-11', 1.4), counted('2026-11-12')] },
      'The runway was 1.4 sprints on Nov 11. A trend begins with the next day on which somebody opens the backlog.',
    ],
    [
      'has no forecast',
      { today: '2026-11-12', days: [read('2026-11-11', null)] },
      'No runway to follow yet: too few closed sprints for a forecast.',
    ],
    [
      'was never read',
      { today: '2026-11-12', days: [counted('2026-11-11')] },
      'No runway in this time: nobody who sees the whole board has opened the backlog.',
    ],
  ] satisfies [string, Trend, string][])('%s', async (_, trend, told) => {
    await openTrends(() => answer(trend));
    expect(await sentence()).toBe(told);
    expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContain(told);
  });
});

describe('what the figures rest on', () => {
  test('names the days without any, and why', async () => {
    await openTrends(() => answer(GREW));
    await sentence();
    expect(
      screen.getByText(
        'Runway, ready work and depth are as somebody read them, on 3 of 43 days; items are counted each day. No figures on 2 days: Jira had no capacity left for Evenkeel. No figures on 37 days: nobody had opened the board for long, or Jira did not answer.',
      ),
    ).toBeDefined();
  });

  test('says where Evenkeel does not see the board', async () => {
    const days = [skipped('2026-11-11', 'not-seen'), read('2026-11-12', 1)];
    await openTrends(() => answer({ today: '2026-11-12', days }));
    await sentence();
    expect(screen.getByText(/No figures on 1 day: Evenkeel itself may not see this board\.$/)).toBeDefined();
  });
});

describe('the charts', () => {
  test('are read from day to day with the arrow keys, and tell their course in words', async () => {
    const { user } = await openTrends(() => answer(GREW));
    await sentence();
    const runway = screen.getByRole('slider', { name: 'Runway by day' });
    expect(runway.getAttribute('aria-valuetext')).toBe('2.3–2.9 sprints, Nov 12');
    runway.focus();
    await user.keyboard('{ArrowLeft}');
    expect(runway.getAttribute('aria-valuetext')).toBe('2–2.6 sprints, Nov 3');
    await user.keyboard('{Home}');
    expect(runway.getAttribute('aria-valuetext')).toBe('1.2–1.8 sprints, Oct 1');
    await user.keyboard('{ArrowLeft}');
    expect(runway.getAttribute('aria-valuenow')).toBe('1');
    await user.keyboard('{End}');
    expect(runway.getAttribute('aria-valuenow')).toBe('3');
    expect(
      screen.getByText(
        'From 24 points on Oct 1 to 46.2 points on Nov 12, between 24 points and 46.2 points, on 3 days.',
      ),
    ).toBeDefined();
    expect(screen.getByText('33 points, Nov 3')).toBeDefined();
  });

  test('leave gaps where days are missing, and lines where only a weekend is', async () => {
    const weeks = ['2026-11-05', '2026-11-06', '2026-11-09', '2026-11-13'];
    const trend = { today: '2026-11-13', days: weeks.map((day) => read(day, 1)) };
    await openTrends(() => answer(trend));
    await sentence();
    const plot = screen.getByRole('slider', { name: 'Ready work by day' });
    const lines = [...plot.querySelectorAll('.chart__line')].map((line) => line.getAttribute('d') ?? '');
    expect(lines.map((line) => line.split('L').length)).toEqual([3, 1]);
    expect(plot.querySelectorAll('.chart__point')).toHaveLength(4);
  });

  test('show amounts of the unit in use now alone', async () => {
    const reading = read('2026-11-01', 1).reading;
    if (reading === null) throw new Error('It was read.');
    const inItems = read('2026-11-01', 1, { reading: { ...reading, unit: 'items' } });
    await openTrends(() => answer({ today: '2026-11-12', days: [inItems, read('2026-11-12', 2)] }));
    await sentence();
    expect(screen.getByRole('slider', { name: 'Ready work by day' }).getAttribute('aria-valuemax')).toBe('1');
    expect(screen.getByRole('slider', { name: 'Runway by day' }).getAttribute('aria-valuemax')).toBe('2');
  });

  test('of what nobody knows say so', async () => {
    await openTrends(() => answer({ today: '2026-11-12', days: [counted('2026-11-11')] }));
    await sentence();
    const runway = screen.getByRole('region', { name: 'Runway' });
    expect(within(runway).getAllByText('Nothing known yet.')[0]).toBeDefined();
    expect(within(runway).queryByRole('slider')).toBeNull();
  });
});

test('the same as a table, newest first, with what is not known named', async () => {
  const { user } = await openTrends(() => answer(GREW));
  await sentence();
  const button = screen.getByRole('button', { name: 'Show as a table' });
  await user.click(button);
  expect(button.textContent).toBe('Show as charts');
  const rows = screen
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  expect(rows.slice(1, 5)).toEqual([
    ['Nov 12', '2.3–2.9', '46.2 points', '12 points', '10', '–not known', '50', 'a reading'],
    ['Nov 5', ...Array<string>(6).fill('–not known'), 'Jira had no capacity'],
    ['Nov 4', ...Array<string>(6).fill('–not known'), 'Jira had no capacity'],
    ['Nov 3', '2–2.6', '40 points', '12 points', '10', '30 points +5 −2', '50', 'a reading'],
  ]);
  expect(rows[5]?.at(-1)).toBe('counts');
  expect(screen.queryByRole('slider')).toBeNull();
  expect(await violations()).toEqual([]);
});

describe('a trend that cannot be shown', () => {
  test('has no day yet', async () => {
    await openTrends(() => answer({ today: '2026-11-12', days: [] }));
    expect(await sentence()).toBe('Figures begin today');
  });

  test('is on its way', async () => {
    await openTrends(never);
    expect(await screen.findByText('Reading the figures of the last 90 days…')).toBeDefined();
  });

  test.each([
    ['not-found', 'You cannot open this board', false],
    ['jira-unavailable', 'Jira does not answer', true],
  ] as const)('for %s says so, and is asked for again where that may help', async (code, title, canRetry) => {
    let times = 0;
    const { user } = await openTrends(() => {
      times += 1;
      return times === 1 ? refuse({ code }) : answer(GREW);
    });
    expect(await sentence()).toBe(title);
    const retry = screen.queryByRole('button', { name: 'Try again' });
    expect(retry !== null).toBe(canRetry);
    if (retry === null) return;
    await user.click(retry);
    expect(await screen.findByRole('heading', { name: /^The runway went from 1.2 to 2.3/ })).toBeDefined();
  });
});

test('nothing is wrong with the charts for assistive technology', async () => {
  await openTrends(() => answer(GREW));
  await sentence();
  expect(await violations()).toEqual([]);
});
