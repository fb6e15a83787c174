import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';

import { answer, never, refuse, type Answers } from '../fake-bridge';
import { buildHealth, NO_FORECAST, NO_WORDS } from '../health-builder';
import { renderHealth, renderScreen } from '../render-screen';

const boards = [
  { id: 7, name: 'Aurora board', type: 'scrum' },
  { id: 8, name: 'Support flow', type: 'kanban' },
] as const;

interface Case {
  readonly state: string;
  readonly answers: Answers;
  readonly heading: RegExp;
  readonly boardId?: null;
}

const CASES: readonly Case[] = [
  {
    state: 'an answer',
    answers: { 'get-backlog-health': () => answer(buildHealth()) },
    heading: /Ready for/,
  },
  {
    state: 'an answer without a forecast',
    answers: { 'get-backlog-health': () => answer(buildHealth({ ...NO_FORECAST, unit: 'items' })) },
    heading: /No forecast/,
  },
  {
    state: 'an answer of a board without sprints',
    answers: {
      'get-backlog-health': () =>
        answer(
          buildHealth({
            unit: 'items',
            hasSprints: false,
            history: { ...buildHealth().history, period: 'fortnight' },
          }),
        ),
    },
    heading: /Ready for 2.8 weeks/,
  },
  {
    state: 'an answer that was kept, while it is checked',
    answers: {
      'get-backlog-health': () => answer(buildHealth({ isKept: true, words: NO_WORDS })),
      'probe-backlog': never,
      jira: never,
    },
    heading: /Ready for/,
  },
  {
    state: 'a partial answer without a licence and a rank',
    answers: {
      'get-backlog-health': () =>
        answer(
          buildHealth({
            isLicensed: false,
            missing: [{ part: 'rest-of-backlog', code: 'rate-limited', retryAfterSeconds: 9 }],
            board: { ...buildHealth().board, isRanked: false },
          }),
        ),
    },
    heading: /at least 1.4 sprints/,
  },
  {
    state: 'an empty backlog',
    answers: { 'get-backlog-health': () => answer(buildHealth({ ...NO_FORECAST, issues: [] })) },
    heading: /empty/,
  },
  {
    state: 'a failure',
    answers: { 'get-backlog-health': () => refuse({ code: 'rate-limited', retryAfterSeconds: 9 }) },
    heading: /short break/,
  },
  { state: 'waiting', answers: { 'get-backlog-health': never }, heading: /Backlog health/ },
  {
    state: 'choosing a board',
    answers: { 'list-boards': () => answer({ boards: [...boards] }) },
    heading: /Which board/,
    boardId: null,
  },
];

async function violations(): Promise<readonly string[]> {
  // Contrast needs real colours: the tests in a browser measure it.
  const { violations: found, passes } = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false } },
  });
  expect(passes.length).toBeGreaterThan(10);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
}

describe('axe finds nothing', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en';
  });

  test.each(CASES)('in $state', async ({ answers, heading, boardId }) => {
    renderScreen(answers, boardId === null ? { boardId } : {});
    await screen.findByRole('heading', { name: heading });

    expect(await violations()).toEqual([]);
  });

  test('in the text of a check, and in the forms of an item', async () => {
    const { user } = renderHealth(buildHealth());
    const [flag] = await screen.findAllByRole('button', { name: 'No estimate: why is this flagged?' });
    await user.click(flag!);
    await screen.findByRole('heading', { name: 'Why it matters' });
    await user.click(screen.getByRole('button', { name: 'Mend AUR-131' }));
    await screen.findByRole('textbox', { name: 'Story Points' });

    expect(await violations()).toEqual([]);
  });

  test('in a list that is narrowed to nothing', async () => {
    const { user } = renderHealth(buildHealth());
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Check' }), 'Blocked (1)');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Assignee' }), 'Nobody (1)');

    expect(await violations()).toEqual([]);
  });
});
