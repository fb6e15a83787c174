import { readFileSync } from 'node:fs';

import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { MANAGE_APPS } from '../../sandbox/site/settings/settings-routing';
import {
  accountOf,
  overflowOf,
  screenOf,
  startBrowserSite,
  tabTo,
  violationsOf,
  type BrowserSite,
  type Looking,
} from './browser-site';

let local: BrowserSite;

beforeAll(async () => {
  local = await startBrowserSite();
});
afterAll(async () => {
  await local.close();
});

/** Opens the page of an admin who has just installed the app. */
async function getStarted(as: Looking = {}) {
  const visit = await local.open(MANAGE_APPS, { role: 'admin', ...as });
  const { page } = visit;
  await page
    .getByRole('link', { name: 'Get started' })
    .or(page.getByRole('button', { name: 'Get started' }))
    .click();
  return { ...visit, screen: screenOf(page) };
}

async function toData({ page, screen }: { page: Page; screen: FrameLocator }) {
  await screen.getByRole('button', { name: 'Data', exact: true }).click();
  await screen.getByRole('heading', { name: 'Closed accounts' }).waitFor();
  return { page, screen };
}

describe('getting started', () => {
  it.each([
    { theme: 'light', width: 1280 },
    { theme: 'dark', width: 400 },
  ] as const)('shows the first runway by itself, and what to do next ($theme, $width px)', async (as) => {
    const { page, context, complaints, screen } = await getStarted(as);
    await screen.getByText('Aurora board').first().waitFor();
    expect(await screen.locator('.verdict__sentence').textContent()).toMatch(/sprints/);
    expect(await screen.getByRole('listitem').filter({ hasText: '/risk' }).count()).toBe(1);
    await screen.getByText('What each permission is for').click();
    await screen.getByText('Reporting personal data').waitFor();
    await screen.getByLabel('Look at another board:').selectOption({ index: 1 });
    await screen.locator('.verdict__sentence').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowOf(screen)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('says it when Jira cannot be reached, and goes on when it can', async () => {
    const { page, context, screen } = await getStarted();
    await screen.locator('.verdict__sentence').waitFor();
    local.site.faults.set({
      rest: [{ match: '/rest/agile/1.0/board', kind: 'server-error', pages: 'all', remaining: null }],
    });
    await page.reload();
    const retry = screen.getByRole('button', { name: /again/i });
    await retry.waitFor();
    expect(await violationsOf(page)).toEqual([]);
    local.site.faults.set({ rest: [] });
    await retry.click();
    await screen.locator('.verdict__sentence').waitFor();
    await context.close();
  });
});

describe('all data', () => {
  it('is taken out into a file and brought back, by mouse and keyboard', async () => {
    const { page, context, complaints, screen } = await getStarted();
    await screen.locator('.verdict__sentence').waitFor();
    await toData({ page, screen });
    const start = screen.getByRole('button', { name: 'Export' });
    await tabTo(page, start);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/^evenkeel-site-\d{4}-\d\d-\d\d\.json$/);
    const file = await download.path();
    const text = readFileSync(file, 'utf8');
    const { rows } = JSON.parse(text) as { rows: { entity: string }[] };
    expect(rows.some(({ entity }) => entity === 'board-day')).toBe(true);
    await screen.getByText(`The file holds ${rows.length} value`).waitFor();

    await screen.getByLabel('File').setInputFiles(file);
    await screen
      .getByText('are here already, as in the file')
      .or(screen.getByText('is here already, as in the file'))
      .first()
      .waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await screen.getByRole('button', { name: 'Import' }).click();
    await screen.getByText('Nothing was written').waitFor();

    const bad = text.replace('"entity":"board-day"', '"entity":"board-week"');
    await screen
      .getByLabel('File')
      .setInputFiles({ name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from(bad) });
    await screen.getByText('cannot be taken, so nothing was written').waitFor();
    await screen.getByText('board-week').waitFor();
    expect(await screen.getByRole('button', { name: 'Import' }).count()).toBe(0);
    await screen
      .getByLabel('File')
      .setInputFiles({ name: 'other.json', mimeType: 'application/json', buffer: Buffer.from('no') });
    await screen.getByText('This file is no JSON').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('fits a narrow window in the dark, and tells when accounts were last reported', async () => {
    await local.site.advance(86_400_000);
    const visit = await getStarted({ theme: 'dark', width: 400 });
    const { page, context, screen } = visit;
    await toData(visit);
    await screen.getByText('Last report:').waitFor();
    expect(await overflowOf(screen)).toBeLessThanOrEqual(0);
    expect(await violationsOf(page)).toEqual([]);
    await context.close();
  });

  it('is refused to everybody but administrators', async () => {
    const at = {
      moduleKey: 'site-admin',
      moduleType: 'jira:adminPage',
      extension: { type: 'jira:adminPage' },
    };
    for (const role of ['lead', 'outsider'] as const) {
      const call = { functionKey: 'export-data', payload: { scope: { kind: 'site' }, cursor: null } };
      expect(await local.site.host.invoke(call, at, accountOf(role))).toMatchObject({
        ok: false,
        error: { code: 'no-access' },
      });
    }
  });
});
