import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core';

import { DEMO_USERS, type RoleKey } from '#sandbox/demo/seed';
import { startSite, type RunningSite } from '#sandbox/server';
import { launchBrowser } from '#tools/browser';

export const AURORA = '/jira/software/c/projects/AUR/boards/1';
export const OPERATIONS = '/jira/software/c/projects/OPS/boards/3';

/** Who looks, and at what size. */
export interface Looking {
  /** `anonymous` has not logged in. */
  readonly role?: RoleKey | 'anonymous';
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
}

/** The local site in memory, with a browser to look at it. */
export interface BrowserSite {
  readonly site: RunningSite;
  /** Opens a page as somebody, and collects what the browser complains about. */
  open(path: string, as?: Looking): Promise<Visit>;
  close(): Promise<void>;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, and what the Content-Security-Policy refused. */
  readonly complaints: readonly string[];
}

export async function startBrowserSite(): Promise<BrowserSite> {
  const site = await startSite({ port: 0, stateFile: ':memory:' });
  const browser: Browser = await launchBrowser();
  return {
    site,
    async open(path, { role = 'lead', theme = 'light', width = 1280 } = {}) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        if (/Content Security Policy|Content-Security-Policy/.test(message.text()))
          complaints.push(message.text());
      });
      await page.goto(site.url);
      await changeSession(page, { accountId: accountOf(role), theme });
      await page.goto(site.url + path);
      return { page, context, complaints };
    },
    async close() {
      await browser.close();
      await site.close();
    },
  };
}

export function accountOf(role: RoleKey | 'anonymous'): string {
  if (role === 'anonymous') return role;
  const user = DEMO_USERS.find((candidate) => candidate.role === role);
  if (!user) throw new Error(`Nobody in the demo is ${role}.`);
  return user.accountId;
}

/** Changes who looks, or light and dark, as the site's own menus do. */
async function changeSession(page: Page, session: { accountId: string; theme: string }): Promise<void> {
  const status = await page.evaluate(async (body) => {
    const response = await fetch('/sandbox/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.status;
  }, session);
  if (status !== 200) throw new Error(`The session could not be changed: ${status}`);
}

/** The app's screen on the page. */
export function screenOf(page: Page): FrameLocator {
  return page.frameLocator('iframe');
}

/** Opens Backlog health from the ••• menu of the board or the backlog that is shown, with the mouse. */
export async function openPanel(page: Page): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Backlog health' }).click();
  const screen = screenOf(page);
  await screen
    .getByRole('heading', { level: 1 })
    .or(screen.getByRole('heading', { level: 2 }))
    .first()
    .waitFor();
  return screen;
}

/** The sentence on top, once it is there. */
export function verdictOf(screen: FrameLocator): Locator {
  return screen.locator('.verdict__sentence');
}

/** What axe finds on the page, or within a part of it, and in the app's screen, one line a violation. */
export async function violationsOf(page: Page, within?: string): Promise<readonly string[]> {
  // A button on its way from one colour to another has contrasts that nobody gets to see. They are brought to
  // their end, not waited for: a frame out of view stands still for ever.
  for (const frame of page.frames()) {
    await frame.evaluate(() => {
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getTiming().iterations !== Infinity) animation.finish();
      }
    });
  }
  const axe = new AxeBuilder({ page });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

/** By how many pixels the screen is wider than its frame. */
export async function overflowOf(screen: FrameLocator): Promise<number> {
  return await screen.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
}

function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error('The page shows no screen of the app.');
  return frame;
}

/**
 * Notes what live regions say from now on, as a screen reader would hear it.
 * @returns answers what was said since the last time it was asked.
 */
export async function listenTo(page: Page): Promise<() => Promise<readonly string[]>> {
  const frame = frameOf(page);
  const heard = await frame.evaluateHandle(() => {
    const said: string[] = [];
    const last = new Map<Element, string>();
    const regions = () => document.querySelectorAll('[role="status"], [role="alert"]');
    for (const region of regions()) last.set(region, region.textContent);
    new MutationObserver(() => {
      for (const region of regions()) {
        const text = region.textContent;
        if (text !== '' && text !== last.get(region)) said.push(text);
        last.set(region, text);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
    return said;
  });
  return async () => await heard.evaluate((said) => said.splice(0));
}

/** Presses Tab until an element has the focus. @throws Error when it does not come within so many presses. */
export async function tabTo(page: Page, target: Locator, presses = 60): Promise<void> {
  const isReached = async () => await target.evaluate((element) => element === document.activeElement);
  await target.waitFor();
  for (let press = 0; press < presses; press += 1) {
    if (await isReached()) return;
    await page.keyboard.press('Tab');
  }
  if (!(await isReached())) throw new Error(`${target.toString()} is not reached by ${presses} Tabs.`);
}
