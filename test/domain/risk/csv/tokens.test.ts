import { describe, expect, it } from 'vitest';

import {
  readDate,
  readRating,
  readResponse,
  readState,
  writeBuiltInCategory,
} from '#src/domain/risk/csv/tokens';
import { BUILT_IN_CATEGORIES } from '#src/domain/risk/register';
import type { Scale } from '#src/domain/risk/rating';

describe('tokens', () => {
  it.each<[string, Scale, number | null]>([
    ['High', 3, 3],
    ['high', 5, 4],
    ['Very high', 5, 5],
    ['Very high', 3, null],
    ['almost-certain', 5, 5],
    ['3', 3, 3],
    ['2/5', 5, 2],
    ['2/5', 3, null],
    ['0', 3, null],
    ['', 3, null],
  ])('%j on %s steps is %s', (cell, scale, step) => {
    expect(readRating(cell, scale)?.step ?? null).toBe(step);
  });

  it.each([
    ['2026-12-01', '2026-12-01'],
    ['2026-12-01T10:00:00Z', '2026-12-01'],
    ['2026/1/5', '2026-01-05'],
    ['5.1.2026', '2026-01-05'],
    ['31. 12. 2026', '2026-12-31'],
    ['2026-02-30', null],
    ['31/12/2026', null],
    ['Dec 1', null],
  ])('the day %j is %s', (cell, date) => {
    expect(readDate(cell)).toBe(date);
  });

  it('knows responses and states by several names', () => {
    expect(['Mitigation', 'TREAT', 'accept', 'x'].map(readResponse)).toEqual([
      'mitigate',
      'mitigate',
      'accept',
      null,
    ]);
    expect(['Resolved', 'occurred', 'NEW', 'x'].map(readState)).toEqual(['closed', 'happened', 'open', null]);
  });

  it('reads the words of German registers', () => {
    expect(['niedrig', 'Mittel', 'HOCH'].map((cell) => readRating(cell, 3)?.step)).toEqual([1, 2, 3]);
    expect(['Sehr gering', 'sehr hoch'].map((cell) => readRating(cell, 5)?.step)).toEqual([1, 5]);
    expect(['Vermeiden', 'Übertragen'].map(readResponse)).toEqual(['avoid', 'transfer']);
    expect(['offen', 'Eingetreten', 'erledigt'].map(readState)).toEqual(['open', 'happened', 'closed']);
  });

  it('writes a category that every register has the same in every language', () => {
    expect(BUILT_IN_CATEGORIES.map(({ id }) => writeBuiltInCategory(id))).toEqual([
      'Technical dependency',
      'Resource gap',
      'Market shift',
    ]);
  });
});
