import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { findInversions } from '#src/domain/backlog/rank-inversions';
import { PRIORITIES } from '../../builders/issue';

const ranked = (...priorityIds: readonly (string | null)[]) =>
  priorityIds.map((priorityId, index) => ({ key: `AUR-${index + 1}`, priorityId }));

describe('findInversions', () => {
  it.each([
    ['highest below medium', ['3', '1'], [null, { key: 'AUR-1', placesAbove: 1 }]],
    ['highest below high, which is one step', ['2', '1'], [null, null]],
    ['high below low', ['4', '2'], [null, { key: 'AUR-1', placesAbove: 1 }]],
    ['high below medium', ['3', '2'], [null, null]],
    ['lowest below highest, as it should be', ['1', '5'], [null, null]],
    ['equal ones', ['1', '1'], [null, null]],
  ])('of %s', (_, priorityIds, expected) => {
    expect(findInversions(ranked(...priorityIds), PRIORITIES)).toEqual(expected);
  });

  it('names the highest-ranked of all that are clearly lower', () => {
    const rows = ranked('2', '3', '5', '4', '1', '2');
    expect(findInversions(rows, PRIORITIES).slice(4)).toEqual([
      { key: 'AUR-2', placesAbove: 3 },
      { key: 'AUR-3', placesAbove: 3 },
    ]);
  });

  it('leaves out what has no priority, or one that the site does not list', () => {
    expect(findInversions(ranked(null, '99', '1', null), PRIORITIES)).toEqual([null, null, null, null]);
    expect(findInversions(ranked('5', '1'), [])).toEqual([null, null]);
  });

  it('agrees with comparing every pair', () => {
    const ids = fc.array(fc.constantFrom('1', '2', '3', '4', '5', null), { maxLength: 30 });
    fc.assert(
      fc.property(ids, (priorityIds) => {
        const rows = ranked(...priorityIds);
        const expected = rows.map(({ priorityId }, index) => {
          const above = rows.findIndex(
            (other, place) =>
              place < index &&
              priorityId !== null &&
              other.priorityId !== null &&
              Number(other.priorityId) >= Number(priorityId) + 2,
          );
          return above === -1 ? null : { key: `AUR-${above + 1}`, placesAbove: index - above };
        });
        expect(findInversions(rows, PRIORITIES)).toEqual(expected);
      }),
    );
  });
});
