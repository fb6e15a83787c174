import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { draftFromReason, newReason, readPreMortem, type PreMortemEntry } from '#src/domain/risk/pre-mortem';
import { validate } from '#src/domain/risk/validate';
import { buildRegister, exposure } from '../../builders/risk';

const reason = (id: string, text = `Reason ${id}`): PreMortemEntry => ({ kind: 'reason', id, text });
const like = (reasonId: string, voter: string, turn = 1, isLiked = true): PreMortemEntry => ({
  kind: 'like',
  reasonId,
  voter,
  turn,
  isLiked,
});
const merge = (turn: number, reasonIds: readonly string[], text: string | null = null): PreMortemEntry => ({
  kind: 'merge',
  id: `m${turn}`,
  turn,
  reasonIds,
  text,
});
const shown = (...entries: readonly PreMortemEntry[]) =>
  readPreMortem(entries, 'x').map(({ id, text, likes }) => [id, text, likes]);

describe('readPreMortem', () => {
  it('lists reasons, most liked first; a voter counts once and may change their mind', () => {
    expect(
      shown(
        reason('a'),
        reason('b'),
        reason('c'),
        like('b', 'x'),
        like('b', 'x', 3),
        like('b', 'x', 2, false),
        like('c', 'x'),
        like('c', 'x', 2, false),
      ),
    ).toEqual([
      ['b', 'Reason b', 1],
      ['a', 'Reason a', 0],
      ['c', 'Reason c', 0],
    ]);
  });

  it('tells the viewer what they like themselves, and nobody anything of others', () => {
    const entries = [reason('a'), like('a', 'x'), like('a', 'y')];
    expect(readPreMortem(entries, 'y')).toEqual([
      { id: 'a', text: 'Reason a', likes: 2, isLikedByViewer: true, reasonIds: ['a'], riskIds: [] },
    ]);
    expect(readPreMortem(entries, 'z')[0]?.isLikedByViewer).toBe(false);
    expect(readPreMortem(entries, null)[0]?.isLikedByViewer).toBe(false);
  });

  it('merges reasons with their likes, each voter once', () => {
    const entries = [reason('a'), reason('b'), reason('c'), like('a', 'x'), like('b', 'x'), like('b', 'y')];
    expect(shown(...entries, merge(1, ['b', 'a']))).toEqual([
      ['a', 'Reason b', 2],
      ['c', 'Reason c', 0],
    ]);
    expect(shown(...entries, merge(1, ['b', 'a'], 'Both'), merge(2, ['a', 'c'], 'All'))).toEqual([
      ['a', 'All', 2],
    ]);
    expect(shown(...entries, merge(1, ['a', 'b']), merge(2, ['b', 'a']))).toEqual([
      ['a', 'Reason b', 2],
      ['c', 'Reason c', 0],
    ]);
  });

  it('keeps the risks that were made of a reason, before or after it was merged', () => {
    const made = (reasonId: string, riskId: string): PreMortemEntry => ({ kind: 'risk', reasonId, riskId });
    const [first] = readPreMortem(
      [reason('a'), reason('b'), made('b', 'risk-2'), merge(1, ['a', 'b']), made('a', 'risk-1')],
      null,
    );
    expect(first?.riskIds).toEqual(['risk-1', 'risk-2']);
  });

  it('lets what belongs to a reason wait for it', () => {
    expect(shown(like('a', 'x'), merge(1, ['a', 'b']))).toEqual([]);
    expect(shown(like('a', 'x'), merge(1, ['a', 'b'], 'Both'), reason('b'))).toEqual([['b', 'Reason b', 0]]);
  });

  it('says the same whatever the order of the entries, and whatever comes twice; no reason is ever lost', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const entry = fc.oneof(
      id.map((each) => reason(each)),
      fc.tuple(id, fc.constantFrom('x', 'y', 'z'), fc.nat(3), fc.boolean()).map((each) => like(...each)),
      fc
        .tuple(fc.nat(5), fc.array(id, { minLength: 2, maxLength: 3 }))
        .map(([turn, ids]) => merge(turn, ids, `Merged ${ids.join()}`)),
      fc
        .tuple(id, fc.constantFrom('risk-1', 'risk-2'))
        .map(([reasonId, riskId]): PreMortemEntry => ({ kind: 'risk', reasonId, riskId })),
    );
    // A merge is stored once under its id.
    const entries = fc.uniqueArray(entry, {
      maxLength: 20,
      selector: (each) => (each.kind === 'merge' ? each.id : JSON.stringify(each)),
    });
    const shuffled = entries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }), fc.subarray(list)),
    );
    fc.assert(
      fc.property(shuffled, ([list, other, again]) => {
        const said = readPreMortem(list, 'x');
        expect(readPreMortem([...other, ...again], 'x')).toEqual(said);
        const added = list.filter(({ kind }) => kind === 'reason').map((each) => (each as { id: string }).id);
        expect(said.flatMap(({ reasonIds }) => reasonIds).sort()).toEqual(added.sort());
      }),
      { seed: 7, numRuns: 1_000 },
    );
  });
});

describe('newReason', () => {
  it.each([
    [' a \n reason ', 0, { kind: 'reason', id: 'a', text: 'a reason' }],
    ['  ', 0, { kind: 'empty' }],
    ['x'.repeat(400), 299, { kind: 'reason', id: 'a', text: 'x'.repeat(400) }],
    ['x'.repeat(401), 0, { kind: 'too-long', length: 401, limit: 400 }],
    ['x', 300, { kind: 'too-many', limit: 300 }],
  ])('%j after %s others', (text, count, answer) => {
    expect(newReason('a', text, count)).toEqual(answer);
  });
});

describe('draftFromReason', () => {
  it.each([
    ['The API changes', 'The API changes', null],
    ['x'.repeat(200), 'x'.repeat(200), null],
    ['word '.repeat(41).trim(), 'word '.repeat(39).trim() + '…', 'word '.repeat(41).trim()],
    ['x'.repeat(201), `${'x'.repeat(199)}…`, 'x'.repeat(201)],
  ])('%j', (text, title, event) => {
    const draft = draftFromReason({ text }, exposure(2, 2));
    expect(draft).toMatchObject({
      title,
      event,
      categoryId: null,
      response: 'none',
      ownerId: null,
    });
    expect(validate(draft, buildRegister())).toEqual([]);
  });
});
