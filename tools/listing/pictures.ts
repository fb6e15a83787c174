import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { FrameLocator, Page } from 'playwright-core';

import { demoUser } from '#sandbox/demo/people';
import { startSite, type RunningSite } from '#sandbox/server';
import { launchBrowser } from '#tools/browser';
import { fillDemoRegister } from '#tools/listing/demo-register';

const FOLDER = fileURLToPath(new URL('../../docs/help/images', import.meta.url));
const LARGEST_BYTES = 150 * 1024;
const DAY_MS = 86_400_000;
const SETTLING_MS = 2_000;
const BOARD = '/jira/software/c/projects/AUR/boards/1';

/** What a picture is taken of: everything is the app's own screen on the demo site, as its lead sees it. */
interface Stage {
  readonly page: Page;
  readonly site: RunningSite;
  /** The address of the page with the risk register, from `/` on. */
  readonly registerPath: string;
}

const screenOf = (page: Page): FrameLocator => page.locator('iframe').first().contentFrame();

/** Opens the panel from the menu of the board, with its verdict there. */
async function openPanel({ page, site }: Stage): Promise<FrameLocator> {
  await page.goto(site.url + BOARD);
  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Backlog health' }).click();
  const screen = screenOf(page);
  await screen.locator('.verdict__sentence').waitFor();
  await screen
    .getByRole('row', { name: /AUR-92/ })
    .first()
    .waitFor();
  return screen;
}

async function openView(stage: Stage, view: string): Promise<FrameLocator> {
  const screen = await openPanel(stage);
  await screen.getByRole('navigation').first().getByText(view, { exact: true }).click();
  return screen;
}

async function openRegister({ page, site, registerPath }: Stage): Promise<FrameLocator> {
  await page.goto(site.url + registerPath);
  const screen = screenOf(page);
  await screen.locator('.verdict__title').waitFor();
  await page.locator('iframe').evaluate((frame) => {
    frame.scrollIntoView();
  });
  await screen
    .getByRole('cell', { name: /Maren Lindqvist/ })
    .first()
    .waitFor();
  return screen;
}

/** Each picture with how its screen is brought up; the order matters, since the site is the same throughout. */
const PICTURES: Readonly<Record<string, (stage: Stage) => Promise<unknown>>> = {
  'risk-register': openRegister,
  'weekly-review': async (stage) => {
    const screen = await openRegister(stage);
    await screen.getByRole('button', { name: /^Review \d/ }).click();
    await screen.getByRole('button', { name: /Unchanged/ }).waitFor();
  },
  'space-risks': async ({ page, site, registerPath }) => {
    await page.goto(site.url + registerPath.replace(/\/pages\/.*/, ''));
    await page.getByRole('link', { name: 'Risks', exact: true }).first().click();
    await screenOf(page).getByRole('heading', { name: 'Who owns them' }).waitFor();
    await screenOf(page).getByText('Noa Benayoun').first().waitFor();
  },
  'backlog-health': openPanel,
  'sprint-readiness': async (stage) => {
    const screen = await openView(stage, 'Sprint');
    await screen
      .getByText(/likely/)
      .first()
      .waitFor();
    await screen.getByText('How usual is this?').waitFor();
  },
  'work-item': async ({ page, site }) => {
    await page.goto(`${site.url}/browse/AUR-92`);
    await page.getByRole('button', { name: /^Readiness/ }).click();
    await screenOf(page)
      .getByRole('heading', { name: /^Not ready for a sprint/ })
      .waitFor();
  },
  search: async ({ page, site }) => {
    const query = new URLSearchParams({ jql: 'issue in unrefined("Aurora board") ORDER BY Rank' });
    await page.goto(`${site.url}/issues/?${query.toString()}`);
    await page.getByRole('row').nth(1).waitFor();
  },
  settings: async ({ page, site }) => {
    await page.goto(site.url + BOARD);
    const nav = page.getByRole('navigation', { name: 'Project' });
    await nav.getByText('Project settings').waitFor();
    await nav.getByRole('link', { name: 'Evenkeel' }).last().click();
    await screenOf(page).getByRole('heading', { name: 'What is checked' }).waitFor();
  },
  dashboard: async ({ page, site }) => {
    await page.goto(`${site.url}/dashboards/team`);
    await page.getByRole('button', { name: 'Add widget' }).click();
    await page.getByRole('menuitem', { name: /^Sprints ahead/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Edit Sprints ahead' });
    const edit = dialog.locator('iframe').contentFrame();
    await edit.getByLabel('Find a board by name').fill('board');
    await edit.getByRole('checkbox', { name: /^Aurora board/ }).check();
    await edit.getByRole('checkbox', { name: /^Operations board/ }).check();
    await edit.getByRole('button', { name: 'Remove Operations board' }).waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page
      .getByRole('region', { name: 'Sprints ahead', exact: true })
      .locator('iframe')
      .contentFrame()
      .getByText(/First hole: AUR-/)
      .waitFor();
  },
  // Somebody opens the backlog on each of the days.
  trends: async (stage) => {
    for (let day = 0; day < 6; day += 1) {
      await openPanel(stage);
      await stage.site.advance(DAY_MS);
    }
    const screen = await openView(stage, 'Trends');
    await screen
      .getByText(/days that are known|on \d+ days/)
      .first()
      .waitFor();
  },
};

async function takePictures(wanted: readonly string[]): Promise<void> {
  mkdirSync(FOLDER, { recursive: true });
  const site = await startSite({ port: 0, stateFile: ':memory:' });
  const browser = await launchBrowser();
  try {
    const registerPath = await fillDemoRegister(site);
    const page = await browser.newPage({ viewport: { width: 1280, height: 860 }, reducedMotion: 'reduce' });
    await page.goto(site.url);
    await page.evaluate(async (accountId) => {
      const headers = { 'content-type': 'application/json' };
      await fetch('/sandbox/api/session', {
        method: 'POST',
        headers,
        body: JSON.stringify({ accountId, theme: 'light' }),
      });
    }, demoUser('maren').accountId);
    for (const [name, bringUp] of Object.entries(PICTURES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await bringUp({ page, site, registerPath });
      // What is not waited for by name: fonts, avatars and the height of the frame.
      await page.waitForTimeout(SETTLING_MS);
      const path = join(FOLDER, `${name}.png`);
      await page.screenshot({ path });
      const { size } = statSync(path);
      console.log(`docs/help/images/${name}.png: ${Math.ceil(size / 1024)} KB`);
      if (size > LARGEST_BYTES) throw new Error(`${name}.png is larger than 150 KB.`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

if (import.meta.main) {
  await takePictures(process.argv.slice(2)).then(
    // Schedules of the site may still be under way.
    () => process.exit(0),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
