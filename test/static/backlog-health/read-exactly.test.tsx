import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { SprintPast } from '#src/contract/sprint/calls';

import { answer, refuse, type Answers } from '../fake-bridge';
import { buildHealth } from '../health-builder';
import { renderHealth, renderScreen } from '../render-screen';

const past = (unread: number): SprintPast => ({
  required: 5,
  sprints: [],
  delivered: [],
  quality: 'exact',
  unread,
  removedMayBeMissing: false,
  unseen: 0,
});

const withApproximate = (approximate: number) => {
  const health = buildHealth();
  return { ...health, history: { ...health.history, approximate } };
};

/** A board that is approximate in `first` sprints when it is opened, and in `then` whenever it is read again. */
function renderPanel(first: number, then: number, readPast: NonNullable<Answers['read-sprint-past']>) {
  let opened = 0;
  return renderScreen({
    'get-backlog-health': () => answer(withApproximate(opened++ === 0 ? first : then)),
    'read-sprint-past': readPast,
  });
}

const button = () => screen.findByRole('button', { name: 'Read exactly' });

describe('past sprints that are known approximately', () => {
  test('are told in plain words, and not at all where all are exact', async () => {
    renderHealth(withApproximate(9));
    expect(
      await screen.findByText(/What the last 9 sprints delivered is worked out from how issues stand today/),
    ).toBeDefined();
  });

  test('leave no line where all are exact', async () => {
    renderHealth(withApproximate(0));
    await screen.findByText(/from your last/);
    expect(screen.queryByRole('button', { name: 'Read exactly' })).toBeNull();
  });

  test('are read call after call until none is left, and then the board is read anew', async () => {
    const left = [7, 4, 0];
    const { bridge, user } = renderPanel(9, 0, () => answer(past(left.shift() ?? 0)));
    await user.click(await button());
    expect(
      await screen.findByText(/What past sprints delivered is exact now, as in Jira’s sprint report/),
    ).toBe(document.activeElement);
    expect(screen.queryByRole('button', { name: 'Read exactly' })).toBeNull();
    await waitFor(() => {
      expect(bridge.asked.map(({ call }) => call)).toEqual([
        'get-backlog-health',
        'read-sprint-past',
        'read-sprint-past',
        'read-sprint-past',
        'get-backlog-health',
      ]);
    });
    expect(bridge.asked.at(-1)?.payload).toMatchObject({ boardId: 7 });
  });

  test('are not asked for on and on where nothing more is read, and the rest is said', async () => {
    const { bridge, user } = renderPanel(3, 1, () => answer(past(1)));
    await user.click(await button());
    expect(await screen.findByText(/One sprint is still approximate/)).toBeDefined();
    expect(bridge.asked.filter(({ call }) => call === 'read-sprint-past')).toHaveLength(2);
  });

  test('can be tried again when Jira refuses', async () => {
    const answers = [refuse({ code: 'timed-out' }), answer(past(0))];
    const { user } = renderPanel(3, 0, () => answers.shift() ?? answer(past(0)));
    await user.click(await button());
    expect(
      await screen.findByText(/Past sprints could not be read exactly: Jira took too long/),
    ).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText(/is exact now/)).toBeDefined();
  });
});
