import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { Mend } from '#src/contract/mend-issue';

import { answer } from '../fake-bridge';
import { buildHealth, buildIssue, FINDINGS } from '../health-builder';
import { renderScreen } from '../render-screen';

/** A board with one blocked item and one without an estimate, whose changes are only noted. */
function renderBoard() {
  const health = buildHealth({
    issues: [
      buildIssue({ key: 'AUR-118', estimate: null, findings: [FINDINGS.noEstimate], isReady: false }),
      buildIssue({ key: 'AUR-140', estimate: 5, findings: [FINDINGS.blockedBelow], isReady: false }),
    ],
  });
  const made: Mend[] = [];
  const rendered = renderScreen({
    'get-backlog-health': () => answer(health),
    'mend-issue': ({ mend }) => {
      made.push(mend);
      if (mend.kind !== 'estimate') throw new Error('Estimates only.');
      return answer({ health, undo: { kind: 'estimate', from: mend.to, to: mend.from } });
    },
    jira: () => [],
  });
  return { ...rendered, made };
}

type User = ReturnType<typeof renderBoard>['user'];

async function estimate(user: User, key: string, text: string) {
  await user.click(await screen.findByRole('button', { name: `Mend ${key}` }));
  const forms = within(await screen.findByRole('group', { name: `Mend ${key}` }));
  const field = forms.getByRole('textbox', { name: 'Story Points' });
  await user.clear(field);
  await user.type(field, `${text}{Enter}`);
  await screen.findByText(`Estimate of ${key} set to ${text}.`);
  return field;
}

const madeOf = (made: readonly Mend[]) => made.map((mend) => mend.kind === 'estimate' && mend.to);

describe('the keys of undo', () => {
  test('take changes back one by one, and make them again', async () => {
    const { user, made } = renderBoard();
    await estimate(user, 'AUR-118', '3');
    await user.keyboard('{Escape}');
    await estimate(user, 'AUR-140', '8');
    await user.keyboard('{Escape}');

    await user.keyboard('{Control>}z{/Control}');
    await screen.findByText('Taken back: Estimate of AUR-140 set to 8.');
    await user.keyboard('{Control>}z{/Control}');
    await screen.findByText('Taken back: Estimate of AUR-118 set to 3.');
    expect(madeOf(made)).toEqual([3, 8, 5, null]);

    await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
    await screen.findByText('Estimate of AUR-118 set to 3.');
    await user.keyboard('{Control>}y{/Control}');
    await screen.findByText('Estimate of AUR-140 set to 8.');
    await waitFor(() => {
      expect(madeOf(made)).toEqual([3, 8, 5, null, 3, 8]);
    });
  });

  test('leave a field to its own undo', async () => {
    const { user, made } = renderBoard();
    const field = await estimate(user, 'AUR-118', '3');
    expect(document.activeElement).toBe(field);

    await user.keyboard('{Control>}z{/Control}');

    expect(madeOf(made)).toEqual([3]);
  });

  test('are told on the buttons that they press', async () => {
    const { user } = renderBoard();
    await estimate(user, 'AUR-118', '3');
    const undo = await screen.findByRole('button', { name: 'Undo' });
    expect(undo.getAttribute('aria-keyshortcuts')).toBe('Control+Z Meta+Z');

    await user.click(undo);

    const redo = await screen.findByRole('button', { name: 'Redo' });
    expect(redo.getAttribute('aria-keyshortcuts')).toBe('Control+Shift+Z Meta+Shift+Z');
  });
});
