import { describe, expect, test } from 'vitest';

import { pathOf, placeOf, START, VIEWS } from '../../../static/backlog-health/place';

describe('the address of a place', () => {
  test.each(VIEWS.flatMap((view) => [null, 1, 120].map((boardId) => ({ boardId, view }))))(
    'leads back to %o',
    (place) => {
      expect(placeOf(pathOf(place))).toEqual(place);
    },
  );

  test.each([
    ['/', { boardId: null, view: 'backlog' }],
    ['/trends', { boardId: null, view: 'trends' }],
    ['/boards/12', { boardId: 12, view: 'backlog' }],
    ['/boards/12/sprint/', { boardId: 12, view: 'sprint' }],
  ])('%s is read', (path, place) => {
    expect(placeOf(path)).toEqual(place);
  });

  test.each(['', '/nowhere', '/boards/0', '/boards/x/sprint', '/boards/12/sprint/7', 'sprint', '//sprint'])(
    '%j leads to the start',
    (path) => {
      expect(placeOf(path)).toEqual(START);
    },
  );
});
