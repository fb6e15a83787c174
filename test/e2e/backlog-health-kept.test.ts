import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  accountOf,
  AURORA,
  openPanel,
  startBrowserSite,
  verdictOf,
  violationsOf,
  type BrowserSite,
} from './browser-site';

const TWO_HOURS = 2 * 60 * 60 * 1000;

let local: BrowserSite;
beforeEach(async () => {
  local = await startBrowserSite();
});
afterEach(async () => {
  await local.close();
});

/** Opens the panel once, so that its answer is kept, and comes back two hours later. */
async function openTwice(between: () => void = () => undefined) {
  const first = await local.open(AURORA);
  const before = await openPanel(first.page);
  await verdictOf(before).waitFor();
  const order = await before.locator('[data-tape-index]').first().getAttribute('aria-label');
  await first.context.close();
  between();
  await local.site.advance(TWO_HOURS);
  const visit = await local.open(AURORA);
  await visit.context.clock.setSystemTime(Date.now() + TWO_HOURS);
  const entries = local.site.rest.ledger.entries({}).length;
  local.site.faults.set({ latencyMs: 800 });
  const screen = await openPanel(visit.page);
  return { ...visit, screen, entries, order };
}

const pointsSince = (entries: number) =>
  local.site.rest.ledger
    .entries({})
    .slice(entries)
    .filter(({ caller }) => caller === 'user' || caller === 'app')
    .reduce((sum, { points }) => sum + points, 0);

describe('the second open', () => {
  it('shows the last answer with its age at once, fills in the words, and says that nothing changed', async () => {
    const { page, screen, complaints, entries } = await openTwice();
    await screen.getByText('as of 2 hours ago, checking…').waitFor();
    expect(await verdictOf(screen).innerText()).toMatch(/^Ready for 1\.\d sprints/);
    const row = screen.locator('tr.issue').first();
    expect(await row.locator('.summary-to-come').count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
    await screen.getByText('checked just now').waitFor();
    expect(await row.innerText()).toContain('Clients see their own invoices');
    expect(pointsSince(entries)).toBeLessThanOrEqual(5);
    expect(complaints).toEqual([]);
  });

  it('notices that an issue was ranked anew, which changes no issue', async () => {
    const { screen, order } = await openTwice(() => {
      const { site } = local.site;
      const idOf = (key: string) => site.issue(key)?.id ?? '';
      site.rankIssues([idOf('AUR-89')], { before: idOf('AUR-101') }, { by: accountOf('developer') });
    });
    expect(order).toMatch(/^AUR-101,/);
    const top = screen.locator('[data-tape-index]').first();
    await expect
      .poll(async () => await top.getAttribute('aria-label'), { timeout: 15_000 })
      .toMatch(/^AUR-89,/);
    await screen.getByText('as of just now').waitFor();
  });

  it('is nobody else’s answer', async () => {
    const first = await local.open(AURORA);
    await verdictOf(await openPanel(first.page)).waitFor();
    await first.context.close();
    const { page } = await local.open(AURORA, { role: 'viewer' });
    local.site.faults.set({ latencyMs: 300 });
    const screen = await openPanel(page);
    await screen.locator('.loading').waitFor();
    await verdictOf(screen).waitFor();
    await screen.getByText('as of just now').waitFor();
  });
});
