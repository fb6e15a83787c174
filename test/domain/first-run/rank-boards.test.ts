import { describe, expect, it } from 'vitest';

import { rankBoards, type ListedBoard } from '#src/domain/first-run/rank-boards';

const board = (id: number, changes: Partial<ListedBoard> = {}): ListedBoard => ({
  id,
  name: `Board ${id}`,
  type: 'scrum',
  projectId: String(10_000 + id),
  projectKey: `P${id}`,
  ...changes,
});

const order = (boards: readonly ListedBoard[], recent: readonly string[]) =>
  rankBoards(boards, recent).map(({ id }) => id);

describe('the board to look at first', () => {
  it.each([
    ['the one where more happens', [board(1), board(2)], ['10002', '10001', '10002'], [2, 1]],
    ['Scrum, however little happens there', [board(1, { type: 'kanban' }), board(2)], ['10001'], [2, 1]],
    ['team-managed before Kanban', [board(1, { type: 'kanban' }), board(2, { type: 'simple' })], [], [2, 1]],
    ['by name where nothing happens', [board(1, { name: 'B' }), board(2, { name: 'A' })], [], [2, 1]],
    [
      'one with a project before one with a person',
      [board(1, { projectId: null }), board(2)],
      ['10002'],
      [2, 1],
    ],
  ])('is %s', (_what, boards, recent, expected) => {
    expect(order(boards, recent)).toEqual(expected);
  });
});
