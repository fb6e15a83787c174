import type { Browser, Page } from 'playwright-core';

import { launchBrowser, NoBrowserError } from '#tools/browser';

const MARK = 'shownAt';

/**
 * Runs in every frame before its scripts: notes which scripts the page itself names, since more are added when parts are
 * loaded later, and when the answer is on the screen for the first time.
 */
function watchAnswer([mark, selector]: readonly [string, string]): void {
  document.addEventListener('DOMContentLoaded', () => {
    const named = [...document.querySelectorAll('script[src], link[rel="modulepreload"]')].map((element) =>
      element instanceof HTMLScriptElement ? element.src : (element as HTMLLinkElement).href,
    );
    performance.mark(`${mark}/scripts`, { detail: named });
  });
  const watch = new MutationObserver(() => {
    if (document.querySelector(selector) === null) return;
    requestAnimationFrame(() => {
      performance.mark(mark);
    });
    watch.disconnect();
  });
  watch.observe(document, { childList: true, subtree: true });
}

/** Makes a page of its own for somebody, in which the answers of the app's screens are timed. */
export async function openTimedPage(
  browser: Browser,
  {
    url,
    accountId,
    selector,
  }: { readonly url: string; readonly accountId: string; readonly selector: string },
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(watchAnswer, [MARK, selector] as const);
  await page.goto(url);
  await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/sandbox/api/session', { method: 'POST', headers, body });
  }, JSON.stringify({ accountId }));
  return page;
}

/** Milliseconds from the arrival of the last script that the screen's page names to its answer. */
export async function paintOn(page: Page): Promise<number> {
  const element = await page.locator('iframe').elementHandle();
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The screen did not open.');
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

export function medianMs(values: readonly number[]): number {
  return Math.round(
    values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN,
  );
}

/** Does something with a browser; null where there is no Chromium. */
export async function withBrowser<Result>(
  use: (browser: Browser) => Promise<Result>,
): Promise<Result | null> {
  let browser: Browser;
  try {
    browser = await launchBrowser();
  } catch (error) {
    if (error instanceof NoBrowserError) return null;
    throw error;
  }
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}
