import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startBrowserSite, violationsOf, type BrowserSite } from './browser-site';

let local: BrowserSite;

beforeAll(async () => {
  local = await startBrowserSite();
});
afterAll(async () => {
  await local.close();
});

/** How far the page scrolls sideways. */
const sidewaysOf = async (page: Page) =>
  await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const READY = 'issue in ready("Aurora board") ORDER BY Rank';
const addressOf = (jql: string) => `/issues/?${new URLSearchParams({ jql }).toString()}`;

describe('searching with the app’s functions', () => {
  it('is reached from the bar, typed and sent by the keyboard, and leads to the work items', async () => {
    const { page, context, complaints } = await local.open('/');
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    const bar = page.getByRole('textbox', { name: 'JQL query' });
    await bar.fill('issue in unrefined("Aurora board") ORDER BY Rank');
    await bar.press('Enter');
    const first = page.getByRole('row').nth(1);
    await first.waitFor();
    expect(await page.getByRole('status').textContent()).toMatch(/^\d+ work items$/);
    expect(await violationsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
    const key = (await first.getByRole('link').textContent()) ?? '';
    await first.getByRole('link').press('Enter');
    await page.waitForURL(`**/browse/${key}`);
    await page.goBack();
    expect(await bar.inputValue()).toBe('issue in unrefined("Aurora board") ORDER BY Rank');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says at the bar what is wrong, and how to put it right', async () => {
    const { page, context } = await local.open(addressOf('issue in ready("No such board")'), {
      theme: 'dark',
      width: 400,
    });
    const problem = page.getByRole('alert');
    await problem.waitFor();
    expect(await problem.textContent()).toMatch(/^“No such board” is not one board that Evenkeel can find/);
    expect(await violationsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
    const bar = page.getByRole('textbox', { name: 'JQL query' });
    await bar.fill(READY);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('row').nth(1).waitFor();
    expect(await problem.count()).toBe(0);
    await context.close();
  });

  it('shows nothing of a board to somebody who may not see it', async () => {
    const { page, context } = await local.open(addressOf(READY), { role: 'outsider' });
    await page.getByText('No work items match this query.').waitFor();
    await context.close();
  });
});
