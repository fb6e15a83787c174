import type { FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';

import { overflowOf, violationsOf, type BrowserSite, type Looking, type Visit } from './browser-site';

const WEEK = 7 * 86_400_000;

/** A week later on the site, with the schedules that fall due on the way. Pages that are open are as they were. */
export async function aWeekLater({ site }: BrowserSite): Promise<void> {
  await site.advance(WEEK);
}

/** The address of a page of the demo. @throws Error when there is none of that title. */
export function pageCalled({ site: { wiki } }: BrowserSite, title: string): string {
  const page = [...wiki.all('pages')].find((each) => each.title === title);
  const space = page && wiki.get('spaces', page.spaceId);
  if (!page || !space) throw new Error(`No page is called ${title}.`);
  return `/wiki/spaces/${space.key}/pages/${page.id}`;
}

/** The weeks, from Monday on, in which a page got comments of the reminder: one entry a comment. */
export function remindersOn({ site: { wiki } }: BrowserSite, title: string): readonly number[] {
  // The first Monday of Unix time was its fifth day.
  return [...wiki.all('comments')]
    .filter(({ pageId, body }) => {
      return wiki.get('pages', pageId)?.title === title && JSON.stringify(body).includes('weekly reminder');
    })
    .map(({ createdAt }) => Math.floor((createdAt - 4 * (WEEK / 7)) / WEEK));
}

/** Somebody at a register. */
export interface Reader extends Visit {
  readonly register: FrameLocator;
}

/** The register in the page that is open. */
export function registerOn(page: Page): FrameLocator {
  return page.frameLocator('.macro iframe');
}

/** Opens a page with a register, and waits until it says something. */
export async function openRegister(local: BrowserSite, path: string, as?: Looking): Promise<Reader> {
  const visit = await local.open(path, as);
  const register = registerOn(visit.page);
  await register.getByRole('heading', { level: 2 }).first().waitFor();
  return { ...visit, register };
}

/** Reads the page again, and waits for the register's first sentence. */
export async function reload({ page, register }: Reader): Promise<void> {
  await page.reload();
  await register.getByRole('heading', { level: 2 }).first().waitFor();
}

/** Writes `/risk` below what is on the page, takes the macro with the mouse and publishes. */
export async function insertRegister(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Edit' }).click();
  const last = page.getByRole('textbox', { name: 'Paragraph' }).last();
  await last.click();
  await last.press('End');
  await last.press('Enter');
  await page.keyboard.type('/risk');
  const entry = page.getByRole('option', { name: /^Risk register/ });
  await entry.hover();
  await entry.click();
  await page.getByRole('region', { name: 'Risk register' }).waitFor();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Edit' }).waitFor();
}

/**
 * Nothing for axe and for the Content-Security-Policy in light and in dark, and nothing to scroll sideways at 400 pixels.
 * @param within the part of the page that axe looks through.
 */
export async function expectSound({ page, register, complaints }: Reader, within = '.macro'): Promise<void> {
  expect(await violationsOf(page, within)).toEqual([]);
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await register.locator('html[data-color-mode="dark"]').waitFor();
  await page.setViewportSize({ width: 400, height: 900 });
  expect(await violationsOf(page, within)).toEqual([]);
  expect(await overflowOf(register)).toBeLessThanOrEqual(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByRole('button', { name: 'Switch to light' }).click();
  await register.locator('html[data-color-mode="light"]').waitFor();
  expect(complaints).toEqual([]);
}
