import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { MANAGE_APPS } from '../../sandbox/site/settings/settings-routing';
import {
  AURORA,
  overflowOf,
  screenOf,
  startBrowserSite,
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

/** Opens the site's settings by the way that Manage apps offers. */
async function openSite(as: Looking = {}) {
  const visit = await local.open(MANAGE_APPS, { role: 'admin', ...as });
  await visit.page.getByRole('link', { name: 'Configure' }).click();
  return await settled(visit);
}

/** Opens the project's settings from its sidebar. */
async function openProject(as: Looking = {}) {
  const visit = await local.open(AURORA, as);
  const nav = visit.page.getByRole('navigation', { name: 'Project' });
  // The panel is there first, under the same name; the entry of the settings comes below its heading.
  await nav.getByText('Project settings').waitFor();
  await nav.getByRole('link', { name: 'Evenkeel' }).last().click();
  return await settled(visit);
}

async function settled<Visit extends { page: Page }>(visit: Visit) {
  const screen = screenOf(visit.page);
  await screen.getByRole('heading', { name: 'What is checked' }).waitFor();
  return { ...visit, screen };
}

const check = (screen: FrameLocator, name: string) => screen.getByRole('group', { name, exact: true });

describe('settings', () => {
  it('of the site hold for a project and its boards until those set their own', async () => {
    const site = await openSite();
    const abandoned = check(site.screen, 'Abandoned');
    expect(await abandoned.getByRole('checkbox').isChecked()).toBe(true);
    await abandoned.getByRole('checkbox').uncheck();
    await site.screen.getByText('1 change not saved yet').waitFor();
    await site.screen.getByRole('button', { name: 'Save', exact: true }).click();
    await site.screen.getByRole('button', { name: 'Undo', exact: true }).waitFor();
    await site.screen.getByText('Sunniva Berg').waitFor();
    expect(site.complaints).toEqual([]);
    await site.context.close();

    const project = await openProject();
    const inherited = check(project.screen, 'Abandoned');
    expect(await inherited.getByRole('checkbox').isChecked()).toBe(false);
    await inherited.getByText('From the site').waitFor();
    await inherited.getByRole('checkbox').check();
    await project.screen.getByRole('button', { name: 'Save', exact: true }).click();
    await project.screen.getByRole('button', { name: 'Undo', exact: true }).waitFor();

    await project.screen.getByRole('button', { name: /^Aurora board/ }).click();
    const board = check(project.screen, 'Abandoned');
    await board.getByText('From the project').first().waitFor();
    expect(await board.getByRole('checkbox').isChecked()).toBe(true);

    await project.screen.getByRole('button', { name: 'The whole project' }).click();
    await check(project.screen, 'Abandoned')
      .getByRole('button', { name: 'Reset: Abandoned', exact: true })
      .click();
    await project.screen.getByText('Abandoned: reset').waitFor();
    await project.screen.getByRole('button', { name: 'Save', exact: true }).click();
    await check(project.screen, 'Abandoned').getByText('From the site').waitFor();
    await project.screen.getByRole('button', { name: 'Undo', exact: true }).click();
    await check(project.screen, 'Abandoned')
      .getByText(/^Set here/)
      .waitFor();
    expect(project.complaints).toEqual([]);
    await project.context.close();
  });

  it('are tried on a board before they are saved', async () => {
    const { screen, context } = await openProject();
    const thin = check(screen, 'Thin description');
    await thin.getByRole('spinbutton').first().fill('400');
    await screen.getByRole('button', { name: 'What would change?' }).click();
    const told = screen.getByText(/^With this, \d+ more items of .+ would be flagged/);
    await told.waitFor();
    expect(await told.textContent()).toMatch(
      /With this, [1-9]\d* more items of Aurora board would be flagged/,
    );
    // Looking at a board in between costs nothing that was typed.
    await screen.getByRole('button', { name: /^Aurora board/ }).click();
    await check(screen, 'Abandoned').waitFor();
    await screen.getByRole('button', { name: 'The whole project, not saved yet' }).click();
    expect(await thin.getByRole('spinbutton').first().inputValue()).toBe('400');
    await screen.getByRole('button', { name: 'Discard them' }).click();
    expect(await thin.getByRole('spinbutton').first().inputValue()).toBe('10');
    await context.close();
  });

  it('go out as a file and come back, and a bad file changes nothing and says where', async () => {
    const { page, screen, context } = await openProject();
    const download = page.waitForEvent('download');
    await screen.getByRole('button', { name: 'Export', exact: true }).click();
    const path = join(tmpdir(), `settings-${process.pid}.json`);
    await (await download).saveAs(path);
    const file = JSON.parse(readFileSync(path, 'utf8')) as { settings: Record<string, unknown> };
    expect(file.settings).toEqual({ 'check.abandoned.enabled': true });

    const upload = screen.getByLabel('Import a file');
    writeFileSync(path, JSON.stringify({ ...file, settings: { 'session.minutes': 5 } }));
    await upload.setInputFiles(path);
    await screen.getByText('settings.session.minutes').waitFor();
    await screen.getByText('The number is too small or too large.').waitFor();
    expect(await screen.getByText('not saved yet', { exact: false }).count()).toBe(0);

    writeFileSync(path, JSON.stringify({ ...file, settings: { ...file.settings, 'session.minutes': 60 } }));
    await upload.setInputFiles(path);
    await screen.getByText('1 change not saved yet').waitFor();
    await screen.getByText('Refinement session, Minutes: 60').waitFor();
    await context.close();
  });

  it.each(['developer', 'viewer', 'lead'] as const)('of the site are not shown to a %s', async (role) => {
    const { page, context } = await local.open(MANAGE_APPS, { role });
    await page.getByRole('heading', { name: /don’t have access/ }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    await context.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 400],
    ['dark', 400],
  ] as const)('are sound in the %s at %i pixels', async (theme, width) => {
    const { page, screen, context, complaints } = await openSite({ theme, width });
    await check(screen, 'Oversized').getByRole('checkbox').uncheck();
    await screen.getByText('1 change not saved yet').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowOf(screen)).toBeLessThanOrEqual(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
