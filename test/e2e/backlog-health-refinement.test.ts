import type { FrameLocator, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { uncoveredCalls } from '../manifest/uncovered-calls';
import {
  accountOf,
  AURORA,
  listenTo,
  openPanel,
  screenOf,
  startBrowserSite,
  tabTo,
  verdictOf,
  violationsOf,
  type BrowserSite,
} from './browser-site';

const STORY_POINTS = 'customfield_10028';

let local: BrowserSite;
beforeEach(async () => {
  local = await startBrowserSite();
});
afterEach(async () => {
  expect(uncoveredCalls(local.site.rest)).toEqual([]);
  await local.close();
});

const issue = (key: string) => local.site.site.issue(key);
const points = (key: string) => issue(key)?.customFields[STORY_POINTS] ?? null;
const descriptionOf = (key: string) => JSON.stringify(issue(key)?.description);
const blockersOf = (key: string) => {
  const id = issue(key)?.id ?? '';
  return local.site.site.linksOf(id).filter(({ outwardIssueId }) => outwardIssueId === id);
};
const lastChangedBy = (key: string) => local.site.site.historiesOf(issue(key)?.id ?? '').at(-1)?.author;

const mend = (screen: FrameLocator, key: string) => screen.getByRole('button', { name: `Mend ${key}` });
const forms = (screen: FrameLocator, key: string) => screen.getByRole('group', { name: `Mend ${key}` });
const agenda = async (screen: FrameLocator) => await screen.locator('.agenda__title').innerText();
const rowOf = (screen: FrameLocator, key: string) => screen.getByRole('row').filter({ hasText: key }).first();

async function expectVerdict(screen: FrameLocator, verdict: RegExp) {
  await expect.poll(async () => await verdictOf(screen).innerText()).toMatch(verdict);
}

/** The runway in sprints, as the verdict gives it. */
const runwayOf = async (screen: FrameLocator) =>
  Number.parseFloat(await screen.locator('.verdict__figure').innerText());

describe('a refinement with the mouse', () => {
  async function estimate(screen: FrameLocator, key: string, value: string) {
    await mend(screen, key).click();
    await forms(screen, key).getByLabel('Story Points').fill(value);
    await forms(screen, key).getByRole('button', { name: 'Save' }).click();
    await screen.locator('.undo').getByText(`Estimate of ${key} set to ${value}.`).first().waitFor();
  }

  async function unblock(screen: FrameLocator, key: string, blocker: string) {
    await mend(screen, key).click();
    await forms(screen, key)
      .getByRole('button', { name: `Unlink ${blocker}` })
      .click();
    await screen.locator('.undo').getByText(`${blocker} no longer blocks ${key}.`).first().waitFor();
  }

  it('goes from too little to two sprints ahead, and once back', async () => {
    const { page, complaints } = await local.open(AURORA);
    const screen = await openPanel(page);
    await expectVerdict(screen, /^Ready for 1\.\d sprints\. You want 2\.$/);
    const before = await runwayOf(screen);
    expect(await agenda(screen)).toBe('Refine these 6 to be two sprints ahead');

    await unblock(screen, 'AUR-92', 'OPS-16');
    expect(blockersOf('AUR-92')).toEqual([]);
    await expect.poll(async () => await runwayOf(screen)).toBeGreaterThan(before);
    expect(await agenda(screen)).toBe('Refine these 5 to be two sprints ahead');
    await mend(screen, 'AUR-92').click();
    await expect.poll(async () => await rowOf(screen, 'AUR-92').locator('.issue__key').count()).toBe(0);

    await mend(screen, 'AUR-121').click();
    await forms(screen, 'AUR-121').getByRole('button', { name: 'Insert acceptance criteria…' }).click();
    await forms(screen, 'AUR-121').getByRole('button', { name: 'Insert', exact: true }).click();
    await screen.locator('.undo').getByText('Acceptance criteria inserted into AUR-121.').first().waitFor();
    expect(descriptionOf('AUR-121')).toContain('Acceptance criteria');
    await mend(screen, 'AUR-121').click();
    const flags = rowOf(screen, 'AUR-121').locator('.flag');
    await expect.poll(async () => await flags.allInnerTexts()).toEqual(['No estimate', 'Placeholder']);

    await estimate(screen, 'AUR-121', '13');
    expect(points('AUR-121')).toBe(13);
    await unblock(screen, 'AUR-81', 'AUR-29');
    await estimate(screen, 'AUR-73', '8');
    await expectVerdict(screen, /^Two sprints ahead: ready for 2\.?\d* sprints\.$/);
    expect(await agenda(screen)).toBe('No refinement needed: two sprints ahead');
    expect(await screen.getByText('On course').count()).toBe(1);

    await screen.getByRole('button', { name: 'Undo' }).first().click();
    await expectVerdict(screen, /^Ready for 1\.\d sprints\. You want 2\.$/);
    expect(points('AUR-73')).toBeNull();
    await screen.getByRole('button', { name: 'Redo' }).click();
    await expectVerdict(screen, /^Two sprints ahead/);
    expect(points('AUR-73')).toBe(8);

    expect(lastChangedBy('AUR-73')).toBe(accountOf('lead'));
    expect(await violationsOf(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('a refinement with the keyboard alone', () => {
  async function openByKeys(page: Page): Promise<FrameLocator> {
    await tabTo(page, page.getByRole('button', { name: 'More actions', exact: true }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const screen = screenOf(page);
    await verdictOf(screen).waitFor();
    return screen;
  }

  it('goes the same way, hears each change once, and never loses the focus', async () => {
    const { page, complaints } = await local.open(AURORA);
    const screen = await openByKeys(page);
    const heard = await listenTo(page);
    const focused = screen.locator(':focus');
    const nameOfFocus = async () =>
      await focused.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent);

    await tabTo(page, mend(screen, 'AUR-92'));
    await page.keyboard.press('Enter');
    await tabTo(page, forms(screen, 'AUR-92').getByRole('button', { name: 'Unlink OPS-16' }));
    await heard();
    await page.keyboard.press('Enter');
    await screen.locator('.undo').waitFor();
    expect(await heard()).toEqual([
      expect.stringMatching(/^OPS-16 no longer blocks AUR-92\. Ready for 1\.\d sprints\. You want 2\.$/),
    ]);
    expect(await nameOfFocus()).toBe('Mend AUR-92');
    await page.keyboard.press('Enter');
    expect(await nameOfFocus()).toBe('Mend AUR-121');

    await page.keyboard.press('Enter');
    await tabTo(page, forms(screen, 'AUR-121').getByLabel('Story Points'));
    await heard();
    await page.keyboard.type('13');
    await page.keyboard.press('Enter');
    await screen.locator('.undo').getByText('Estimate of AUR-121 set to 13.').first().waitFor();
    expect(await heard()).toEqual([expect.stringMatching(/^Estimate of AUR-121 set to 13\. Ready for/)]);
    const criteria = forms(screen, 'AUR-121').getByRole('button', { name: 'Insert acceptance criteria…' });
    await tabTo(page, criteria);
    await page.keyboard.press('Enter');
    await tabTo(page, forms(screen, 'AUR-121').getByRole('button', { name: 'Insert', exact: true }));
    await page.keyboard.press('Enter');
    await screen.locator('.undo').getByText('Acceptance criteria inserted into AUR-121.').first().waitFor();
    expect(await nameOfFocus()).toBe('Insert acceptance criteria…');
    await page.keyboard.press('Escape');
    expect(await nameOfFocus()).toBe('Mend AUR-121');

    await tabTo(page, mend(screen, 'AUR-73'));
    await page.keyboard.press('Enter');
    await tabTo(page, forms(screen, 'AUR-73').getByLabel('Story Points'));
    await page.keyboard.type('8');
    await page.keyboard.press('Enter');
    await screen.locator('.undo').getByText('Estimate of AUR-73 set to 8.').first().waitFor();
    await page.keyboard.press('Escape');
    const before = await verdictOf(screen).innerText();
    expect(before).toMatch(/^Ready for 1\.\d sprints\. You want 2\.$/);
    expect(await agenda(screen)).toBe('Refine this one to be two sprints ahead');
    await tabTo(page, mend(screen, 'AUR-130'));
    await page.keyboard.press('Enter');
    await tabTo(page, forms(screen, 'AUR-130').getByRole('button', { name: 'Unlink AUR-129' }));
    await page.keyboard.press('Enter');
    await expectVerdict(screen, /^Two sprints ahead/);

    await heard();
    await page.keyboard.press('Control+Z');
    await expect.poll(async () => await verdictOf(screen).innerText()).toBe(before);
    expect(blockersOf('AUR-130')).toHaveLength(1);
    await page.keyboard.press('Control+Shift+Z');
    await expectVerdict(screen, /^Two sprints ahead/);
    expect(await heard()).toEqual([
      expect.stringMatching(/^Taken back: AUR-129 no longer blocks AUR-130\. Ready for/),
      expect.stringMatching(/^AUR-129 no longer blocks AUR-130\. Two sprints ahead/),
    ]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});
