import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { uncoveredCalls } from '../manifest/uncovered-calls';
import {
  AURORA,
  openPanel,
  screenOf,
  startBrowserSite,
  violationsOf,
  type BrowserSite,
} from './browser-site';

const VERDICT = /Ready for .* sprints?/;

let local: BrowserSite;
beforeAll(async () => {
  local = await startBrowserSite();
});
afterAll(async () => {
  expect(uncoveredCalls(local.site.rest)).toEqual([]);
  await local.close();
});

describe('backlog health, with the mouse', () => {
  it('opens from the menu of the board, answers, and gives the focus back when closed', async () => {
    const { page, complaints } = await local.open(AURORA);
    const screen = await openPanel(page);
    await screen.getByText(VERDICT).first().waitFor();
    expect(await screen.getByText(/from your last 9 sprints/).count()).toBe(1);
    expect(await screen.getByText(/First hole:/).count()).toBeGreaterThan(0);
    await screen.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'More actions',
    );
    expect(complaints).toEqual([]);
  });

  it('opens from the menu of the backlog', async () => {
    const { page } = await local.open(`${AURORA}/backlog`);
    const screen = await openPanel(page);
    await screen.getByText(VERDICT).first().waitFor();
  });

  it("opens as a page of the project's navigation", async () => {
    const { page, complaints } = await local.open(AURORA);
    await page.getByRole('link', { name: 'Evenkeel' }).click();
    await screenOf(page).getByText(VERDICT).first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('opens an issue in a tab of its own', async () => {
    const { page, context } = await local.open(AURORA);
    const screen = await openPanel(page);
    const key = screen
      .getByRole('table')
      .first()
      .getByRole('link', { name: /^AUR-\d+/ })
      .first();
    const name = (await key.textContent()) ?? '';
    const [tab] = await Promise.all([context.waitForEvent('page'), key.click()]);
    await tab.waitForURL(`**/browse/${name.trim()}`);
  });

  it('changes its answer when a story is mended', async () => {
    const { page } = await local.open(AURORA);
    const screen = await openPanel(page);
    const hole = screen.getByRole('row').filter({ hasText: 'No estimate' }).first();
    const key = ((await hole.getByRole('link').first().textContent()) ?? '').trim();
    const account = local.site.site.issue(key)?.reporter ?? '';
    local.site.site.editIssue(
      local.site.site.issue(key)?.id ?? '',
      { customFields: { customfield_10028: 3 } },
      { by: account },
    );
    await screen.getByRole('button', { name: 'Refresh' }).click();
    await expect
      .poll(
        async () =>
          await screen.getByRole('row').filter({ hasText: key }).filter({ hasText: 'No estimate' }).count(),
      )
      .toBe(0);
  });
});

describe('backlog health, with the keyboard alone', () => {
  it('opens, walks the tape, opens an issue and closes', async () => {
    const { page, context } = await local.open(AURORA);
    const menu = page.getByRole('button', { name: 'More actions' });
    for (
      let step = 0;
      step < 40 && !(await menu.evaluate((it) => it === document.activeElement));
      step += 1
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const screen = screenOf(page);
    await screen.getByText(VERDICT).first().waitFor();
    const tape = screen.locator('svg a[tabindex="0"], svg [role="link"][tabindex="0"]').first();
    for (
      let step = 0;
      step < 20 && !(await tape.evaluate((it) => it === document.activeElement));
      step += 1
    ) {
      await page.keyboard.press('Tab');
    }
    const first = await screen.locator(':focus').getAttribute('aria-label');
    await page.keyboard.press('ArrowRight');
    const second = await screen.locator(':focus').getAttribute('aria-label');
    expect(second).not.toBe(first);
    const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await tab.waitForURL('**/browse/AUR-*');
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('backlog health, for everybody', () => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
  ] as const)('gives axe nothing to say in %s at %i px', async (theme, width) => {
    const { page, complaints } = await local.open(AURORA, { theme, width });
    const screen = await openPanel(page);
    await screen.getByText(VERDICT).first().waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    const overflow = await screen.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('keeps a project from those who may not see it', async () => {
    const { page } = await local.open(AURORA, { role: 'outsider' });
    await page
      .getByText(/don.t have access/i)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'More actions' }).count()).toBe(0);
  });

  it('shows a viewer the same answer without what is hidden from them', async () => {
    const { page } = await local.open(AURORA, { role: 'viewer' });
    const screen = await openPanel(page);
    await screen.getByText(VERDICT).first().waitFor();
  });
});

describe('backlog health, when things go wrong', () => {
  it.each([
    ['rate-limited', /try again/i],
    ['server-error', /Jira/],
  ] as const)('says so and recovers: %s', async (kind, words) => {
    const { page } = await local.open(AURORA);
    local.site.faults.set({ rest: [{ match: '/backlog', kind, pages: 'all', remaining: 1 }] });
    const screen = await openPanel(page);
    const alert = screen.getByRole('alert').or(screen.getByRole('heading')).filter({ hasText: /./ }).first();
    await alert.waitFor();
    expect(await screen.locator('body').innerText()).toMatch(words);
    expect(await violationsOf(page)).toEqual([]);
    if (kind === 'server-error') {
      await screen.getByRole('button', { name: 'Try again' }).click();
      await screen.getByText(VERDICT).first().waitFor();
    }
  });

  it('says that an empty backlog is empty', async () => {
    const { page } = await local.open('/jira/software/c/projects/BOR/boards/2');
    const screen = await openPanel(page);
    await screen.getByRole('heading', { name: 'This backlog is empty' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
  });
});
