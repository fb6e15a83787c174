import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { FaultSettings } from '#sandbox/faults';

import { uncoveredCalls } from '../manifest/uncovered-calls';
import {
  accountOf,
  AURORA,
  OPERATIONS,
  overflowOf,
  screenOf,
  startBrowserSite,
  tabTo,
  violationsOf,
  type BrowserSite,
  type Looking,
  type Visit,
} from './browser-site';

const BACKLOG = `${AURORA}/backlog`;
const NO_TROUBLE = { latencyMs: 0, rest: [], license: 'active', offline: false } as const;

/** Opens Sprint readiness from the ••• menu of a sprint, with the mouse. */
async function openSprint(page: Page, sprint = 'Aurora 24'): Promise<FrameLocator> {
  await page.getByRole('button', { name: `More actions for ${sprint}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Sprint readiness' }).click();
  return screenOf(page);
}

const sentenceOf = (screen: FrameLocator) => screen.locator('.sprint-verdict__sentence');
const card = (screen: FrameLocator, name: string | RegExp) => screen.getByRole('region', { name });
const exactly = (screen: FrameLocator) => screen.getByText(/from your last 9 sprints/i).first();
const choose = async (screen: FrameLocator, sprint: string) => {
  await screen.getByLabel('Sprint', { exact: true }).selectOption({ label: sprint });
};
/** The chance in per cent, wherever it stands. */
const chanceOf = async (screen: FrameLocator) =>
  Number(/(\d+)% chance/.exec(await screen.locator('.sprint-verdict').innerText())?.[1]);

/** Nothing for axe, for the Content-Security-Policy, or to scroll sideways, at both ends of the widths. */
async function expectSound({ page, complaints }: Visit, screen: FrameLocator) {
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowOf(screen)).toBeLessThanOrEqual(0);
  }
  expect(complaints).toEqual([]);
}

describe('sprint readiness, from before a sprint to after it', () => {
  let local: BrowserSite;
  beforeEach(async () => {
    local = await startBrowserSite();
  });
  afterEach(async () => {
    expect(uncoveredCalls(local.site.rest)).toEqual([]);
    await local.close();
  });

  const sprintOf = (name: string) =>
    [...local.site.site.all('sprints')].find((sprint) => sprint.name === name);
  const keysIn = (name: string) =>
    local.site.site
      .issuesOfSprint(sprintOf(name)?.id ?? 0)
      .map(({ key }) => key)
      .sort();

  it('with the mouse: days off, what to take out, the goal, and all of it taken back', async () => {
    const visit = await local.open(BACKLOG);
    const { page } = visit;
    const screen = await openSprint(page);
    await exactly(screen).waitFor();
    expect(await sentenceOf(screen).innerText()).toBe('Not ready: 2 of 7 items need work first');
    const before = await chanceOf(screen);
    const planned = keysIn('Aurora 24');

    const there = card(screen, 'Who is there');
    await there.getByLabel('People in the sprint').fill('5');
    await there.getByLabel('Days off, all together').fill('20');
    await there.getByRole('button', { name: 'Save' }).click();
    await screen.getByText(/your team is there for 60% of its days$/).waitFor();
    expect(await chanceOf(screen)).toBeLessThan(before);

    const takeOut = card(screen, /^Take out/);
    const proposed = await takeOut.getByRole('link').allInnerTexts();
    expect(proposed.length).toBeGreaterThan(1);
    await takeOut.getByRole('button', { name: `Move all ${proposed.length} to backlog` }).click();
    await takeOut.waitFor({ state: 'detached' });
    expect(await chanceOf(screen)).toBeGreaterThanOrEqual(50);
    // Sub-tasks go with their stories.
    expect(keysIn('Aurora 24').filter((key) => proposed.includes(key))).toEqual([]);

    await screen.getByRole('button', { name: 'Undo' }).click();
    await takeOut.waitFor();
    expect(keysIn('Aurora 24')).toEqual(planned);

    await screen.getByRole('button', { name: 'Edit goal' }).click();
    await screen.getByLabel('Sprint goal').fill('AUR-101, AUR-106');
    await card(screen, 'Goal').getByRole('button', { name: 'Save' }).click();
    await card(screen, 'Goal').getByText('a list', { exact: true }).waitFor();
    expect(sprintOf('Aurora 24')?.goal).toBe('AUR-101, AUR-106');
    await screen.locator('.undo__head').getByRole('button', { name: 'Undo' }).click();
    await card(screen, 'Goal').getByText('an outcome', { exact: true }).waitFor();
    expect(sprintOf('Aurora 24')?.goal).toBe('Customers in Germany send an XRechnung without help');

    await card(screen, 'Goal').getByLabel('What serves it').selectOption({ index: 1 });
    await card(screen, 'Goal').getByRole('button', { name: 'Save' }).click();
    await screen.getByText(/^\d+% of the points serve it\.$/).waitFor();
    await expectSound(visit, screen);
    await screen.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('with the keyboard alone: the same', async () => {
    const { page, complaints } = await local.open(BACKLOG);
    await tabTo(page, page.getByRole('button', { name: 'More actions for Aurora 24', exact: true }), 200);
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: 'Sprint readiness' });
    for (
      let press = 0;
      press < 5 && !(await item.evaluate((it) => it === document.activeElement));
      press += 1
    )
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const screen = screenOf(page);
    await exactly(screen).waitFor();
    const before = await chanceOf(screen);
    const planned = keysIn('Aurora 24');

    await tabTo(page, screen.getByLabel('People in the sprint'));
    await page.keyboard.type('5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('20');
    await page.keyboard.press('Enter');
    await screen.getByText(/your team is there for 60% of its days$/).waitFor();
    expect(await chanceOf(screen)).toBeLessThan(before);

    const all = screen.getByRole('button', { name: /^Move all/ });
    await page.keyboard.press('Shift+Tab');
    for (
      let press = 0;
      press < 40 && !(await all.evaluate((it) => it === document.activeElement));
      press += 1
    )
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await all.waitFor({ state: 'detached' });
    expect(keysIn('Aurora 24').length).toBeLessThan(planned.length);
    // What was pressed is gone: the focus is where the change can be taken back.
    await tabTo(page, screen.locator('.undo__head').getByRole('button', { name: 'Undo' }), 3);
    await page.keyboard.press('Control+z');
    await all.waitFor();
    expect(keysIn('Aurora 24')).toEqual(planned);

    const edit = screen.getByRole('button', { name: 'Edit goal' });
    for (
      let press = 0;
      press < 60 && !(await edit.evaluate((it) => it === document.activeElement));
      press += 1
    )
      await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Improve things');
    await page.keyboard.press('Control+Enter');
    await card(screen, 'Goal').getByText('vague', { exact: true }).waitFor();
    await expect.poll(async () => await edit.evaluate((it) => it === document.activeElement)).toBe(true);
    await page.keyboard.press('Control+z');
    await card(screen, 'Goal').getByText('an outcome', { exact: true }).waitFor();

    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('shows a sprint that runs and one that is closed, and hands the closed one on', async () => {
    const visit = await local.open(BACKLOG);
    const screen = await openSprint(visit.page, 'Aurora 23');
    await exactly(screen).waitFor();
    expect(await sentenceOf(screen).innerText()).toMatch(/points delivered/);
    await screen.getByText('Show as a table').click();
    expect(await screen.getByRole('row').filter({ hasText: 'to come' }).count()).toBeGreaterThan(0);
    await card(screen, 'Worth a look')
      .getByText(/flagged: AUR-/)
      .waitFor();
    await expectSound(visit, screen);

    await choose(screen, 'Aurora 22');
    await screen.getByRole('table', { name: 'What happened' }).waitFor();
    expect(await sentenceOf(screen).innerText()).toBe('23 points delivered of 32 points planned');
    await expectSound(visit, screen);
    await visit.context.grantPermissions(['clipboard-read']);
    await screen.getByRole('button', { name: 'Copy as Markdown' }).click();
    await screen.getByText('Copied.').first().waitFor();
    const copied = await visit.page.evaluate(async () => await navigator.clipboard.readText());
    expect(copied).toMatch(/^## Aurora 22: 23 points delivered of 32 points planned$/m);
    expect(copied).toMatch(/^- \[AUR-131\]\(.*\/browse\/AUR-131\) .* · 2 points · Added later$/m);
    await screen.getByRole('button', { name: 'Copy for the review' }).click();
    await screen.getByText('Copied.').first().waitFor();
  });

  it('keeps what was typed when somebody else was faster', async () => {
    const { page } = await local.open(BACKLOG);
    const screen = await openSprint(page);
    await exactly(screen).waitFor();
    await screen.getByRole('button', { name: 'Edit goal' }).click();
    await screen.getByLabel('Sprint goal').fill('Mine');
    const { id = 0 } = sprintOf('Aurora 24') ?? {};
    local.site.site.editSprint(id, { goal: 'Theirs' }, { by: accountOf('developer') });
    await card(screen, 'Goal').getByRole('button', { name: 'Save', exact: true }).click();
    await screen.getByText('Somebody changed the goal meanwhile: “Theirs”').waitFor();
    expect(await screen.getByLabel('Sprint goal').inputValue()).toBe('Mine');
    expect(sprintOf('Aurora 24')?.goal).toBe('Theirs');
    await screen.getByRole('button', { name: 'Save mine' }).click();
    await screen.getByText('Goal changed').first().waitFor();
    expect(sprintOf('Aurora 24')?.goal).toBe('Mine');
  });
});

describe('sprint readiness in every state', () => {
  let local: BrowserSite;
  beforeAll(async () => {
    local = await startBrowserSite();
  });
  afterEach(() => {
    local.site.faults.set(NO_TROUBLE);
  });
  afterAll(async () => {
    await local.close();
  });

  const fault = (match: string, kind: FaultSettings['rest'][number]['kind']): Partial<FaultSettings> => ({
    rest: [{ match, kind, pages: 'all', remaining: null }],
  });

  interface State {
    readonly state: string;
    readonly as?: Looking;
    readonly faults?: Partial<FaultSettings>;
    readonly says: readonly (string | RegExp)[];
  }

  it.each<State>([
    { state: 'a plan in the dark', as: { theme: 'dark' }, says: [/^Not ready/, 'an outcome'] },
    {
      state: 'a viewer, who may change nothing',
      as: { role: 'viewer' },
      says: [
        'Only those who may manage sprints can change the goal.',
        'Only those who may edit items can change this.',
      ],
    },
    {
      state: 'no licence',
      as: { theme: 'dark' },
      faults: { license: 'inactive' },
      says: ['Evenkeel has no licence on this site', /^Not ready/],
    },
    {
      state: 'too many requests',
      as: { role: 'admin' },
      faults: fault('', 'rate-limited'),
      says: ['Jira asks for a short break', 'Try again'],
    },
    {
      state: 'a Jira that does not answer',
      as: { role: 'admin', theme: 'dark' },
      faults: fault('', 'server-error'),
      says: ['Jira does not answer', 'Try again'],
    },
  ])('$state', async ({ as = {}, faults = {}, says }) => {
    const visit = await local.open(BACKLOG, as);
    await visit.page.getByRole('button', { name: 'More actions for Aurora 24', exact: true }).waitFor();
    local.site.faults.set(faults);
    const screen = await openSprint(visit.page);
    for (const words of says) await screen.getByText(words).first().waitFor();
    await expectSound(visit, screen);
    await visit.context.close();
  });

  it('a lost connection keeps the answer', async () => {
    const visit = await local.open(BACKLOG);
    const screen = await openSprint(visit.page);
    await exactly(screen).waitFor();
    await visit.context.setOffline(true);
    await screen.getByRole('button', { name: 'Refresh' }).click();
    await screen.getByText('Not refreshed: You are offline.').first().waitFor();
    await sentenceOf(screen).waitFor();
    await visit.context.close();
  });

  it.each([
    [AURORA, /^Not ready/],
    [OPERATIONS, 'No sprint to show'],
  ])('as a view of the panel, of %s', async (path, words) => {
    const visit = await local.open(path);
    await visit.page.getByRole('button', { name: 'More actions', exact: true }).click();
    await visit.page.getByRole('menuitem', { name: 'Backlog health' }).click();
    const screen = screenOf(visit.page);
    await screen.getByRole('navigation').getByRole('button', { name: 'Sprint' }).click();
    await screen.getByText(words).first().waitFor();
    await expectSound(visit, screen);
    await visit.context.close();
  });
});
