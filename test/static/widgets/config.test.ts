import { describe, expect, it } from 'vitest';

import { boardsOf, BOARDS_AT_MOST, spacesOf } from '../../../static/widgets/config';

describe('the settings of a widget', () => {
  it('name boards, each once, with the project that leads to them', () => {
    const boards = [{ id: 1, projectKey: 'AUR' }, { id: 2 }, { id: 1, projectKey: 'OPS' }];
    expect(boardsOf({ boards })).toEqual([
      { id: 1, projectKey: 'OPS' },
      { id: 2, projectKey: null },
    ]);
  });

  it.each([
    [{}],
    [{ boards: null }],
    [{ boards: 'all' }],
    [{ boards: [null, 1, { id: '1' }, { id: -1 }, { id: 1.5 }, { id: Number.MAX_VALUE }] }],
  ])('are none where they are not as they should be: %j', (config) => {
    expect(boardsOf(config)).toEqual([]);
  });

  it('lead nowhere else by what is no project, and hold no more than a widget shows', () => {
    expect(boardsOf({ boards: [{ id: 1, projectKey: '../../evil?' }] })).toEqual([
      { id: 1, projectKey: null },
    ]);
    const many = Array.from({ length: 100 }, (_, index) => ({ id: index + 1 }));
    expect(boardsOf({ boards: many })).toHaveLength(BOARDS_AT_MOST);
  });

  it('name spaces by their numbers alone', () => {
    expect(spacesOf({ spaces: ['12', 12, 13, 'AUR', '1 OR 1=1', null] })).toEqual(['12', '13']);
  });
});
