import { expect, it } from 'vitest';

import { isAnyOf, isNoneOf } from '#src/adapters/jira/jql';

it.each([
  ['several ids', isAnyOf('sprint', [12, 13]), 'sprint in (12, 13)'],
  ['ids given as text', isNoneOf('status', ['3', '4']), 'status not in (3, 4)'],
  ['nothing to leave out', isNoneOf('status', []), ''],
])('writes %s', (_, jql, expected) => {
  expect(jql).toBe(expected);
});

it('refuses an empty list, which would find everything', () => {
  expect(() => isAnyOf('sprint', [])).toThrow(RangeError);
});

it.each(['3) OR project = X', '-1', '', '1.5'])('refuses %j as an id', (id) => {
  expect(() => isAnyOf('status', [id])).toThrow(RangeError);
});
