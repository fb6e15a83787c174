import { afterAll, beforeAll, expect, test } from 'vitest';

import { playFlaggedSprints } from '../builders/flagged-sprints';
import {
  accountOf,
  AURORA,
  openPanel,
  overflowOf,
  startBrowserSite,
  violationsOf,
  type BrowserSite,
} from './browser-site';

const HOUR = 3_600_000;
const BOARD = 1;

let opened: BrowserSite;

beforeAll(async () => {
  opened = await startBrowserSite();
});

afterAll(async () => {
  await opened.close();
});

/** Opens the flags of the demo board from its menu. */
async function openFlags(as: Parameters<BrowserSite['open']>[1] = {}) {
  const visit = await opened.open(AURORA, as);
  const screen = await openPanel(visit.page);
  await screen.getByRole('button', { name: 'Flags' }).click();
  return { ...visit, screen };
}

async function heard() {
  await new Promise((resolve) => setImmediate(resolve));
  await opened.site.host.drain();
}

/** Ten sprints of a team that looks at its board now and then. */
async function playTenSprints() {
  const { site, clock } = opened.site;
  const by = accountOf('lead');
  const active = [...site.all('sprints')].find(
    ({ state, originBoardId }) => state === 'active' && originBoardId === BOARD,
  );
  site.completeSprint(active?.id ?? 0, { by, moveOpenTo: null });
  for (let pairs = 0; pairs < 5; pairs += 1) {
    await playFlaggedSprints({ site, clock }, BOARD, { count: 2, by, heard });
    const visit = await opened.open(AURORA);
    const screen = await openPanel(visit.page);
    await screen.locator('.verdict__sentence').waitFor();
    await visit.context.close();
  }
  clock.advance(HOUR);
}

test('flags keep score from sprint to sprint, and the team turns off what tells it nothing', async () => {
  const first = await openFlags();
  await first.screen
    .getByRole('heading', { name: 'Evenkeel keeps score of its flags from the next sprint that starts on' })
    .waitFor();
  expect(await violationsOf(first.page)).toEqual([]);
  await first.context.close();

  await playTenSprints();
  const { page, screen, complaints } = await openFlags({ role: 'admin' });
  const saying = (words: RegExp) => screen.getByRole('heading', { level: 2, name: words });
  await saying(/^One of \d+ checks earns its place here. For 2, consider turning them off.$/).waitFor();
  const row = screen.getByRole('listitem').filter({ hasText: 'No estimate' });
  expect(await row.textContent()).toContain('Flagged: 30 of 40 items gave trouble');
  expect(await row.textContent()).toContain('Not flagged: 15 of 100 items gave trouble');
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);

  await screen.getByRole('button', { name: 'Turn off for this board: Thin description' }).press('Enter');
  await saying(/For one, consider turning it off/).waitFor();
  await screen.getByRole('button', { name: 'Turn on again: Thin description' }).press('Enter');
  await saying(/For 2, consider turning them off/).waitFor();

  // The settings say so too, without asking again.
  await screen.getByRole('button', { name: 'Backlog', exact: true }).click();
  await screen.getByRole('button', { name: 'Settings', exact: true }).click();
  const thin = screen.getByRole('group', { name: 'Thin description' });
  await thin.getByText('consider turning it off').waitFor();
});

test.each([
  { theme: 'dark', width: 400 },
  { theme: 'light', width: 1600 },
] as const)('flags can be read in $theme at $width pixels', async (as) => {
  const { page, screen } = await openFlags({ ...as, role: 'viewer' });
  await screen.getByRole('heading', { name: /consider turning them off/ }).waitFor();
  expect(await overflowOf(screen)).toBe(0);
  await screen.getByRole('button', { name: 'Show as a table' }).click();
  await screen.getByRole('region', { name: 'What became of the items, by check' }).waitFor();
  expect(await overflowOf(screen)).toBe(0);
  expect(await violationsOf(page)).toEqual([]);
});
