import type { BrowserContext, FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { FaultSettings } from '#sandbox/faults';

import {
  AURORA,
  openPanel,
  OPERATIONS,
  overflowOf,
  startBrowserSite,
  verdictOf,
  violationsOf,
  type BrowserSite,
  type Looking,
  type Visit,
} from './browser-site';

const EMPTY = '/jira/software/c/projects/BOR/boards/2';
const NO_TROUBLE = { latencyMs: 0, rest: [], license: 'active', offline: false } as const;

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

/** Nothing for axe, for the Content-Security-Policy, or to scroll sideways, at both ends of the widths. */
async function expectSound({ page, complaints }: Visit, screen: FrameLocator) {
  for (const width of [1280, 400]) {
    await page.setViewportSize({ width, height: 900 });
    expect(await violationsOf(page)).toEqual([]);
    expect(await overflowOf(screen)).toBeLessThanOrEqual(0);
  }
  expect(complaints).toEqual([]);
}

const fault = (match: string, kind: FaultSettings['rest'][number]['kind']): Partial<FaultSettings> => ({
  rest: [{ match, kind, pages: 'all', remaining: null }],
});

interface State {
  readonly state: string;
  readonly path?: string;
  readonly as?: Looking;
  readonly faults?: Partial<FaultSettings>;
  /** Each of them is on the screen. */
  readonly says: readonly (string | RegExp)[];
}

const STATES: readonly State[] = [
  { state: 'the usual', says: [/^Ready for/, 'Next sprint', 'Beyond'] },
  { state: 'the usual in the dark', as: { theme: 'dark' }, says: [/^Ready for/] },
  {
    state: 'a Kanban board',
    path: OPERATIONS,
    says: [
      /Four weeks ahead: ready for \d+(\.\d)? weeks/,
      'No refinement needed: four weeks ahead',
      'Next two weeks',
      'four weeks end',
    ],
  },
  {
    state: 'an empty backlog',
    path: EMPTY,
    as: { theme: 'dark' },
    says: ['This backlog is empty', /most important first/],
  },
  {
    state: 'no licence',
    faults: { license: 'inactive' },
    says: ['Evenkeel has no licence on this site', /You can still read and copy everything/, /^Ready for/],
  },
  {
    state: 'too many requests for the past, which leaves a partial answer',
    path: OPERATIONS,
    as: { role: 'developer', theme: 'dark' },
    faults: fault('/approximate-count', 'rate-limited'),
    says: [
      'No forecast: past weeks could not be read.',
      'Jira asks for a short break:',
      'Past weeks are missing, so there is no forecast.',
      /^You can try again/,
    ],
  },
  {
    state: 'a Jira that breaks down further down, which leaves a partial answer',
    as: { role: 'developer' },
    faults: {
      rest: [{ match: '/backlog', kind: 'server-error', pages: 'later-pages', remaining: null }],
    },
    says: [
      /^Ready for at least/,
      'What lies further down is missing, so more may be ready than is shown.',
      'Jira was not read whole, so something may be missing here.',
      /what lies further down could not be\.$/,
    ],
  },
  {
    state: 'a Jira that does not answer',
    as: { role: 'admin', theme: 'dark' },
    faults: fault('', 'server-error'),
    says: ['Jira does not answer', 'Try again'],
  },
];

describe('backlog health in every state', () => {
  it.each(STATES)('$state', async ({ path = AURORA, as = {}, faults = {}, says }) => {
    const visit = await local.open(path, as);
    local.site.faults.set(faults);
    const screen = await openPanel(visit.page);
    for (const words of says) await screen.getByText(words).first().waitFor();
    await expectSound(visit, screen);
    await visit.context.close();
  });

  it('too many requests for the backlog itself, until Jira takes them again', async () => {
    const visit = await local.open(AURORA, { role: 'admin' });
    local.site.faults.set(fault('/backlog', 'rate-limited'));
    const screen = await openPanel(visit.page);
    await screen.getByRole('heading', { name: 'Jira asks for a short break' }).waitFor();
    const again = screen.getByRole('button', { name: 'Try again' });
    expect(await again.isDisabled()).toBe(true);
    await expectSound(visit, screen);
    local.site.faults.set(NO_TROUBLE);
    await again.click();
    await verdictOf(screen).waitFor();
    await visit.context.close();
  });
});

interface Opened {
  readonly what: string;
  readonly as?: Looking;
  readonly open: (screen: FrameLocator, context: BrowserContext) => Promise<void>;
}

const mendForms = async (screen: FrameLocator) => {
  await screen.getByRole('button', { name: 'Mend AUR-121' }).click();
  return screen.getByRole('group', { name: 'Mend AUR-121' });
};

const OPENED: readonly Opened[] = [
  {
    what: 'forms with what cannot be saved',
    open: async (screen) => {
      const forms = await mendForms(screen);
      await forms.getByLabel('Story Points').fill('many');
      await forms.getByRole('button', { name: 'Save' }).click();
      await forms.getByText(/^Enter a number/).waitFor();
      await forms.getByLabel('Link a blocker').fill('AUR-9999');
      await forms.getByRole('button', { name: 'Link', exact: true }).click();
      await forms.getByText('There is no AUR-9999, or you may not see it.').waitFor();
      await forms.getByRole('button', { name: 'Insert acceptance criteria…' }).click();
    },
  },
  {
    what: 'locked forms without a licence',
    as: { theme: 'dark' },
    open: async (screen) => {
      local.site.faults.set({ license: 'inactive' });
      await screen.getByRole('button', { name: 'Refresh' }).click();
      await screen.getByRole('region', { name: 'Evenkeel has no licence on this site' }).waitFor();
      const forms = await mendForms(screen);
      await forms.getByText(/so nothing can be changed from here/).waitFor();
    },
  },
  {
    what: 'a lost connection, with what was typed',
    open: async (screen, context) => {
      const forms = await mendForms(screen);
      await forms.getByLabel('Story Points').fill('5');
      await context.setOffline(true);
      await forms.getByRole('button', { name: 'Save' }).click();
      await forms.getByText('You are offline. Nothing was saved.').waitFor();
      expect(await forms.getByLabel('Story Points').inputValue()).toBe('5');
      await screen.getByRole('button', { name: 'Refresh' }).click();
      await screen.getByText('Not refreshed: You are offline.').first().waitFor();
      await verdictOf(screen).waitFor();
    },
  },
  {
    what: 'filters that leave nothing',
    as: { theme: 'dark' },
    open: async (screen) => {
      await screen.getByLabel('Check', { exact: true }).selectOption({ label: 'Going stale (1)' });
      await screen.getByLabel('Epic', { exact: true }).selectOption({ index: 1 });
      await screen.getByLabel('Check', { exact: true }).selectOption({ index: 1 });
    },
  },
];

describe('what opens within it', () => {
  it.each(OPENED)('$what', async ({ as = {}, open }) => {
    const visit = await local.open(AURORA, as);
    const screen = await openPanel(visit.page);
    await verdictOf(screen).waitFor();
    await open(screen, visit.context);
    await expectSound(visit, screen);
    await visit.context.close();
  });
});
