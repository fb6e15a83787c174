import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';

import type { BacklogHealth, MissingPart } from '#src/contract/get-backlog-health';
import type { Answer, ErrorCode } from '#src/contract/outcome';

import { answer, later, never, refuse } from '../fake-bridge';
import { buildHealth, NO_FORECAST } from '../health-builder';
import { renderHealth, renderScreen, spoken } from '../render-screen';

const pass = (milliseconds: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });

const goOffline = () => vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('while the backlog is read', () => {
  test('it says more the longer it takes', async () => {
    vi.useFakeTimers();
    renderScreen({ 'get-backlog-health': never });
    expect(spoken()).toBe('Loading backlog health');

    await pass(1000);
    expect(spoken()).toBe('Reading the backlog in rank order…');

    await pass(7000);
    expect(spoken()).toBe('Still reading. A busy Jira takes a little longer…');
  });
});

interface FailureCase {
  readonly code: ErrorCode;
  readonly title: string;
  readonly canRetry: boolean;
}

const FAILURES: readonly FailureCase[] = [
  { code: 'bad-request', title: 'This screen asked for something wrong', canRetry: false },
  { code: 'no-access', title: 'You cannot open this board', canRetry: false },
  { code: 'not-found', title: 'You cannot open this board', canRetry: false },
  { code: 'rate-limited', title: 'Jira asks for a short break', canRetry: true },
  { code: 'unlicensed', title: 'Evenkeel has no licence on this site', canRetry: false },
  { code: 'timed-out', title: 'Jira took too long', canRetry: true },
  { code: 'jira-unavailable', title: 'Jira does not answer', canRetry: true },
  { code: 'confluence-unavailable', title: 'Confluence does not answer', canRetry: true },
  { code: 'unexpected-answer', title: 'Jira’s answer was not understood', canRetry: true },
  { code: 'conflict', title: 'It was changed meanwhile', canRetry: true },
  { code: 'refused', title: 'Jira did not accept it', canRetry: false },
  { code: 'internal', title: 'Something went wrong in Evenkeel', canRetry: true },
];

describe('a failure', () => {
  test.each(FAILURES)('$code is told in its own words', async ({ code, title, canRetry }) => {
    renderScreen({ 'get-backlog-health': () => refuse({ code }) });

    expect(await screen.findByRole('heading', { level: 2, name: title })).toBeDefined();
    expect(spoken()).toBe(title);
    expect(screen.queryAllByRole('button', { name: 'Try again' })).toHaveLength(canRetry ? 1 : 0);
    expect(screen.queryAllByText('For the log only.')).toHaveLength(code === 'unexpected-answer' ? 1 : 0);
  });

  test('names the call whose answer differed', async () => {
    const message = 'backlog: issues[3].fields.summary is not a string';
    renderScreen({ 'get-backlog-health': () => refuse({ code: 'unexpected-answer', message }) });

    expect(await screen.findByText(message)).toBeDefined();
  });

  test('shows what Jira said of a refusal', async () => {
    renderScreen({
      'get-backlog-health': () => refuse({ code: 'refused', detail: 'Field is not on the screen.' }),
    });

    expect(await screen.findByText('Field is not on the screen.')).toBeDefined();
  });

  test('shows the reference to quote', async () => {
    renderScreen({ 'get-backlog-health': () => refuse({ code: 'internal', reference: '7f3a-19c2' }) });

    expect(await screen.findByText('Reference for support: 7f3a-19c2')).toBeDefined();
  });

  test('gives way to the answer after another try', async () => {
    const answers: Answer<BacklogHealth>[] = [refuse({ code: 'timed-out' }), answer(buildHealth())];
    const { user, bridge } = renderScreen({
      'get-backlog-health': () => answers.shift() ?? refuse({ code: 'internal' }),
    });

    await user.click(await screen.findByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('heading', { name: /Ready for/ })).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(bridge.asked).toEqual([
      { call: 'get-backlog-health', payload: { boardId: 7, mayBeKept: true } },
      { call: 'get-backlog-health', payload: { boardId: 7, mayBeKept: true } },
    ]);
  });

  test('of too many requests counts the seconds down before another try', async () => {
    vi.useFakeTimers();
    const { bridge } = renderScreen({
      'get-backlog-health': () => refuse({ code: 'rate-limited', retryAfterSeconds: 3 }),
    });
    await pass(0);
    const retry = screen.getByRole('button', { name: 'Try again' });
    expect(screen.getByRole('timer').textContent).toBe('You can try again in 3 seconds.');
    fireEvent.click(retry);
    expect(bridge.asked).toHaveLength(1);

    await pass(2000);
    expect(screen.getByRole('timer').textContent).toBe('You can try again in 1 second.');

    await pass(1000);
    expect(screen.getByRole('timer').textContent).toBe('You can try again now.');
    fireEvent.click(retry);
    expect(bridge.asked).toHaveLength(2);
  });

  test('to draw an answer of another shape is told, not a blank screen', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const quiet = (event: Event) => {
      event.preventDefault();
    };
    window.addEventListener('error', quiet);
    onTestFinished(() => {
      window.removeEventListener('error', quiet);
    });
    const other = JSON.parse('{"board": {"name": "Aurora board"}, "issues": [{}]}') as BacklogHealth;
    renderScreen({ 'get-backlog-health': () => answer(other) });

    expect(await screen.findByRole('heading', { name: 'This screen could not be drawn' })).toBeDefined();
  });

  test('without any answer says so', async () => {
    renderScreen({ 'get-backlog-health': () => Promise.reject(new Error('bridge')) });

    expect(await screen.findByRole('heading', { name: 'No answer came' })).toBeDefined();
  });

  test('while offline ends by itself once there is a connection', async () => {
    goOffline();
    const attempts = [() => Promise.reject(new Error('network')), () => answer(buildHealth())];
    renderScreen({ 'get-backlog-health': () => attempts.shift()?.() ?? refuse({ code: 'internal' }) });
    await screen.findByRole('heading', { name: 'You are offline' });

    act(() => {
      window.dispatchEvent(new Event('online'));
    });

    expect(await screen.findByRole('heading', { name: /Ready for/ })).toBeDefined();
  });
});

describe('an empty board', () => {
  test('says what to do', async () => {
    renderHealth(buildHealth({ ...NO_FORECAST, issues: [] }));

    expect(await screen.findByRole('heading', { level: 2, name: 'This backlog is empty' })).toBeDefined();
    expect(
      screen.getByText(/Add a few items to the backlog of Aurora board.* how many sprints of ready work/),
    ).toBeDefined();
    expect(screen.queryByRole('heading', { name: 'What to refine' })).toBeNull();
  });

  test('without sprints speaks of weeks', async () => {
    const history = { required: 5, period: 'fortnight', delivered: [], approximate: 0 } as const;
    renderHealth(buildHealth({ ...NO_FORECAST, issues: [], history }));

    expect(await screen.findByText(/how many weeks of ready work/)).toBeDefined();
  });
});

describe('a partial answer', () => {
  const EVERY_PART = [
    'history',
    'rest-of-backlog',
    'blockers',
    'parents',
    'priorities',
    'fields',
  ] as const satisfies readonly MissingPart[];

  const region = async () =>
    within(await screen.findByRole('region', { name: 'Not all of it could be read' }));

  test('names each part, why it is missing and what follows from that', async () => {
    const missing = EVERY_PART.map((part) => ({ part, code: 'timed-out', retryAfterSeconds: null }) as const);
    renderHealth(buildHealth({ ...NO_FORECAST, missing }));

    const said = await region();
    expect(said.getByText('Jira took too long:')).toBeDefined();
    expect(said.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'Past sprints are missing, so there is no forecast.',
      'What lies further down is missing, so more may be ready than is shown.',
      'Where some blockers stand is not known, so “Blocked” may be wrong.',
      'What epics say is missing, so “No why” may be wrong.',
      'The site’s priorities are missing, so nothing is said about priorities.',
      'The site’s fields are missing, so fields for acceptance criteria and required fields are not looked at.',
    ]);
    expect(said.queryByRole('timer')).toBeNull();
  });

  test('tells what was refused for different reasons apart, and counts down to the last of them', async () => {
    const missing = [
      { part: 'history', code: 'rate-limited', retryAfterSeconds: 4 },
      { part: 'parents', code: 'rate-limited', retryAfterSeconds: 30 },
      { part: 'priorities', code: 'jira-unavailable', retryAfterSeconds: null },
    ] as const;
    renderHealth(buildHealth({ missing }));

    const said = await region();
    expect(said.getByText('Jira asks for a short break:')).toBeDefined();
    expect(said.getByText('Jira does not answer:')).toBeDefined();
    expect(said.getAllByRole('list')).toHaveLength(2);
    expect(said.getByRole('timer').textContent).toBe('You can try again in 30 seconds.');
  });

  test('speaks of weeks on a board without sprints', async () => {
    const history = { required: 5, period: 'fortnight', delivered: [], approximate: 0 } as const;
    const missing = [{ part: 'history', code: 'timed-out', retryAfterSeconds: null }] as const;
    renderHealth(buildHealth({ ...NO_FORECAST, history, missing }));

    expect((await region()).getByText('Past weeks are missing, so there is no forecast.')).toBeDefined();
  });

  test('does not say that what was not read makes no difference', async () => {
    const missing = [{ part: 'rest-of-backlog', code: 'timed-out', retryAfterSeconds: null }] as const;
    renderHealth(buildHealth({ missing, read: { issues: 6, isWholeBacklog: false } }));

    expect(
      await screen.findByText('The top 6 items were read; what lies further down could not be.'),
    ).toBeDefined();
  });
});

describe('without a licence', () => {
  test('reading goes on and changing does not', async () => {
    renderHealth(buildHealth({ isLicensed: false }));

    expect(await screen.findByRole('region', { name: 'Evenkeel has no licence on this site' })).toBeDefined();
    expect(screen.getByText(/You can still read and copy everything/)).toBeDefined();
    expect(screen.getByRole('heading', { name: /Ready for/ })).toBeDefined();
    expect(screen.getAllByRole('button', { name: /why is this flagged/ })).toHaveLength(4);
  });

  test('the forms of an item stay locked and tell why', async () => {
    const { user } = renderHealth(buildHealth({ isLicensed: false }));
    const reason = 'Evenkeel has no licence on this site, so nothing can be changed from here.';

    await user.click(await screen.findByRole('button', { name: 'Mend AUR-118' }));

    const forms = within(await screen.findByRole('group', { name: 'Mend AUR-118' }));
    expect(forms.getByText(reason)).toBeDefined();
    expect(forms.getByRole('textbox', { name: 'Story Points' }).matches(':disabled')).toBe(true);
    expect(screen.getAllByRole('status').map((region) => region.textContent)).toContain(reason);
  });

  test('with one, nothing is said of it', async () => {
    renderHealth(buildHealth());
    expect(await screen.findAllByRole('button', { name: /^Mend AUR/ })).toHaveLength(3);
    expect(screen.queryByRole('region', { name: 'Evenkeel has no licence on this site' })).toBeNull();
  });
});

describe('a board without a rank', () => {
  test('says whose order it is', async () => {
    const { board } = buildHealth();
    renderHealth(buildHealth({ ...NO_FORECAST, board: { ...board, isRanked: false } }));

    expect(await screen.findByText('This board has no rank, so the order is Jira’s own')).toBeDefined();
    expect(screen.getByRole('button', { name: /^Backlog in Jira’s own order/ })).toBeDefined();
    expect(screen.queryByText(/in rank order/)).toBeNull();
  });
});

describe('refreshing', () => {
  const other = buildHealth({ runway: { p50: 3, p85: 2.5, isLowerBound: false }, band: 'green', shortBy: 0 });

  test('keeps the last answer in view until the new one is there', async () => {
    const second = later<Answer<BacklogHealth>>();
    const attempts = [() => answer(buildHealth()), () => second.promise];
    const { user } = renderScreen({
      'get-backlog-health': () => attempts.shift()?.() ?? refuse({ code: 'internal' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(screen.getByRole('heading', { name: /Ready for 1.4 sprints/ })).toBeDefined();

    second.settle(answer(other));

    expect(await screen.findByRole('heading', { name: /Two sprints ahead/ })).toBeDefined();
    expect(spoken()).toBe('Two sprints ahead: ready for 2.5 sprints.');
  });

  test('that fails keeps the last answer and says why', async () => {
    const answers: Answer<BacklogHealth>[] = [answer(buildHealth()), refuse({ code: 'jira-unavailable' })];
    const { user } = renderScreen({
      'get-backlog-health': () => answers.shift() ?? refuse({ code: 'internal' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));

    expect(await screen.findAllByText('Not refreshed: Jira does not answer.')).toHaveLength(2);
    expect(spoken()).toBe('Not refreshed: Jira does not answer.');
    expect(screen.getByRole('heading', { name: /Ready for 1.4 sprints/ })).toBeDefined();
  });

  test('too often counts the seconds down beside the last answer', async () => {
    vi.useFakeTimers();
    const answers: Answer<BacklogHealth>[] = [
      answer(buildHealth()),
      refuse({ code: 'rate-limited', retryAfterSeconds: 3 }),
      refuse({ code: 'rate-limited', retryAfterSeconds: 9 }),
    ];
    renderScreen({ 'get-backlog-health': () => answers.shift() ?? refuse({ code: 'internal' }) });
    await pass(0);
    const refresh = screen.getByRole('button', { name: 'Refresh' });

    fireEvent.click(refresh);
    await pass(0);
    expect(screen.getByRole('timer').textContent.trim()).toBe('You can try again in 3 seconds.');

    await pass(3000);
    expect(screen.getByRole('timer').textContent.trim()).toBe('You can try again now.');
    expect(screen.getByRole('heading', { name: /Ready for 1.4 sprints/ })).toBeDefined();

    fireEvent.click(refresh);
    await pass(0);
    expect(screen.getByRole('timer').textContent.trim()).toBe('You can try again in 9 seconds.');
  });

  test('is due when the answer has aged', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-10-05T09:02:10.000Z') });
    renderHealth(buildHealth({ asOf: '2026-10-05T09:00:00.000Z' }));
    await pass(0);
    expect(screen.getByText('as of 2 minutes ago')).toBeDefined();

    await pass(60_000);
    expect(screen.getByText('as of 3 minutes ago')).toBeDefined();
  });

  test('counts from the receipt where Jira’s clock is ahead', async () => {
    vi.useFakeTimers({ now: Date.parse('2026-10-05T09:00:00.000Z') });
    renderHealth(buildHealth({ asOf: '2026-10-12T09:00:00.000Z' }));
    await pass(0);
    expect(screen.getByText('as of just now')).toBeDefined();

    await pass(5 * 60_000);
    expect(screen.getByText('as of 5 minutes ago')).toBeDefined();
  });
});

describe('a dialog', () => {
  test('can be closed', async () => {
    const { bridge, user } = renderHealth(buildHealth());
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(bridge.closed).toHaveLength(1);
  });

  test('has what a page has, but for the closing', async () => {
    renderHealth(buildHealth(), { surface: 'page' });
    await screen.findByRole('heading', { name: /Ready for/ });
    await waitFor(() => {
      expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
    });
    expect(screen.getByRole('heading', { level: 1, name: 'Backlog health' })).toBeDefined();
    expect(document.title).toBe('Backlog health');
  });
});
