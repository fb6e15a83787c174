import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { fillDemoRegister } from '#tools/listing/demo-register';

import english from '../../static/ui/messages/en.json';

import { AURORA, startBrowserSite, violationsOf, type BrowserSite, type Visit } from './browser-site';

let browser: BrowserSite;
let register: string;

beforeAll(async () => {
  browser = await startBrowserSite();
  register = await fillDemoRegister(browser.site);
  const { site: jira } = browser.site;
  for (const user of [...jira.all('users')]) jira.put('users', { ...user, locale: 'de_DE' });
});

afterAll(async () => {
  await browser.close();
});

/** The texts of a message between its values and choices, where they are long enough to be nothing but English. */
function englishIn(text: string): readonly string[] {
  const parts = text.split(/[{}#<>]|\b(?:plural|select|number|other|one)\b/).map((part) => part.trim());
  return parts.filter((part) => part.split(/\s+/).length >= 3);
}

const SENTENCES = [...new Set(Object.values(english).flatMap(englishIn))];

function frameOf(page: Page): Frame {
  const frame = page.frames().find((one) => one !== page.mainFrame());
  if (!frame) throw new Error('The page shows no screen of the app.');
  return frame;
}

/** What a screen says, its names for readers included. */
async function wordsOf(page: Page): Promise<string> {
  return await frameOf(page).evaluate(() => {
    const names = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    return [document.body.textContent, ...names].join('\n').replaceAll(/\s+/g, ' ');
  });
}

async function expectGerman({ page, complaints }: Visit): Promise<void> {
  const words = await wordsOf(page);
  expect(await frameOf(page).evaluate(() => document.documentElement.lang)).toBe('de-DE');
  expect(SENTENCES.filter((sentence) => words.includes(sentence))).toEqual([]);
  expect(await violationsOf(page)).toEqual([]);
  expect(complaints).toEqual([]);
}

describe('for somebody who reads German', () => {
  it('the panel is German, opened from a menu that is', async () => {
    const visit = await browser.open(AURORA);
    const { page } = visit;
    await page.getByRole('button', { name: 'More actions', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Backlog-Zustand' }).click();
    const screen = page.frameLocator('iframe');
    await screen
      .getByText(/^Bereit für 1,1 Sprints\. Ziel sind 2\.$/)
      .first()
      .waitFor();
    await screen
      .getByRole('row', { name: /AUR-92/ })
      .first()
      .waitFor();
    await expectGerman(visit);

    await screen
      .getByRole('link', { name: 'Sprint', exact: true })
      .or(screen.getByRole('button', { name: 'Sprint', exact: true }))
      .click();
    await screen
      .getByText(/brauchen vorher noch Arbeit/)
      .first()
      .waitFor();
    await expectGerman(visit);
    await visit.context.close();
  });

  it('the register is German, with dates and ratings', async () => {
    const visit = await browser.open(register);
    const screen = visit.page.frameLocator('iframe');
    await screen.getByRole('heading', { name: '2 Risiken brauchen Sie.' }).waitFor();
    await screen
      .getByRole('row', { name: /Technische Abhängigkeit/ })
      .first()
      .waitFor();
    await screen.getByRole('columnheader', { name: 'Gegenmaßnahme' }).waitFor();
    expect(await wordsOf(visit.page)).toContain('Seit der letzten Überprüfung am ');
    await expectGerman(visit);
    await visit.context.close();
  });
});
