import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { BacklogHealth } from '#src/contract/get-backlog-health';
import type { Answer } from '#src/contract/outcome';

import { answer, refuse } from '../fake-bridge';
import { buildHealth, buildIssue, buildWords, FINDINGS } from '../health-builder';
import { renderHealth, renderScreen } from '../render-screen';

const rowKeys = (): readonly (string | null)[] =>
  screen.queryAllByRole('rowheader').map((cell) => within(cell).getByRole('link').textContent);

const chooser = async (name: string) => await screen.findByRole<HTMLSelectElement>('combobox', { name });
const choices = async (name: string) =>
  [...(await chooser(name)).options].map((option) => option.textContent);

const issues = [
  buildIssue({ key: 'AUR-1', assigneeId: 'zoe', parentId: '50' }),
  buildIssue({ key: 'AUR-2', assigneeId: 'ada', parentId: '50', findings: [FINDINGS.thin] }),
  buildIssue({ key: 'AUR-3', parentId: '60', findings: [FINDINGS.thin, FINDINGS.blockedBelow] }),
  buildIssue({ key: 'AUR-4', assigneeId: 'ada', findings: [FINDINGS.abandoned], horizon: 'beyond' }),
];
const people = { zoe: 'Zoe Zimmer', ada: 'Ada Abel' };
const health = buildHealth({ issues, words: buildWords(issues, { people }) });

describe('filters', () => {
  test('offer what the issues have, each with its number', async () => {
    renderHealth(health);

    expect(await choices('Check')).toEqual([
      'Every check',
      'Thin description (2)',
      'Abandoned (1)',
      'Blocked (1)',
    ]);
    expect(await choices('Assignee')).toEqual(['Everybody', 'Nobody (1)', 'Ada Abel (1)']);
    expect(await choices('Epic')).toEqual(['Every epic', 'AUR-50 Epic of 50 (1)', 'AUR-60 Epic of 60 (1)']);
    expect(screen.getByText('2 of 4 items')).toBeDefined();
  });

  test('narrow the list together, and each counts what the others leave', async () => {
    const { user } = renderHealth(health);
    await user.selectOptions(await chooser('Check'), 'Thin description (2)');
    expect(rowKeys()).toEqual(['AUR-3', 'AUR-2']);
    expect(await choices('Assignee')).toEqual(['Everybody', 'Nobody (1)', 'Ada Abel (1)']);

    await user.selectOptions(await chooser('Assignee'), 'Ada Abel (1)');
    expect(rowKeys()).toEqual(['AUR-2']);
    expect(await choices('Check')).toEqual(['Every check', 'Abandoned (1)', 'Thin description (1)']);
    expect(screen.getByText('1 of 4 items')).toBeDefined();
  });

  test('find nobody’s issues, and those without an epic', async () => {
    const { user } = renderHealth(health);
    await user.selectOptions(await chooser('Assignee'), 'Nobody (1)');
    expect(rowKeys()).toEqual(['AUR-3']);

    await user.click(screen.getByRole('checkbox', { name: 'Only what needs a look' }));
    await user.selectOptions(await chooser('Assignee'), 'Everybody');
    await user.selectOptions(await chooser('Epic'), 'No epic (1)');
    expect(rowKeys()).toEqual(['AUR-4']);
  });

  test('by check show mild flags too, and unfold where they are', async () => {
    const { user } = renderHealth(health);
    const beyond = await screen.findByRole('button', { name: /Beyond/ });
    expect(beyond.getAttribute('aria-expanded')).toBe('false');

    await user.selectOptions(await chooser('Check'), 'Abandoned (1)');

    expect(rowKeys()).toEqual(['AUR-4']);
    expect(beyond.getAttribute('aria-expanded')).toBe('true');
    expect(screen.getByText('Nothing here matches the filters.')).toBeDefined();
  });

  test('that leave nothing say so and can be cleared', async () => {
    const { user } = renderHealth(health);
    await user.selectOptions(await chooser('Epic'), 'AUR-60 Epic of 60 (1)');
    await user.click(screen.getByRole('checkbox', { name: 'Only what needs a look' }));
    await user.selectOptions(await chooser('Assignee'), 'Nobody (1)');
    await user.selectOptions(await chooser('Check'), 'Blocked (1)');
    await user.selectOptions(await chooser('Epic'), 'Every epic');
    expect(rowKeys()).toEqual(['AUR-3']);

    await user.click(screen.getByRole('button', { name: 'Clear all' }));

    expect(rowKeys()).toEqual(['AUR-3', 'AUR-2', 'AUR-1']);
    expect(document.activeElement).toBe(await chooser('Check'));
    expect(screen.queryByRole('button', { name: 'Clear all' })).toBeNull();
  });

  test('stay over a refresh, even where the answer has nothing for them any more', async () => {
    const mended = issues.map((issue) => ({ ...issue, findings: [], isReady: true }));
    const answers: Answer<BacklogHealth>[] = [
      answer(health),
      answer(buildHealth({ issues: mended, words: buildWords(mended, { people }) })),
    ];
    const { user } = renderScreen({
      'get-backlog-health': () => answers.shift() ?? refuse({ code: 'internal' }),
    });
    await user.selectOptions(await chooser('Check'), 'Blocked (1)');
    await user.click(screen.getByRole('button', { name: 'Refresh' }));

    expect(await screen.findByRole('heading', { name: 'Nothing matches' })).toBeDefined();
    expect(await choices('Check')).toEqual(['Every check', 'Blocked (0)']);
    expect((await chooser('Check')).value).toBe('open-blocker');

    const clear = within(screen.getByRole('heading', { name: 'Nothing matches' }).parentElement!);
    await user.click(clear.getByRole('button', { name: 'Clear all' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'What to refine' }));
    expect(screen.getByText('All 3 items here are ready.')).toBeDefined();
  });

  test('name what has no name yet', async () => {
    renderHealth({ ...health, words: { ...health.words, people: {}, parents: {} } });

    expect(await choices('Assignee')).toEqual([
      'Everybody',
      'Nobody (1)',
      'Someone whose name is not known (1)',
    ]);
    expect(await choices('Epic')).toContain('An epic whose name is not known (1)');
  });

  test('are worked with the keyboard alone', async () => {
    const { user } = renderHealth(health);
    const check = await chooser('Check');
    act(() => {
      check.focus();
    });
    await user.tab();
    expect(document.activeElement).toBe(await chooser('Assignee'));
    await user.tab();
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Only what needs a look' }));
    await user.keyboard(' ');
    expect(screen.getByText('4 of 4 items')).toBeDefined();
  });
});
