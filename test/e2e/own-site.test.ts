import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { buildAll } from '#sandbox/build';
import { connect } from '#sandbox/remote/connect';
import { startOwnSite, type RunningOwnSite } from '#sandbox/remote/own-site';
import { createSiteClient } from '#sandbox/remote/site-client';
import { DEMO_USERS } from '#sandbox/demo/seed';
import { startSite, type RunningSite } from '#sandbox/server';
import { launchBrowser } from '#tools/browser';

import { AURORA, openPanel, overflowOf, screenOf, verdictOf, violationsOf } from './browser-site';

const LEAD = DEMO_USERS.find((user) => user.role === 'lead')!;

let browser: Browser;
let real: RunningSite;
let own: RunningOwnSite;
let page: Page;

beforeAll(async () => {
  const { entry } = await buildAll(process.cwd());
  real = await startSite({ port: 0, stateFile: ':memory:', entry });
  const client = createSiteClient({ address: real.url, email: LEAD.email, token: 'any-token' });
  const { account } = await connect(client);
  own = await startOwnSite({ client, account, port: 0, entry });
  browser = await launchBrowser();
  // Bundling and building take minutes on a busy machine.
}, 400_000);

afterAll(async () => {
  await browser.close();
  await own.close();
  await real.close();
});

afterEach(async () => {
  await page.context().close();
});

async function open(base: string, path: string, width = 1280): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
  page = await context.newPage();
  await page.goto(base + path);
  return page;
}

/** The verdict that the panel gives on a site. */
async function verdictAt(base: string): Promise<string | null> {
  await open(base, AURORA);
  const screen = await openPanel(page);
  await verdictOf(screen).waitFor();
  const verdict = await verdictOf(screen).textContent();
  await page.context().close();
  return verdict;
}

describe('a site of one’s own, in a browser', () => {
  it('shows the same verdict as the site itself, and says what it cost', async () => {
    const there = await verdictAt(real.url);
    expect(await verdictAt(own.url)).toBe(there);
    await open(own.url, AURORA);
    await page.getByRole('button', { name: 'Meter' }).click();
    const cost = page.getByRole('region', { name: 'This hour' });
    await expect.poll(async () => await cost.textContent()).toMatch(/Points of the app[1-9]\d* of 65,000/);
    expect(await cost.textContent()).not.toContain('Confluence');
  });

  it('shows what the next sprint is ready for, as the site itself does', async () => {
    const judged = async (base: string) => {
      await open(base, `${AURORA}/backlog`);
      await page.getByRole('button', { name: 'More actions for Aurora 24' }).click();
      await page.getByRole('menuitem', { name: 'Sprint readiness' }).click();
      const screen = screenOf(page);
      // What closed sprints delivered is read after the first answer.
      await screen
        .getByText(/^from your last 9 sprints/i)
        .first()
        .waitFor();
      const verdict = await screen.locator('.sprint-verdict').innerText();
      const goal = await screen.getByRole('region', { name: 'Goal' }).innerText();
      await page.context().close();
      return { verdict, goal };
    };
    const there = await judged(real.url);
    expect(there.verdict).toMatch(/\d+% chance/);
    expect(await judged(own.url)).toEqual(there);
    await open(own.url, AURORA);
  });

  it('names the site, and has nothing of what only a local one has', async () => {
    await open(own.url, `${AURORA}/backlog`);
    const bar = page.getByRole('banner');
    await bar.getByText(`${new URL(real.url).host}, read only`).waitFor();
    await page.getByRole('heading', { name: 'Backlog', level: 1 }).waitFor();
    await page.getByRole('region', { name: 'Backlog' }).getByRole('listitem').first().waitFor();
    for (const name of [
      /switch user/,
      /move the clock/,
      'Create sprint',
      'Start sprint',
      'Complete sprint',
    ]) {
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    }
    for (const name of ['Confluence', /Reports/])
      expect(await page.getByRole('link', { name }).count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('leads to the issues of the real site', async () => {
    await open(own.url, AURORA);
    const onBoard = page.locator('main .card-summary').first();
    await onBoard.waitFor();
    expect(await onBoard.getAttribute('href')).toMatch(`${real.url}/browse/AUR-`);
    const screen = await openPanel(page);
    await verdictOf(screen).waitFor();
    const link = screen.locator('a[href*="/browse/AUR-"]').first();
    await link.waitFor();
    const opened = page.context().waitForEvent('page');
    await link.click();
    const tab = await opened;
    await tab.waitForURL(`${real.url}/browse/AUR-*`);
  });

  it('says in plain words that nothing was changed', async () => {
    await open(own.url, '/browse/AUR-92');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Summary').fill('Another summary');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Evenkeel only reads this site; nothing was changed.').first().waitFor();
    expect(real.site.issue('AUR-92')?.summary).not.toBe('Another summary');
  });

  it('fits a narrow window', async () => {
    await open(own.url, AURORA, 400);
    await page.locator('main .card-summary').first().waitFor();
    const tooWide = await page.locator('.top-bar').evaluate((bar) => bar.scrollWidth - bar.clientWidth);
    expect(tooWide).toBeLessThanOrEqual(0);
    const screen = await openPanel(page);
    await verdictOf(screen).waitFor();
    expect(await overflowOf(screen)).toBeLessThanOrEqual(0);
  });
});
