import { act, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';
import type { BacklogProbe } from '#src/contract/probe-backlog';
import type { Answer } from '#src/contract/outcome';

import { JiraRefused } from '../../../static/ui/jira-refused';
import { answer, later, never, refuse } from '../fake-bridge';
import { buildHealth, buildIssue, buildWords, FINDINGS, ISSUES, NO_WORDS } from '../health-builder';
import { renderScreen, spoken } from '../render-screen';

import { boardLists, listedIssues } from './board-lists';

const NOW = Date.parse('2026-10-05T11:00:00.000Z');
const kept = buildHealth({ isKept: true, words: NO_WORDS });
const lists = boardLists(listedIssues(kept));
const probe = (isChanged: boolean): Answer<BacklogProbe> =>
  answer({ isChanged, checkedAt: '2026-10-05T11:00:00.000Z' });

/** The board two hours later: the hole is mended, and an issue is new at the top. */
const fresh = buildHealth({
  asOf: '2026-10-05T11:00:00.000Z',
  runway: { p50: 3, p85: 2.5, isLowerBound: false },
  band: 'green',
  shortBy: 0,
  issues: [
    buildIssue({ key: 'AUR-200', findings: [FINDINGS.thin] }),
    ...ISSUES.filter(({ key }) => key !== 'AUR-118'),
  ],
});

/** Answers the first call with what was kept, and the others with `then`. */
const keptThen = (then: () => Answer<BacklogHealth> | Promise<Answer<BacklogHealth>>) => ({
  'get-backlog-health': ({ mayBeKept }: { readonly mayBeKept?: boolean | undefined }) =>
    mayBeKept === true ? answer(kept) : then(),
});
const unasked = () => refuse({ code: 'internal' });
const settle = () =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(0);
  });

const calls = (bridge: { readonly asked: readonly { readonly call: string; readonly payload: unknown }[] }) =>
  bridge.asked.map(({ call, payload }) => [call, payload]);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, shouldAdvanceTime: true });
});

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('an answer that was kept', () => {
  test('is shown at once with its age, while changes and words are asked for', async () => {
    renderScreen({ ...keptThen(unasked), 'probe-backlog': never, jira: () => new Promise(() => undefined) });
    await settle();

    expect(screen.getByRole('heading', { name: /Ready for 1.4 sprints/ })).toBeDefined();
    expect(screen.getByText('as of 2 hours ago, checking…')).toBeDefined();
    expect(spoken()).toBe('Ready for 1.4 sprints. You want 2. As of 2 hours ago, checking for changes.');
    expect(screen.getAllByRole('rowheader')).toHaveLength(3);
    expect(screen.getByRole('main').textContent).not.toContain('undefined');
    // Three in view, and one in the stretch that is folded.
    expect(document.querySelectorAll('td .summary-to-come')).toHaveLength(4);
  });

  test('is kept in view when nothing changed, and its words are filled in', async () => {
    const { bridge } = renderScreen({
      ...keptThen(unasked),
      'probe-backlog': () => probe(false),
      jira: lists,
    });
    await settle();

    expect(screen.getByText('checked just now')).toBeDefined();
    expect(screen.getAllByText('Export invoices as PDF/A for auditors').length).toBeGreaterThan(0);
    expect(document.querySelector('.summary-to-come')).toBeNull();
    expect(spoken()).toBe('Checked: nothing has changed.');
    expect(calls(bridge)).toEqual([
      ['get-backlog-health', { boardId: 7, mayBeKept: true }],
      ['probe-backlog', { boardId: 7 }],
    ]);
  });

  test('gives way to a new one when something changed, and the focus stays where it was', async () => {
    const whole = later<Answer<BacklogHealth>>();
    const { bridge } = renderScreen({
      ...keptThen(() => whole.promise),
      'probe-backlog': () => probe(true),
      jira: lists,
    });
    await settle();
    expect(screen.getByText('as of 2 hours ago, reading again…')).toBeDefined();
    const row = screen.getByRole('rowheader', { name: /AUR-131/ });
    const link = within(row).getByRole('link', { name: 'AUR-131' });
    link.focus();

    whole.settle(answer(fresh));
    await settle();

    expect(screen.getByRole('heading', { name: /Two sprints ahead/ })).toBeDefined();
    expect(screen.getByText('as of just now')).toBeDefined();
    expect(spoken()).toBe('Two sprints ahead: ready for 2.5 sprints.');
    expect(document.activeElement).toBe(link);
    expect(calls(bridge)).toContainEqual(['get-backlog-health', { boardId: 7, mayBeKept: false }]);
    expect(calls(bridge)).toHaveLength(3);
  });

  test.each([
    { what: 'the next one', now: fresh, goesTo: () => screen.getByRole('link', { name: 'AUR-119' }) },
    {
      what: 'the list where none is left',
      now: buildHealth({ issues: [buildIssue()] }),
      goesTo: () => screen.getByRole('heading', { name: 'What to refine' }),
    },
  ])('hands the focus on to $what when the focused item goes with it', async ({ now, goesTo }) => {
    const whole = later<Answer<BacklogHealth>>();
    renderScreen({ ...keptThen(() => whole.promise), 'probe-backlog': () => probe(true), jira: lists });
    await settle();
    const row = screen.getByRole('rowheader', { name: /AUR-118/ });
    within(row).getByRole('link', { name: 'AUR-118' }).focus();

    whole.settle(answer(now));
    await settle();

    expect(document.activeElement).toBe(goesTo());
  });

  test.each([
    { when: 'two issues changed places', moved: [0, 2, 1, 3, 4, 5] },
    { when: 'one is gone', moved: [0, 1, 2, 3, 4] },
  ])('gives way when $when, which no probe sees', async ({ moved }) => {
    const all = listedIssues(kept);
    renderScreen({
      ...keptThen(() => answer(fresh)),
      'probe-backlog': () => probe(false),
      jira: boardLists(moved.map((index) => all[index]!)),
    });
    await settle();

    expect(screen.getByRole('heading', { name: /Two sprints ahead/ })).toBeDefined();
  });

  test('is read anew once, though both say that it changed', async () => {
    const { bridge } = renderScreen({
      ...keptThen(() => answer(fresh)),
      'probe-backlog': () => probe(true),
      jira: boardLists([]),
    });
    await settle();

    expect(calls(bridge).filter(([call]) => call === 'get-backlog-health')).toHaveLength(2);
    expect(screen.queryByText(/could not be read/)).toBeNull();
  });

  test('stays when the new one does not come, and says so', async () => {
    renderScreen({
      ...keptThen(() => refuse({ code: 'rate-limited', retryAfterSeconds: 9 })),
      'probe-backlog': () => probe(true),
      jira: lists,
    });
    await settle();

    expect(screen.getByRole('heading', { name: /Ready for 1.4 sprints/ })).toBeDefined();
    expect(screen.getByText(/Not refreshed: Jira asks for a short break/, { selector: 'p' })).toBeDefined();
    expect(screen.getByRole('timer').textContent.trim()).toBe('You can try again in 9 seconds.');
    expect(screen.getByText('as of 2 hours ago, not checked')).toBeDefined();
  });

  test('stays when the probe fails', async () => {
    renderScreen({
      ...keptThen(unasked),
      'probe-backlog': () => refuse({ code: 'no-access' }),
      jira: lists,
    });
    await settle();

    expect(screen.getByRole('heading', { name: /Ready for 1.4 sprints/ })).toBeDefined();
    expect(screen.getByText('as of 2 hours ago, not checked')).toBeDefined();
    expect(
      screen.getByText('Not checked for changes: You cannot open this board.', { selector: 'p' }),
    ).toBeDefined();
    expect(screen.getAllByText('Export invoices as PDF/A for auditors').length).toBeGreaterThan(0);
  });

  test.each([
    { of: new JiraRefused(403), reason: 'You cannot open this board' },
    { of: new JiraRefused(429, 30), reason: 'Jira asks for a short break' },
    { of: new JiraRefused(502), reason: 'Jira does not answer' },
    { of: new JiraRefused(400), reason: 'Jira’s answer was not understood' },
  ])('stays when the words do not come: $reason', async ({ of, reason }) => {
    renderScreen({
      ...keptThen(unasked),
      'probe-backlog': () => probe(false),
      jira: () => {
        throw of;
      },
    });
    await settle();

    expect(
      screen.getByText(new RegExp(`Summaries and names could not be read: ${reason}`), { selector: 'p' }),
    ).toBeDefined();
    expect(screen.getByText('as of 2 hours ago, not checked')).toBeDefined();
    expect(document.querySelector('.summary-to-come')).toBeNull();
    expect(screen.getAllByRole('rowheader')).toHaveLength(3);
  });

  test('is checked again once the browser is back online', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    let isOffline = true;
    const online = <Data,>(data: () => Data) => {
      if (isOffline) throw new Error('network');
      return data();
    };
    renderScreen({
      ...keptThen(unasked),
      'probe-backlog': () => online(() => probe(false)),
      jira: (path) => online(() => lists(path)),
    });
    await settle();
    expect(
      screen.getByText('Summaries and names could not be read: You are offline.', { selector: 'p' }),
    ).toBeDefined();

    isOffline = false;
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    await settle();

    expect(screen.getByText('checked just now')).toBeDefined();
    expect(screen.queryByText(/You are offline/)).toBeNull();
  });

  test('is read anew by the button, whatever the check says', async () => {
    const { bridge } = renderScreen({
      ...keptThen(() => answer(fresh)),
      'probe-backlog': never,
      jira: lists,
    });
    await settle();
    act(() => {
      screen.getByRole('button', { name: 'Refresh' }).click();
    });
    await settle();

    expect(screen.getByRole('heading', { name: /Two sprints ahead/ })).toBeDefined();
    expect(calls(bridge).at(-1)).toEqual(['get-backlog-health', { boardId: 7, mayBeKept: false }]);
  });

  test('of a board that the viewer may not see any more is not shown', async () => {
    renderScreen({ 'get-backlog-health': () => refuse({ code: 'no-access' }) });
    await settle();

    expect(screen.getByRole('heading', { name: 'You cannot open this board' })).toBeDefined();
    expect(screen.queryByRole('heading', { name: 'What to refine' })).toBeNull();
  });
});

describe('names that no list has', () => {
  const adjusted = { by: 'ada', at: '2026-10-02T10:00:00.000Z' };

  test('who changed the checks, and when', async () => {
    renderScreen({
      'get-backlog-health': () => answer(buildHealth({ adjusted })),
      jira: () => ({ values: [{ accountId: 'ada', displayName: 'Ada Abel' }] }),
    });
    await settle();
    expect(screen.getByText('Ada Abel').parentElement?.textContent).toBe(
      'Settings changed by Ada Abel, 3 days ago',
    );
  });

  test('that the answer brought are not asked for', async () => {
    const words = buildWords(ISSUES, { people: { ada: 'Ada Abel' } });
    const { bridge } = renderScreen({
      'get-backlog-health': () => answer(buildHealth({ adjusted, words })),
    });
    await settle();
    expect(screen.getByText('Ada Abel')).toBeDefined();
    expect(bridge.read).toEqual([]);
  });

  test('that Jira does not tell are left out', async () => {
    renderScreen({
      'get-backlog-health': () => answer(buildHealth({ adjusted })),
      jira: () => {
        throw new JiraRefused(403);
      },
    });
    await settle();
    expect(screen.getByText('Settings changed 3 days ago')).toBeDefined();
    expect(screen.queryByText(/could not be read/)).toBeNull();
  });

  test('of fields that the team requires', async () => {
    const issues = [buildIssue({ findings: [FINDINGS.fieldsEmpty] })];
    const words = buildWords(issues, { fields: {} });
    renderScreen({
      'get-backlog-health': () => answer(buildHealth({ issues, words })),
      jira: () => [
        { id: 'customfield_10100', name: 'Fix area' },
        { id: 'duedate', name: 'Due date' },
      ],
    });
    await settle();
    expect(screen.getByRole('table').textContent).toContain('“Fix area” and “Due date” are empty');
  });
});
