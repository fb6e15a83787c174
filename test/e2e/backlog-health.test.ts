import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { uncoveredCalls } from '../manifest/uncovered-calls';
import {
  accountOf,
  AURORA,
  openPanel,
  screenOf,
  startBrowserSite,
  tabTo,
  verdictOf,
  type BrowserSite,
} from './browser-site';

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
    await verdictOf(screen).waitFor();
    expect(await verdictOf(screen).innerText()).toMatch(/^Ready for 1\.\d sprints\. You want 2\.$/);
    expect(await screen.getByText(/from your last \d+ sprints/).count()).toBe(1);
    expect(await screen.getByText('First hole:').count()).toBe(1);
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
    await verdictOf(screen).waitFor();
  });

  it("opens as a page of the project's navigation", async () => {
    const { page, complaints } = await local.open(AURORA);
    // The project's settings have an entry of the same name, below.
    await page.getByRole('link', { name: 'Evenkeel' }).first().click();
    const screen = screenOf(page);
    await verdictOf(screen).waitFor();
    // The page scrolls, and its frame does not: it is as high as what is in it.
    const cutOff = async () =>
      await screen.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
    await expect.poll(cutOff, { timeout: 10_000 }).toBe(0);
    expect(await screen.locator('html').evaluate((html) => html.clientHeight)).toBeGreaterThan(1_000);
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

  it('tells why something is flagged, in the words of the check', async () => {
    const { page, complaints } = await local.open(AURORA);
    const screen = await openPanel(page);
    const flag = screen.getByRole('button', { name: 'Blocked: why is this flagged?' }).first();
    await flag.click();
    const text = screen.getByRole('region', { name: 'Blocked: why is this flagged?' });
    await text.getByRole('heading', { name: 'How it decides' }).waitFor();
    await text.getByRole('button', { name: 'Close' }).click();
    expect(await text.count()).toBe(0);
    expect(await flag.evaluate((it) => it === document.activeElement)).toBe(true);
    expect(complaints).toEqual([]);
  });

  it('narrows the list by check and epic, and widens it again', async () => {
    const { page } = await local.open(AURORA);
    const screen = await openPanel(page);
    const shown = screen.getByText(/^\d+ of 28 items$/);
    await shown.waitFor();
    const all = await shown.innerText();
    const rows = screen.locator('tr.issue:visible');

    await screen.getByLabel('Check', { exact: true }).selectOption({ label: 'Blocked (3)' });
    await expect.poll(async () => await shown.innerText()).toBe('3 of 28 items');
    expect(await rows.filter({ hasText: 'Blocked by' }).count()).toBe(3);
    await screen.getByLabel('Assignee', { exact: true }).selectOption({ label: 'Nobody (3)' });
    await screen.getByLabel('Epic', { exact: true }).selectOption({ index: 1 });
    await expect.poll(async () => Number.parseInt(await shown.innerText())).toBeLessThan(3);
    expect(await rows.count()).toBe(Number.parseInt(await shown.innerText()));

    await screen.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(async () => await shown.innerText()).toBe(all);
    const first = screen.getByLabel('Check', { exact: true });
    expect(await first.evaluate((it) => it === document.activeElement)).toBe(true);
  });

  it('changes its answer when a story is mended elsewhere and the board is read again', async () => {
    const { page } = await local.open(AURORA);
    const screen = await openPanel(page);
    const flagged = screen.locator('tr.issue').filter({ hasText: '“Story Points” is empty' });
    const key = (await flagged.first().getByRole('link').first().innerText()).trim();
    const { id = '' } = local.site.site.issue(key) ?? {};
    local.site.site.editIssue(id, { customFields: { customfield_10028: 3 } }, { by: accountOf('developer') });

    await screen.getByRole('button', { name: 'Refresh' }).click();

    await expect.poll(async () => await flagged.filter({ hasText: key }).count()).toBe(0);
  });
});

describe('backlog health, with the keyboard alone', () => {
  it('opens, walks the tape, opens an issue and closes', async () => {
    const { page, context } = await local.open(AURORA);
    await tabTo(page, page.getByRole('button', { name: 'More actions', exact: true }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const screen = screenOf(page);
    await verdictOf(screen).waitFor();
    await tabTo(page, screen.locator('svg a[tabindex="0"]'));
    const nameOfFocus = async () => (await screen.locator(':focus').getAttribute('aria-label')) ?? '';
    expect(await nameOfFocus()).toMatch(/^AUR-92, .*, not ready: blocked, /);
    await page.keyboard.press('ArrowDown');
    expect(await nameOfFocus()).toMatch(/^AUR-\d+, .*, not ready: /);
    await page.keyboard.press('Home');
    expect(await nameOfFocus()).toMatch(/, 1 of 28$/);
    await page.keyboard.press('ArrowRight');
    expect(await nameOfFocus()).toMatch(/, 2 of 28$/);
    const [tab] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')]);
    await tab.waitForURL('**/browse/AUR-*');
    await page.bringToFront();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });
});

describe('backlog health, by permission', () => {
  it('keeps a project from those who may not see it', async () => {
    const { page } = await local.open(AURORA, { role: 'outsider' });
    await page
      .getByText(/don.t have access/i)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'More actions', exact: true }).count()).toBe(0);
  });

  it('shows a viewer the answer without what is hidden from them, and Jira refuses their changes', async () => {
    const { page } = await local.open(AURORA, { role: 'viewer' });
    const screen = await openPanel(page);
    await verdictOf(screen).waitFor();
    expect(await screen.getByText('AUR-129').count()).toBe(0);
    await screen.getByRole('button', { name: 'Mend AUR-92' }).click();
    const forms = screen.getByRole('group', { name: 'Mend AUR-92' });
    await forms.getByLabel('Story Points').fill('3');
    await forms.getByRole('button', { name: 'Save' }).click();
    await forms.getByText('Jira did not accept it: You do not have permission to edit this issue.').waitFor();
    expect(await forms.getByLabel('Story Points').inputValue()).toBe('3');
    const { customFields } = local.site.site.issue('AUR-92') ?? {};
    expect(customFields?.['customfield_10028']).toBe(5);
  });
});
