import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { answer } from '../fake-bridge';
import { buildHealth, ISSUES, NO_WORDS } from '../health-builder';
import { renderScreen } from '../render-screen';

const rowKeys = (): readonly (string | null)[] =>
  screen.queryAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);

describe('an item that is being mended', () => {
  test('stays where it is until its forms are closed, and the focus then stays in the list', async () => {
    const mended = ISSUES.map((issue) =>
      issue.key === 'AUR-118' ? { ...issue, estimate: 3, isReady: true, findings: [] } : issue,
    );
    const { user, bridge } = renderScreen({
      'get-backlog-health': () => answer(buildHealth()),
      'mend-issue': () =>
        answer({
          health: buildHealth({ issues: mended, words: NO_WORDS }),
          undo: { kind: 'estimate', from: 3, to: null },
        }),
      jira: () => [{ id: '3', name: 'Medium' }],
    });
    await user.click(await screen.findByRole('button', { name: 'Mend AUR-118' }));
    const field = await screen.findByRole('textbox', { name: 'Story Points' });

    await user.type(field, '3{Enter}');

    expect(bridge.asked.at(-1)).toMatchObject({ call: 'mend-issue', payload: { issueId: '118' } });
    await waitFor(() => {
      expect(screen.getAllByRole('rowheader')[0]?.textContent).toBe('ready AUR-118 rank 2');
    });
    expect(rowKeys()).toEqual(['AUR-118', 'AUR-119', 'AUR-131']);
    expect(screen.getByRole('textbox', { name: 'Story Points' })).toBe(field);

    await user.click(screen.getByRole('button', { name: 'Mend AUR-118' }));

    expect(rowKeys()).toEqual(['AUR-119', 'AUR-131']);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Mend AUR-119' }));
  });
});

test('a change is read aloud once, with the verdict that it leads to', async () => {
  const { user } = renderScreen({
    'get-backlog-health': () => answer(buildHealth()),
    'mend-issue': () =>
      answer({
        health: buildHealth({ runway: { p50: 2.4, p85: 1.7, isLowerBound: false }, words: NO_WORDS }),
        undo: { kind: 'estimate', from: 3, to: null },
      }),
    jira: () => [],
  });
  await user.click(await screen.findByRole('button', { name: 'Mend AUR-118' }));
  await user.type(await screen.findByRole('textbox', { name: 'Story Points' }), '3{Enter}');

  const verdict = 'Ready for 1.7 sprints. You want 2.';
  await screen.findByRole('heading', { name: verdict });
  const spoken = screen.getAllByRole('status').map(({ textContent }) => textContent);
  expect(spoken.filter((text) => text.includes(verdict))).toEqual([
    `Estimate of AUR-118 set to 3. ${verdict}`,
  ]);
});
