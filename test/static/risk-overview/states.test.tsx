import { act, screen } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';

import type { RollUpPage } from '#src/contract/risk/roll-up';
import type { Answer } from '#src/contract/outcome';

import { answer, later, never, refuse, type Answers } from '../fake-bridge';

import { load, pageOf, register, THREE } from './overview-builder';
import { pageTitles, renderOverview } from './render-overview';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Answers one after the other; what was asked is in `asked`. */
function inTurn(...answers: readonly (() => Answer<RollUpPage> | Promise<Answer<RollUpPage>>)[]) {
  let next = 0;
  return (() => answers[Math.min(next++, answers.length - 1)]!()) as NonNullable<
    Answers['roll-up-registers']
  >;
}

const [one, two, three] = THREE as [(typeof THREE)[0], (typeof THREE)[0], (typeof THREE)[0]];

async function violations(): Promise<readonly string[]> {
  document.documentElement.lang = 'en';
  // Contrast needs real colours.
  const { violations: found, passes } = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(passes.length).toBeGreaterThan(10);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

describe('reading', () => {
  test('is said while nothing is there', async () => {
    const { bridge } = renderOverview({ 'roll-up-registers': never });
    expect(screen.getAllByRole('status')[0]?.textContent).toBe('Reading the registers…');
    expect(bridge.asked).toEqual([{ call: 'roll-up-registers', payload: { spaceId: '1', cursor: null } }]);
    expect(await violations()).toEqual([]);
  });

  test('of the site asks for no space', () => {
    const { bridge } = renderOverview({ 'roll-up-registers': never }, 'site');
    expect(bridge.asked[0]?.payload).toEqual({ spaceId: null, cursor: null });
  });

  test('goes on page by page, shows what is there, and says how many those are', async () => {
    const second = later<Answer<RollUpPage>>();
    const { bridge } = renderOverview({
      'roll-up-registers': inTurn(
        () => answer(pageOf([one, two], 'next')),
        () => second.promise,
      ),
    });
    await screen.findByText('2 registers read so far. The figures are of these alone until all are read.');
    expect(pageTitles()).toEqual(['Plan 2', 'Plan 1']);
    expect(screen.getAllByRole('status')[0]?.textContent).toBe('');
    second.settle(answer(pageOf([three])));
    await screen.findByRole('heading', { name: /^3 registers, 13 risks/ });
    expect(screen.queryByText(/reading on/)).toBeNull();
    expect(bridge.asked.map(({ payload }) => payload)).toEqual([
      { spaceId: '1', cursor: null },
      { spaceId: '1', cursor: 'next' },
    ]);
  });

  test('goes on past a page on which the viewer sees nothing', async () => {
    renderOverview({
      'roll-up-registers': inTurn(
        () => answer(pageOf([], 'next')),
        () => answer(pageOf([one])),
      ),
    });
    await screen.findByRole('heading', { name: /^1 register, 5 risks/ });
  });

  test('counts a register that comes twice once, as it came last', async () => {
    renderOverview({
      'roll-up-registers': inTurn(
        () => answer(pageOf([register(1, [load('low')])], 'next')),
        () => answer(pageOf([register(1, [load('high')])])),
      ),
    });
    await screen.findByRole('heading', { name: '1 register, 1 risk: 1 High, no review overdue.' });
  });

  test('anew leaves the old picture in view until the new one is whole', async () => {
    const second = later<Answer<RollUpPage>>();
    const { user } = renderOverview({
      'roll-up-registers': inTurn(
        () => answer(pageOf(THREE)),
        () => answer(pageOf([one], 'next')),
        () => second.promise,
      ),
    });
    await screen.findByRole('heading', { name: /^3 registers/ });
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    await screen.findByText('Reading the registers anew…');
    expect(screen.getByRole('heading', { name: /^3 registers/ })).toBeDefined();
    second.settle(answer(pageOf([two])));
    await screen.findByRole('heading', { name: /^2 registers/ });
  });
});

describe('what breaks off', () => {
  test('leaves what was read in view, says that it is not all, and goes on where it was', async () => {
    const { bridge, user } = renderOverview({
      'roll-up-registers': inTurn(
        () => answer(pageOf([one, two], 'next')),
        () => refuse({ code: 'rate-limited', retryAfterSeconds: 9 }),
        () => answer(pageOf([three])),
      ),
    });
    await screen.findByText(
      'Only 2 registers were read, and the figures are of these alone: Confluence asks for a short break.',
    );
    expect(pageTitles()).toEqual(['Plan 2', 'Plan 1']);
    expect(await violations()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Read the rest' }));
    await screen.findByRole('heading', { name: /^3 registers/ });
    expect(bridge.asked.at(-1)?.payload).toEqual({ spaceId: '1', cursor: 'next' });
    expect(screen.queryByText(/^Only/)).toBeNull();
  });

  test('begins anew where the cursor is refused', async () => {
    const { bridge, user } = renderOverview({
      'roll-up-registers': inTurn(
        () => answer(pageOf([one], 'stale')),
        () => refuse({ code: 'bad-request' }),
        () => answer(pageOf(THREE)),
      ),
    });
    await user.click(await screen.findByRole('button', { name: 'Read the rest' }));
    await screen.findByRole('heading', { name: /^3 registers/ });
    expect(bridge.asked.at(-1)?.payload).toEqual({ spaceId: '1', cursor: null });
  });

  test('while reading anew leaves the old picture in view', async () => {
    const { user } = renderOverview({
      'roll-up-registers': inTurn(
        () => answer(pageOf(THREE)),
        () => refuse({ code: 'timed-out' }),
        () => answer(pageOf([one])),
      ),
    });
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    await screen.findByText(
      'The registers could not be read anew, and you see them as they were before: Confluence does not answer.',
    );
    expect(pageTitles()).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: /^1 register,/ });
  });

  test('because the browser is offline goes on by itself', async () => {
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    renderOverview({
      'roll-up-registers': inTurn(
        () => answer(pageOf([one, two], 'next')),
        () => Promise.reject(new Error('no network')),
        () => answer(pageOf([three])),
      ),
    });
    await screen.findByText(/these alone: You are offline\.$/);
    act(() => {
      window.dispatchEvent(new Event('online'));
    });
    await screen.findByRole('heading', { name: /^3 registers/ });
  });
});

describe('where there is no picture', () => {
  test.each([
    ['space', 'You may not see this space', /ask an administrator of the space/],
    ['site', 'You may not see this page', /for users of Confluence who are logged in/],
  ] as const)('of a %s that the viewer may not see, that is said', async (scope, title, body) => {
    renderOverview({ 'roll-up-registers': () => refuse({ code: 'no-access' }) }, scope);
    await screen.findByRole('heading', { name: title });
    expect(screen.getByText(body)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getAllByRole('status')[0]?.textContent).toBe(title);
    expect(await violations()).toEqual([]);
  });

  test.each([
    ['timed-out', 'Confluence does not answer'],
    ['confluence-unavailable', 'Confluence does not answer'],
    ['unexpected-answer', 'The answer was not understood'],
    ['internal', 'Something went wrong in Evenkeel'],
    ['bad-request', 'This screen asked for something wrong'],
  ] as const)('because of %s, it can be tried again', async (code, title) => {
    const { user } = renderOverview({
      'roll-up-registers': inTurn(
        () => refuse({ code, reference: 'ref-1' }),
        () => answer(pageOf(THREE)),
      ),
    });
    await screen.findByRole('heading', { name: title });
    expect(screen.getByText('Reference for support: ref-1')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await screen.findByRole('heading', { name: /^3 registers/ });
  });

  test.each([
    [
      'space',
      'Type /risk on a page of this space and choose Risk register. It appears here with its first risk.',
    ],
    ['site', 'Type /risk on any page and choose Risk register. It appears here with its first risk.'],
  ] as const)('because the %s has no register yet, it says how to make one', async (scope, words) => {
    renderOverview({ 'roll-up-registers': () => answer(pageOf([])) }, scope);
    await screen.findByRole('heading', { name: 'No risk register to show' });
    expect(screen.getByText(words)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Refresh' })).toBeDefined();
    expect(await violations()).toEqual([]);
  });

  test('because it cannot be drawn, that is said', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = { ...pageOf(THREE), registers: [{ page: one.page }] } as unknown as RollUpPage;
    renderOverview({ 'roll-up-registers': () => answer(broken) });
    await screen.findByRole('heading', { name: 'This screen could not be drawn' });
  });
});

describe('the whole picture', () => {
  test.each(['space', 'site'] as const)('of a %s can be used by all', async (scope) => {
    renderOverview({ 'roll-up-registers': () => answer(pageOf(THREE)) }, scope);
    await screen.findByText('Petra Lund');
    expect(await violations()).toEqual([]);
  });
});
