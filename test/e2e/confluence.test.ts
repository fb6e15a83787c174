import { fileURLToPath } from 'node:url';

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { buildAll } from '#sandbox/build';
import { launchBrowser } from '#tools/browser';

import { startMacroSite } from '../sandbox/confluence/macro-app';
import { violationsOf } from './browser-site';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let world: Awaited<ReturnType<typeof startMacroSite>>;
let browser: Browser;

beforeAll(async () => {
  await buildAll(ROOT);
  world = await startMacroSite(fileURLToPath(new URL('../../sandbox/site/build', import.meta.url)));
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await world.site.close();
});

async function open(path: string, as?: string): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (/Content.Security.Policy/.test(message.text())) complaints.push(message.text());
  });
  if (as !== undefined) {
    await context.addCookies([{ name: 'local-site-user', value: as, url: world.site.url }]);
  }
  await page.goto(world.site.url + path);
  return { page, complaints };
}

const launch = () => `/wiki/spaces/AUR/pages/${world.page('Aurora launch').id}`;

describe('a macro on a page', () => {
  it('is inserted with the keyboard, refused what the platform refuses, configured and published', async () => {
    const { page, complaints } = await open(launch());
    await page.getByRole('button', { name: 'Edit' }).click();
    const last = page.getByRole('textbox', { name: 'Paragraph' }).last();
    await last.press('End');
    await last.press('Enter');
    await page.keyboard.type('/test reg');
    await page.keyboard.press('Enter');
    const config = page.frameLocator('[role=dialog] iframe');
    await config.getByRole('button', { name: 'Save null' }).click();
    await config.getByText('INVALID_CONFIG: config.name is null.').waitFor();
    await config.getByLabel('Name').fill('Launch risks');
    await config.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const macro = page.frameLocator('.macro iframe');
    await macro.getByRole('heading', { name: 'Launch risks' }).waitFor();
    await page.getByRole('button', { name: 'Configure' }).click();
    await config.getByLabel('Name').fill('Renamed');
    await config.getByRole('button', { name: 'Save', exact: true }).click();
    await macro.getByText('changed').waitFor();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('button', { name: 'Edit' }).waitFor();
    await macro.getByRole('heading', { name: 'Renamed' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('is not inserted when its configuration is closed, and is taken back by undo', async () => {
    const { page } = await open(launch());
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Paragraph' }).last().press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('/test reg');
    await page.keyboard.press('Enter');
    await page.frameLocator('[role=dialog] iframe').getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const macros = page.getByRole('region', { name: 'Test register' });
    expect(await macros.count()).toBe(1);
    await page.getByRole('button', { name: 'Duplicate' }).click();
    expect(await macros.count()).toBe(2);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await macros.count()).toBe(1);
    expect(await violationsOf(page)).toEqual([]);
  });

  it('is in the export of the page, for PDF and for Word', async () => {
    const { page } = await open(launch());
    await page.getByRole('button', { name: 'More actions', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Export to PDF' }).click();
    await page.getByText('Renamed as pdf').waitFor();
    await page.getByRole('link', { name: 'Word' }).click();
    await page.getByText('Renamed as word').waitFor();
  });

  it('keeps what was written when somebody else has published meanwhile', async () => {
    const { page } = await open(launch());
    await page.getByRole('button', { name: 'Edit' }).click();
    await page.getByRole('textbox', { name: 'Paragraph' }).first().fill('Mine.');
    const { id, version, title } = world.page('Aurora launch');
    world.site.wiki.editPage(id, { title, version: version + 1 }, { by: '5b10a2844c20165700ede22b' });
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('alert').getByText('Somebody else has published').waitFor();
    expect(await page.getByRole('textbox', { name: 'Paragraph' }).first().inputValue()).toBe('Mine.');
  });
});

describe('somebody who has not logged in', () => {
  it('reads what is public, and sees no way to change it', async () => {
    const { page } = await open('/wiki/spaces', 'anonymous');
    await page.getByRole('main').getByRole('link', { name: 'Aurora help' }).click();
    await page.getByRole('heading', { level: 1, name: 'Help with Aurora' }).waitFor();
    expect(await page.getByRole('button', { name: 'Edit' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Create page' }).count()).toBe(0);
    expect(await violationsOf(page)).toEqual([]);
    await page.goto(world.site.url + launch());
    await page.getByText('You don’t have access to this page').waitFor();
  });
});
