import { screen } from '@testing-library/react';
import axe from 'axe-core';
import { beforeEach, describe, expect, test } from 'vitest';

import { answer, never, refuse, type Answers } from '../fake-bridge';
import { buildHealth, NO_FORECAST } from '../health-builder';
import { renderScreen } from '../render-screen';

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

describe('axe finds nothing', () => {
  beforeEach(() => {
    document.documentElement.lang = 'en';
  });

  test.each(CASES)('in $state', async ({ answers, heading, boardId }) => {
    renderScreen(answers, boardId === null ? { boardId } : {});
    await screen.findByRole('heading', { name: heading });

    // Contrast needs real colours: the tests in a browser measure it.
    const { violations, passes } = await axe.run(document, {
      rules: { 'color-contrast': { enabled: false } },
    });

    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
  });
});
