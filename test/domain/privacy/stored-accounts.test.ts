import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { FORMER_ACCOUNT } from '#src/domain/privacy/former-account';
import { mergedLoad } from '#src/domain/privacy/merged-load';
import { isCycleDue } from '#src/domain/privacy/report-cycle';
import { accountsIn, withoutAccounts, type Json } from '#src/domain/privacy/stored-accounts';

const ACCOUNTS = ['5b10a2844c20165700ede21a', '712020:1f0e-22', 'maria', '557058:ab-c'] as const;
const account = fc.constantFrom(...ACCOUNTS);

const act = fc.record({
  by: account,
  at: fc.constant('2026-10-12T08:00:00.000Z'),
  on: fc.constant('2026-10-12'),
});
const mention = fc.record({
  type: fc.constant('mention'),
  attrs: fc.record({ id: account, text: fc.constant('@Maria Lind') }),
});
const words = fc.record({ type: fc.constant('text'), text: fc.string() });
const plan = fc.record({
  type: fc.constant('doc'),
  content: fc.array(fc.oneof(mention, words), { maxLength: 3 }),
});

/** What stands in stored values, with everything else around it. */
const stored: fc.Arbitrary<Json> = fc.oneof(
  fc.record({ act, ownerId: fc.option(account), plan, title: fc.string(), count: fc.integer() }),
  fc.record({ field: fc.constant('ownerId'), before: fc.option(account), after: fc.option(account) }),
  fc.record({ session: fc.record({ people: fc.array(account), looks: fc.array(act) }), note: fc.string() }),
  fc.record({ key: account.map((id) => `one-person/12/${id}`), origin: fc.constant({ kind: 'suggestion' }) }),
  fc.record({ changes: fc.array(fc.record({ by: account, before: fc.jsonValue() })) }),
  fc.record({
    state: fc.record({ kind: fc.constant('accepted'), by: fc.option(account), until: fc.constant(null) }),
  }),
) as fc.Arbitrary<Json>;

/** Every text of a value, by where it stands. */
function textsOf(value: Json, path = ''): readonly (readonly [string, Json])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([name, item]) => textsOf(item, `${path}/${name}`));
}

const plain = (value: Json | undefined) => (typeof value === 'string' ? value : '');

describe('the accounts in a stored value', () => {
  it.each([
    ['who acted', { act: { by: 'maria' } }, ['maria']],
    ['an owner before and after', { field: 'ownerId', before: 'a', after: 'b' }, ['a', 'b']],
    ['another field whose value looks like one', { field: 'title', before: 'a', after: 'b' }, []],
    ['who was there', { people: ['a', 'b', 'a'] }, ['a', 'b']],
    ['how many people there are', { people: 7 }, []],
    ['who is mentioned', { type: 'mention', attrs: { id: 'a', text: '@A' } }, ['a']],
    ['another node with an id', { type: 'panel', attrs: { id: 'a' } }, []],
    ['whom a suggestion is about', { settledKeys: ['one-person/3/712020:a-b', 'stale/3/1'] }, ['712020:a-b']],
    ['somebody who has left already', { by: FORMER_ACCOUNT, ownerId: null }, []],
    ['somebody who was not logged in', { by: 'unidentified' }, []],
    ['text that cannot be an account', { by: 'the team' }, []],
  ] as const)('finds %s', (_what, value, accounts) => {
    expect(accountsIn(value)).toEqual(accounts);
  });

  it('names none of the closed ones after they were taken out, and all of the others', () => {
    fc.assert(
      fc.property(stored, fc.uniqueArray(account), (value, gone) => {
        const closed = new Set<string>(gone);
        const before = accountsIn(value);
        const after = withoutAccounts(value, closed);
        expect(accountsIn(after)).toEqual(before.filter((id) => !closed.has(id)));
        for (const id of gone) {
          for (const [, text] of textsOf(after)) expect(plain(text).split('/')).not.toContain(id);
        }
      }),
    );
  });

  it('keeps everything but the closed accounts and the names in their mentions', () => {
    fc.assert(
      fc.property(stored, fc.uniqueArray(account), (value, gone) => {
        const closed = new Set<string>(gone);
        const after = new Map(textsOf(withoutAccounts(value, closed)));
        const before = textsOf(value);
        expect([...after.keys()]).toEqual(before.map(([path]) => path));
        for (const [path, was] of before) {
          const is = after.get(path);
          if (is === was) continue;
          const isAccount = is === FORMER_ACCOUNT && closed.has(plain(was));
          const isSuggestion =
            plain(is).endsWith(`/${FORMER_ACCOUNT}`) && closed.has(plain(was).split('/')[2] ?? '');
          const isName =
            path.endsWith('/attrs/text') && after.get(path.replace(/text$/u, 'id')) === FORMER_ACCOUNT;
          expect({ path, is, fits: isAccount || isSuggestion || isName }).toMatchObject({ fits: true });
        }
      }),
    );
  });

  it('is the value itself when nobody in it has left, and the same when done twice', () => {
    fc.assert(
      fc.property(stored, (value) => {
        expect(withoutAccounts(value, new Set(['somebody-else']))).toBe(value);
        const closed = new Set<string>(ACCOUNTS);
        const once = withoutAccounts(value, closed);
        expect(withoutAccounts(once, closed)).toBe(once);
      }),
    );
  });
});

describe('the load of two owners who have left', () => {
  it('is one entry, with the same number of risks', () => {
    const entry = { level: 'high', dueOn: '2026-10-12' } as const;
    expect(
      mergedLoad([
        { ...entry, ownerId: FORMER_ACCOUNT, count: 2 },
        { ...entry, ownerId: 'maria', count: 1 },
        { ...entry, ownerId: FORMER_ACCOUNT, count: 3 },
        { ...entry, ownerId: FORMER_ACCOUNT, dueOn: '2026-10-13', count: 4 },
      ]),
    ).toEqual([
      { ...entry, ownerId: FORMER_ACCOUNT, count: 5 },
      { ...entry, ownerId: 'maria', count: 1 },
      { ...entry, ownerId: FORMER_ACCOUNT, dueOn: '2026-10-13', count: 4 },
    ]);
  });
});

describe('a cycle', () => {
  it.each([
    [null, true],
    ['2026-10-12T08:00:00.000Z', false],
    ['2026-10-06T08:00:00.000Z', false],
    ['2026-10-05T08:03:00.000Z', true],
    ['2026-09-01T08:00:00.000Z', true],
  ])('that began last at %s is due: %s', (last, isDue) => {
    expect(isCycleDue(last, new Date('2026-10-12T08:00:00.000Z'))).toBe(isDue);
  });
});
