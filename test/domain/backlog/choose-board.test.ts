import { describe, expect, it } from 'vitest';

import { chooseBoard } from '#src/domain/backlog/choose-board';

const boards = (...names: readonly string[]) => names.map((name, index) => ({ id: index + 1, name }));
const namesOf = (chosen: ReturnType<typeof chooseBoard>) =>
  chosen.kind === 'several'
    ? chosen.boards.map(({ name }) => name)
    : chosen.kind === 'one'
      ? [chosen.board.name]
      : [];

describe('the board that somebody means', () => {
  it.each([
    ['letter for letter, where others differ by case alone', 'Team', ['team', 'Team', 'TEAM'], ['Team']],
    ['in any case', 'aurora BOARD', ['Aurora board', 'Aurora board 2'], ['Aurora board']],
    ['by a part that one alone has', 'auro', ['Aurora board', 'Operations board'], ['Aurora board']],
    ['and spaces around it do not matter', '  Aurora board ', ['Aurora board'], ['Aurora board']],
  ])('is found %s', (_why, asked, names, expected) => {
    const chosen = chooseBoard(asked, boards(...names));
    expect(chosen.kind).toBe('one');
    expect(namesOf(chosen)).toEqual(expected);
  });

  it('is not guessed where several are meant: they come by name', () => {
    const chosen = chooseBoard('board', boards('Operations board', 'Aurora board'));
    expect(chosen.kind).toBe('several');
    expect(namesOf(chosen)).toEqual(['Aurora board', 'Operations board']);
    expect(chooseBoard('twin', boards('Twin', 'twin', 'TWIN')).kind).toBe('one');
    expect(namesOf(chooseBoard('tWin', boards('Twin', 'TWIN')))).toEqual(['Twin', 'TWIN']);
  });

  it('is none where no name has the words, and a name is no pattern', () => {
    expect(chooseBoard('nowhere', boards('Aurora board'))).toEqual({ kind: 'none' });
    expect(chooseBoard('.*', boards('Aurora board'))).toEqual({ kind: 'none' });
  });
});
