import type { Browser, Frame, Page } from 'playwright-core';

import { startSite, type RunningSite } from '#sandbox/server';
import type { JiraSite } from '#sandbox/jira/site.types';
import type { Board } from '#tools/bench/panel';
import { launchBrowser, NoBrowserError } from '#tools/browser';

/** Milliseconds, each the median of several opens. */
export interface FirstPaint {
  readonly cold: number;
  readonly warm: number;
}

const RUNS = 5;
const LATENCY_MS = 150;
const MARK = 'verdictShownAt';

/**
 * Runs in every frame before its scripts: notes which scripts the page itself names, since more are added when parts are
 * loaded later, and when the verdict is on the screen for the first time.
 */
function watchVerdict(mark: string): void {
  document.addEventListener('DOMContentLoaded', () => {
    const named = [...document.querySelectorAll('script[src], link[rel="modulepreload"]')].map((element) =>
      element instanceof HTMLScriptElement ? element.src : (element as HTMLLinkElement).href,
    );
    performance.mark(`${mark}/scripts`, { detail: named });
  });
  const watch = new MutationObserver(() => {
    if (document.querySelector('.verdict__sentence') === null) return;
    requestAnimationFrame(() => {
      performance.mark(mark);
    });
    watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
}

/** From the arrival of the last script that the page names to the verdict. */
async function paintOf(frame: Frame): Promise<number> {
  await frame.waitForFunction((mark) => performance.getEntriesByName(mark).length > 0, MARK);
  return await frame.evaluate((mark) => {
    const [scripts] = performance.getEntriesByName(`${mark}/scripts`) as PerformanceMark[];
    const named = (scripts?.detail ?? []) as string[];
    const ends = performance
      .getEntriesByType('resource')
      .filter(({ name }) => named.includes(name))
      .map((entry) => (entry as PerformanceResourceTiming).responseEnd);
    return (performance.getEntriesByName(mark)[0]?.startTime ?? Number.NaN) - Math.max(...ends);
  }, MARK);
}

async function openPanel(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Backlog health' }).click();
  const element = await page.locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('The panel did not open.');
  return await paintOf(frame);
}

/** The first open of a viewer, and the next one, each on a site of its own. */
async function measureOnce(browser: Browser, bundle: string, seed: (site: JiraSite) => Board) {
  let seeded: Board | null = null;
  const site: RunningSite = await startSite({
    port: 0,
    stateFile: ':memory:',
    entry: bundle,
    seed: (jira) => {
      seeded = seed(jira);
    },
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    const { boardId, leadAccountId } = seeded ?? ({} as Board);
    const page = await context.newPage();
    await page.addInitScript(watchVerdict, MARK);
    await page.goto(site.url);
    await page.evaluate(async (accountId) => {
      const headers = { 'content-type': 'application/json' };
      await fetch('/sandbox/api/session', { method: 'POST', headers, body: JSON.stringify({ accountId }) });
    }, leadAccountId);
    const address = `${site.url}/jira/software/c/projects/BENCH/boards/${boardId}`;
    site.faults.set({ latencyMs: LATENCY_MS });
    return { cold: await openPanel(page, address), warm: await openPanel(page, address) };
  } finally {
    await context.close();
    await site.close();
  }
}

function median(values: readonly number[]): number {
  return Math.round(
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN,
  );
}

/**
 * Opens the panel in a real browser with 150 ms on every REST call. Scripts are on the machine already, as after the first visit.
 * @returns null where there is no Chromium.
 */
export async function measureFirstPaint(
  bundle: string,
  seed: (site: JiraSite) => Board,
): Promise<FirstPaint | null> {
  let browser: Browser;
  try {
    browser = await launchBrowser();
  } catch (error) {
    if (error instanceof NoBrowserError) return null;
    throw error;
  }
  try {
    const runs: FirstPaint[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce(browser, bundle, seed));
    return { cold: median(runs.map(({ cold }) => cold)), warm: median(runs.map(({ warm }) => warm)) };
  } finally {
    await browser.close();
  }
}
