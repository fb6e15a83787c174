import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { answer } from '../fake-bridge';
import { buildHealth, buildIssue, FINDINGS } from '../health-builder';
import { renderHealth, renderScreen } from '../render-screen';

const health = buildHealth({
  issues: [buildIssue({ key: 'AUR-9', estimate: null, findings: [FINDINGS.thin, FINDINGS.noEstimate] })],
});
const flag = async (label: string) =>
  await screen.findByRole('button', { name: `${label}: why is this flagged?` });
const region = async (label: string) =>
  await screen.findByRole('region', { name: `${label}: why is this flagged?` });

describe('why an issue is flagged', () => {
  test('opens the text of the check below the issue, and folds it again', async () => {
    const { user } = renderHealth(health);
    const button = await flag('No estimate');
    expect(button.getAttribute('aria-expanded')).toBe('false');

    await user.click(button);

    const text = within(await region('No estimate'));
    expect(await text.findByRole('heading', { level: 5, name: 'Why it matters' })).toBeDefined();
    expect(text.getByText(/Work without a size cannot be planned/)).toBeDefined();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-controls')!)?.textContent).toContain(
      'Why it matters',
    );

    await user.click(button);
    expect(screen.queryByRole('region', { name: /why is this flagged/ })).toBeNull();
  });

  test('shows one text at a time', async () => {
    const { user } = renderHealth(health);
    await user.click(await flag('No estimate'));
    await user.click(await flag('Thin description'));

    expect(await region('Thin description')).toBeDefined();
    expect(screen.queryByRole('region', { name: 'No estimate: why is this flagged?' })).toBeNull();
    expect((await flag('No estimate')).getAttribute('aria-expanded')).toBe('false');
  });

  test('is read with the keyboard: Escape and the button close it and give the focus back', async () => {
    const { user } = renderHealth(health);
    const button = await flag('Thin description');
    button.focus();
    await user.keyboard('{Enter}');
    const text = within(await region('Thin description'));
    text.getByRole('button', { name: 'Close' }).focus();

    const closed: KeyboardEvent[] = [];
    const listen = (event: KeyboardEvent) => void closed.push(event);
    document.addEventListener('keydown', listen);
    await user.keyboard('{Escape}');
    document.removeEventListener('keydown', listen);

    expect(document.activeElement).toBe(button);
    expect(screen.queryByRole('region', { name: 'Thin description: why is this flagged?' })).toBeNull();
    // Jira closes the whole dialog on Escape, unless the screen has used the key.
    expect(closed.map((event) => event.defaultPrevented)).toEqual([true]);

    await user.keyboard(' ');
    await user.click(within(await region('Thin description')).getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(button);
  });

  test('goes with its flag', async () => {
    const mended = buildHealth({ issues: [buildIssue({ key: 'AUR-9', findings: [FINDINGS.thin] })] });
    const answers = [answer(health), answer(mended)];
    const { user } = renderScreen({ 'get-backlog-health': () => answers.shift()! });
    await user.click(await flag('No estimate'));
    expect(await region('No estimate')).toBeDefined();

    await user.click(screen.getByRole('button', { name: 'Refresh' }));

    await waitFor(() => {
      expect(screen.queryByRole('region', { name: 'No estimate: why is this flagged?' })).toBeNull();
    });
  });
});
