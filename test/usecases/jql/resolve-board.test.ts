import { describe, expect, it } from 'vitest';

import { ReadFailure } from '#src/ports/read-failure';
import { resolveBoard, type ResolveBoardPorts } from '#src/usecases/jql/resolve-board';

/** The boards that the app may see, and what names meant before. */
function portsWith(boards: Readonly<Record<number, string>>, before: Readonly<Record<string, number>> = {}) {
  const meanings = new Map(Object.entries(before));
  const ports: ResolveBoardPorts = {
    readBoard: (boardId) => {
      const name = boards[boardId];
      if (name === undefined) return Promise.reject(new ReadFailure('not-found', 'board configuration'));
      return Promise.resolve({
        id: boardId,
        name,
        type: 'scrum',
        estimation: null,
        doneStatusIds: [],
        firstStatusIds: [],
        isRanked: true,
      });
    },
    findBoardsNamed: (wanted) =>
      Promise.resolve(
        Object.entries(boards)
          .filter(([, name]) => name.toLowerCase() === wanted.toLowerCase())
          .map(([id, name]) => ({ id: Number(id), name, type: 'scrum' as const })),
      ),
    recallBoard: (name) => Promise.resolve(meanings.get(name.toLowerCase()) ?? null),
    rememberBoard: (name, boardId) => {
      meanings.set(name.toLowerCase(), boardId);
      return Promise.resolve();
    },
  };
  return { ports, meanings };
}

describe('the board that an argument means', () => {
  it.each([
    ['its name', { 7: 'Team' }, {}, 'Team', 7],
    ['its name in another case', { 7: 'Team' }, {}, ' tEAM ', 7],
    ['its number', { 7: 'Team' }, {}, '7', 7],
    ['a number that is no board, but a name', { 7: '2026' }, {}, '2026', 7],
    ['a number that is both: the board of that number', { 7: '8', 8: 'Team' }, {}, '8', 8],
    ['several of one name', { 7: 'Team', 8: 'Team' }, {}, 'Team', null],
    ['several, one of them letter for letter', { 7: 'Team', 8: 'team' }, {}, 'team', 8],
    ['several, none letter for letter', { 7: 'Team', 8: 'team' }, {}, 'TEAM', null],
    ['a name that it had before', { 7: 'Crew' }, { team: 7 }, 'Team', 7],
    ['a name that another board has now', { 7: 'Crew', 8: 'Team' }, { team: 7 }, 'Team', 8],
    ['a name of a board that is gone', {}, { team: 7 }, 'Team', null],
    [
      'a name that was one before, and is of several now',
      { 7: 'Team', 8: 'Team' },
      { team: 7 },
      'Team',
      null,
    ],
    ['a name that no board ever had, or one out of sight', { 7: 'Team' }, {}, 'Secret', null],
    ['nothing', { 7: 'Team' }, {}, '  ', null],
  ])('by %s', async (_name, boards, before, text, boardId) => {
    const { ports } = portsWith(boards, before);
    expect(await resolveBoard(ports, text)).toBe(boardId);
  });

  it('is remembered by a name that was found, and by no other', async () => {
    const { ports, meanings } = portsWith({ 7: 'Team', 8: 'Twin', 9: 'Twin' });
    for (const text of ['Team', 'Twin', 'Nobody', '7']) await resolveBoard(ports, text);
    expect([...meanings]).toEqual([['team', 7]]);
  });

  it('is not decided while Jira does not answer', async () => {
    const { ports } = portsWith({}, { team: 7 });
    const down = new ReadFailure('jira-unavailable', 'board configuration');
    const failing = { ...ports, readBoard: () => Promise.reject(down) };
    await expect(resolveBoard(failing, 'Team')).rejects.toBe(down);
  });
});
