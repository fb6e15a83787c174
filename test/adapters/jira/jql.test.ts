import { expect, it } from 'vitest';

import { isAnyOf, isBetween, isNoneOf } from '#src/adapters/jira/jql';

it.each([
  ['several ids', isAnyOf('sprint', [12, 13]), 'sprint in (12, 13)'],
  ['ids given as text', isNoneOf('status', ['3', '4']), 'status not in (3, 4)'],
  ['nothing to leave out', isNoneOf('status', []), ''],
  [
    'a span of time in no time zone',
    isBetween('updated', '2026-10-05T00:00:00.000Z', '2026-10-19T00:00:00.000Z'),
    'updated >= 1791158400000 AND updated < 1792368000000',
  ],
])('writes %s', (_, jql, expected) => {
  expect(jql).toBe(expected);
});

it('refuses an empty list, which would find everything', () => {
  expect(() => isAnyOf('sprint', [])).toThrow(RangeError);
});

it.each(['3) OR project = X', '-1', '', '1.5'])('refuses %j as an id', (id) => {
  expect(() => isAnyOf('status', [id])).toThrow(RangeError);
});

it('refuses a time that is none', () => {
  expect(() => isBetween('updated', 'yesterday', '2026-10-19T00:00:00.000Z')).toThrow(RangeError);
});
