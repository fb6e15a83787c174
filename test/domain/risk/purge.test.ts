import { expect, test } from 'vitest';

import { isRestorable } from '#src/domain/risk/apply-change';
import { isToGo } from '#src/domain/risk/purge';

import { act } from '../../builders/risk';

test.each([
  ['2026-01-05', false],
  ['2026-04-05', false],
  // By UTC the ninety-first day after; west of it, it may still be the ninetieth.
  ['2026-04-06', false],
  ['2026-04-07', true],
  ['2027-01-05', true],
])('a risk that was deleted on 2026-01-05 has to go on %s: %s', (today, expected) => {
  const deleted = act('2026-01-05');
  expect(isToGo({ deleted }, today)).toBe(expected);
  if (expected) expect(isRestorable({ deleted }, today)).toBe(false);
});

test('what is not deleted stays', () => {
  expect(isToGo({ deleted: null }, '2036-01-05')).toBe(false);
});
