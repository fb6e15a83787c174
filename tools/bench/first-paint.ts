import type { Browser, Page } from 'playwright-core';

import { startSite } from '#sandbox/server';
import type { JiraSite } from '#sandbox/jira/site.types';
import type { Board } from '#tools/bench/panel';
import { medianMs, openTimedPage, paintOn, withBrowser } from '#tools/bench/paint-watch';

/** Milliseconds, each the median of several opens. */
export interface FirstPaint {
  readonly cold: number;
  readonly warm: number;
}

const RUNS = 5;
const LATENCY_MS = 150;

async function openPanel(page: Page, address: string): Promise<number> {
  await page.goto(address);
  await page.getByRole('button', { name: 'More actions', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Backlog health' }).click();
  return await paintOn(page);
}

/** The first open of a viewer, and the next one, on a site of its own. */
async function measureOnce(browser: Browser, bundle: string, seed: (site: JiraSite) => Board) {
  const made: Board[] = [];
  const site = await startSite({
    port: 0,
    stateFile: ':memory:',
    entry: bundle,
    seed: (jira) => {
      made.push(seed(jira));
    },
  });
  try {
    const [{ boardId, leadAccountId }] = made as [Board];
    const viewer = { url: site.url, accountId: leadAccountId, selector: '.verdict__sentence' };
    const page = await openTimedPage(browser, viewer);
    const address = `${site.url}/jira/software/c/projects/BENCH/boards/${boardId}`;
    site.faults.set({ latencyMs: LATENCY_MS });
    const paint = { cold: await openPanel(page, address), warm: await openPanel(page, address) };
    await page.context().close();
    return paint;
  } finally {
    await site.close();
  }
}

/**
 * Opens the panel in a real browser with 150 ms on every REST call. Scripts are on the machine already, as after the first visit.
 * @returns null where there is no Chromium.
 */
export async function measureFirstPaint(
  bundle: string,
  seed: (site: JiraSite) => Board,
): Promise<FirstPaint | null> {
  return await withBrowser(async (browser) => {
    const runs: FirstPaint[] = [];
    for (let run = 0; run < RUNS; run += 1) runs.push(await measureOnce(browser, bundle, seed));
    return { cold: medianMs(runs.map(({ cold }) => cold)), warm: medianMs(runs.map(({ warm }) => warm)) };
  });
}
