import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import type { BoardList } from '#src/contract/list-boards';

import { answer, refuse } from '../fake-bridge';
import { buildHealth } from '../health-builder';
import { renderScreen } from '../render-screen';

const PAGE = { boardId: null, surface: 'page' } as const;
const AURORA = { id: 7, name: 'Aurora board', type: 'scrum' } as const;
const FLOW = { id: 8, name: 'Support flow', type: 'kanban' } as const;

const renderPage = (...boards: BoardList['boards']) =>
  renderScreen(
    { 'list-boards': () => answer({ boards }), 'get-backlog-health': () => answer(buildHealth()) },
    PAGE,
  );

describe('a project page without a board', () => {
  test('opens the only board of the project by itself', async () => {
    const { bridge } = renderPage(FLOW);

    expect(await screen.findByRole('heading', { name: /Ready for/ })).toBeDefined();
    expect(bridge.asked).toEqual([
      { call: 'list-boards', payload: { projectId: '10000' } },
      { call: 'get-backlog-health', payload: { boardId: 8, mayBeKept: true } },
    ]);
    expect(screen.queryByRole('button', { name: 'Other board' })).toBeNull();
  });

  test('lets the viewer choose among several, and choose again', async () => {
    const { bridge, user } = renderPage(AURORA, FLOW);
    await screen.findByRole('heading', { level: 2, name: 'Which board?' });

    await user.click(screen.getByRole('button', { name: 'Support flow Kanban board' }));
    expect(await screen.findByRole('heading', { name: /Ready for/ })).toBeDefined();
    expect(bridge.asked.at(-1)?.payload).toEqual({ boardId: 8, mayBeKept: true });
    expect(document.activeElement).toBe(screen.getByRole('main'));

    await user.click(screen.getByRole('button', { name: 'Other board' }));
    expect(screen.getByRole('heading', { name: 'Which board?' })).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  test('says that there is none', async () => {
    renderPage();
    expect(await screen.findByRole('heading', { name: 'This project has no board' })).toBeDefined();
  });

  test('tells a failure to list them', async () => {
    renderScreen({ 'list-boards': () => refuse({ code: 'jira-unavailable' }) }, PAGE);
    expect(await screen.findByRole('heading', { name: 'Jira does not answer' })).toBeDefined();
  });

  test('tells when Jira names no project either', () => {
    renderScreen({}, { boardId: null, projectId: null });
    expect(screen.getByRole('heading', { name: 'This screen asked for something wrong' })).toBeDefined();
  });
});
