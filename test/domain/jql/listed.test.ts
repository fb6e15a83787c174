import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { levelNamed, pageNumbered } from '#src/domain/jql/functions';
import { listIssues, MOST_ISSUES, PAGE_OF_ISSUES } from '#src/domain/jql/listed';

const idsUpTo = (count: number) => Array.from({ length: count }, (_, index) => String(10_000 + index));

describe('what a function lists', () => {
  it.each([
    ['nothing', 0, null, { kind: 'issues', ids: [] }],
    ['as many as Jira takes', MOST_ISSUES, null, { kind: 'issues', ids: idsUpTo(MOST_ISSUES) }],
    ['one more', MOST_ISSUES + 1, null, { kind: 'refused', why: 'too-many' }],
    ['the first page of nothing', 0, 1, { kind: 'issues', ids: [] }],
    ['a page after the last', PAGE_OF_ISSUES, 2, { kind: 'refused', why: 'no-such-page' }],
    ['the rest', PAGE_OF_ISSUES + 1, 2, { kind: 'issues', ids: [String(10_000 + PAGE_OF_ISSUES)] }],
  ])('%s', (_name, count, page, listed) => {
    expect(listIssues(idsUpTo(count), page)).toEqual(listed);
  });

  it('is the same on its pages together as at once, whatever order it came in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(5_000), { maxLength: MOST_ISSUES }), (numbers) => {
        const ids = numbers.map(String);
        const all = listIssues(ids, null);
        const pages = [1, 2].map((page) => listIssues(ids.toReversed(), page));
        const listed = pages.flatMap((page) => (page.kind === 'issues' ? page.ids : []));
        expect(all).toEqual({ kind: 'issues', ids: listed });
      }),
    );
  });
});

describe('words that people write', () => {
  it.each([
    ['High', 'high'],
    [' low ', 'low'],
    ['MEDIUM', 'medium'],
    ['Hoch', null],
    ['', null],
  ])('the level %j', (word, level) => {
    expect(levelNamed(word)).toBe(level);
  });

  it.each([
    ['1', 1],
    [' 12 ', 12],
    ['0', null],
    ['-1', null],
    ['1.5', null],
    ['two', null],
    ['999999', null],
  ])('the page %j', (word, page) => {
    expect(pageNumbered(word)).toBe(page);
  });
});
