import { describe, expect, it } from 'vitest';

import { TRANSFERRED } from '#src/adapters/storage/transfer/kinds';
import { registerIdOf } from '#src/adapters/storage/risk/entities';
import { shownRow } from '#src/adapters/storage/risk/register-shape';
import { viewerKey } from '#src/adapters/storage/viewer-key';

const VIEWER = viewerKey('712020:a');
const AMOUNT = { points: 1, items: 1, withoutEstimate: 0 };
const RECORD = {
  sprintId: 7,
  startDate: '2026-10-01',
  completeDate: '2026-10-08',
  committed: AMOUNT,
  carriedIn: AMOUNT,
  added: AMOUNT,
  removed: AMOUNT,
  reestimated: { points: 0, items: 0 },
  delivered: AMOUNT,
  outside: AMOUNT,
  carriedOver: AMOUNT,
  deliveries: [],
  cycleDays: [],
  unseen: 0,
  removedMayBeMissing: false,
};
const PLACE = { pageId: '12', localId: 'macro-1' };
const KEPT = { shape: 1, boardId: 3, sprintId: 7, basis: 'b' };
const LAYER = { shape: 2, version: 1, settings: {}, changes: [] };

describe('the key of a value from a file', () => {
  it.each([
    ['shown-register', registerIdOf(PLACE), shownRow({ ...PLACE, registerId: 'r' })],
    ['risk-reminder', 'r', { shape: 2, registerId: 'r', at: '2026-10-12T08:00:00.000Z' }],
    [
      'flag-freeze',
      '3:7',
      {
        shape: 1,
        boardId: 3,
        sprintId: 7,
        at: '2026-10-12T08:00:00.000Z',
        frozen: { rules: [], issues: [] },
      },
    ],
    ['flag-tally', `${VIEWER}:3:7`, { ...KEPT, startDate: 'a', completeDate: 'b', frozenAt: 1, tally: [1] }],
    ['sprint-record', `${VIEWER}:3:7`, { ...KEPT, record: RECORD }],
    ['sprint-record', `${VIEWER}:3:7:issues`, { ...KEPT, record: { ...RECORD, issues: [] } }],
    ['watched-board', '3', { shape: 1, boardId: 3, openedOn: '2026-10-12', hour: 4 }],
    [
      'board-day',
      '3:2026-10-12',
      {
        shape: 1,
        boardId: 3,
        day: '2026-10-12',
        version: 1,
        figures: { count: null, reading: null, scope: null },
      },
    ],
    ['board-settings', '3', { ...LAYER, boardId: 3 }],
    ['setting-layer', 'site', LAYER],
    ['setting-layer', 'project:10000', LAYER],
    ['setting-layer', 'projects', { shape: 1, version: 1, settings: { ids: ['10000'] }, changes: [] }],
    ['setting-layer', 'board:3', { shape: 1, version: 1, settings: { projectId: '10000' }, changes: [] }],
  ])('of %s is the one that the app gives it: %s', (entity, key, value) => {
    const kind = TRANSFERRED.get(entity)!;
    expect(kind.keyOf(value, key)).toBe(key);
    expect(kind.keyOf({ ...value, shape: 99 }, key)).not.toBe(key);
  });

  it.each([
    ['setting-layer', 'constructor', LAYER],
    ['setting-layer', 'project:../1', LAYER],
    ['sprint-record', 'somebody:3:7', { ...KEPT, record: RECORD }],
    ['shown-register', 'elsewhere', shownRow({ ...PLACE, registerId: 'r' })],
    ['board-settings', '4', { ...LAYER, boardId: 3 }],
  ])('of %s is never one that the file makes up: %s', (entity, key, value) => {
    expect(TRANSFERRED.get(entity)!.keyOf(value, key)).not.toBe(key);
  });
});
