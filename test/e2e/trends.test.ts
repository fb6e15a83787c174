import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  accountOf,
  AURORA,
  openPanel,
  overflowOf,
  startBrowserSite,
  violationsOf,
  type BrowserSite,
  type Looking,
} from './browser-site';

const DAY = 86_400_000;
const BOARD = 1;

let local: BrowserSite;

/** Opens the backlog as its screen does. */
async function read(): Promise<void> {
  const at = { moduleKey: 'board-backlog-health', moduleType: 'jira:boardAction', extension: {} };
  const payload = { boardId: BOARD, mayBeKept: false };
  const answer = await local.site.host.invoke(
    { functionKey: 'get-backlog-health', payload },
    at,
    accountOf('lead'),
  );
  expect(answer).toMatchObject({ ok: true });
}

async function openTrends(as: Looking) {
  const visit = await local.open(AURORA, as);
  const screen = await openPanel(visit.page);
  await screen.getByRole('button', { name: 'Trends', exact: true }).click();
  await screen.getByRole('heading', { level: 2 }).waitFor();
  return { ...visit, screen };
}

beforeAll(async () => {
  local = await startBrowserSite();
});
afterAll(async () => {
  await local.close();
});

describe('trends', () => {
  it('begin on the first day, and grow as days pass and somebody opens the board', async () => {
    const first = await openTrends({});
    expect(await first.screen.getByRole('heading', { level: 2 }).textContent()).toMatch(
      /^The runway was [\d.]+ sprints on .+ A trend begins with the next day/,
    );
    await first.context.close();

    await local.site.advance(DAY);
    await read();
    // Somebody looks again after days on which only the schedule counted.
    await local.site.advance(4 * DAY);
    await read();
    const { screen, context, complaints } = await openTrends({});
    expect(await screen.getByRole('heading', { level: 2 }).textContent()).toMatch(
      /^The runway (is|went from) .+ 5 days( ago)?;/,
    );
    const items = screen.getByRole('slider', { name: 'Open items by day' });
    expect(Number(await items.getAttribute('aria-valuemax'))).toBeGreaterThanOrEqual(4);
    const runway = screen.getByRole('slider', { name: 'Runway by day' });
    expect(await runway.getAttribute('aria-valuemax')).toBe('3');
    await runway.focus();
    await runway.press('Home');
    expect(await runway.getAttribute('aria-valuenow')).toBe('1');

    await screen.getByRole('button', { name: 'Show as a table' }).click();
    const rows = screen.getByRole('table').getByRole('row');
    expect(await rows.count()).toBe(7);
    expect(await rows.filter({ hasText: 'a reading' }).count()).toBe(3);
    expect(await rows.filter({ hasText: 'counts' }).count()).toBe(3);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
    ['dark', 400],
  ] as const)('are sound in the %s at %i pixels, as charts and as a table', async (theme, width) => {
    const { page, screen, context, complaints } = await openTrends({ theme, width });
    for (const name of ['charts', 'table']) {
      if (name === 'table') await screen.getByRole('button', { name: 'Show as a table' }).click();
      expect(await violationsOf(page)).toEqual([]);
      expect(await overflowOf(screen)).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });
});
