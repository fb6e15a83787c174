import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { CheckId } from '#src/domain/backlog/finding';
import type { SprintIssue } from '#src/domain/capacity/sprint-record';
import type { FrozenReadiness } from '#src/domain/flag-record/frozen-readiness';
import { fateOf, type IssueFate } from '#src/domain/flag-record/issue-fate';
import { packFreeze, unpackFreeze } from '#src/domain/flag-record/packed-freeze';
import { packTally, unpackTally } from '#src/domain/flag-record/packed-tally';
import { addTallies, EMPTY_TALLY, tallySprint, tallyUnder, type Tally } from '#src/domain/flag-record/tally';

const WINDOW = { start: 100, end: 200 };
const buildIssue = (over: Partial<SprintIssue> = {}): SprintIssue => ({
  issueId: '1',
  list: 'completed',
  wasAdded: false,
  wasCarriedIn: false,
  estimateAtStart: 3,
  estimateAtEnd: 3,
  becameDone: 150,
  startedWork: 110,
  ...over,
});
const FINE: IssueFate = { isReestimated: false, isRewritten: false, isCarriedOver: false, isDropped: false };

describe('fateOf', () => {
  it.each<[string, Partial<SprintIssue>, Partial<IssueFate>]>([
    ['done as planned', {}, {}],
    ['done outside', { list: 'completed-outside' }, {}],
    ['carried over', { list: 'not-completed' }, { isCarriedOver: true }],
    ['taken out', { list: 'removed' }, { isDropped: true }],
    ['another estimate', { estimateAtEnd: 5 }, { isReestimated: true }],
    ['a first estimate of 0', { estimateAtStart: null, estimateAtEnd: 0 }, { isReestimated: true }],
    ['never estimated', { estimateAtStart: null, estimateAtEnd: null }, {}],
  ])('%s', (_, issue, fate) => {
    expect(fateOf(buildIssue(issue), [], WINDOW)).toEqual({ ...FINE, ...fate });
  });

  it.each([
    [100, false],
    [101, true],
    [199, true],
    [200, false],
  ])('a change of text at %i makes rewritten %s', (at, isRewritten) => {
    expect(fateOf(buildIssue(), [{ at, field: 'summary' }], WINDOW)?.isRewritten).toBe(isRewritten);
    expect(fateOf(buildIssue(), [{ at, field: 'description' }], WINDOW)?.isRewritten).toBe(isRewritten);
  });

  it('has none for what joined later', () => {
    expect(fateOf(buildIssue({ wasAdded: true }), [], WINDOW)).toBeNull();
  });
});

const frozen = (
  issues: readonly (readonly [string, readonly CheckId[], (readonly CheckId[])?])[],
  checksOn: readonly CheckId[] = ['oversized', 'unverifiable'],
): FrozenReadiness => ({
  sprintId: 7,
  boardId: 1,
  at: 100,
  checksOn: new Map(checksOn.map((check) => [check, `rule of ${check}`])),
  issues: issues.map(([issueId, failing, unanswered = []]) => ({
    issueId,
    failing,
    unanswered,
  })),
});
const NONE = { issues: 0, reestimated: 0, rewritten: 0, carriedOver: 0, dropped: 0, troubled: 0 };

describe('tallySprint', () => {
  it('counts an issue once as troubled, and a check where it was on and answered', () => {
    const readiness = frozen([
      ['1', ['oversized', 'abandoned']],
      ['2', [], ['unverifiable']],
      ['gone', ['oversized']],
    ]);
    const fates = new Map([
      ['1', { ...FINE, isReestimated: true, isCarriedOver: true }],
      ['2', FINE],
      ['added', { ...FINE, isDropped: true }],
    ]);
    const troubled = { ...NONE, issues: 1, reestimated: 1, carriedOver: 1, troubled: 1 };
    expect(tallySprint(readiness, fates)).toEqual({
      sprints: 1,
      checks: new Map([
        ['oversized', { flagged: troubled, unflagged: { ...NONE, issues: 1 } }],
        ['unverifiable', { flagged: NONE, unflagged: troubled }],
      ]),
    });
  });
});

const someCheck = fc.constantFrom<CheckId>('oversized', 'unverifiable', 'missing-estimate', 'required-field');
const someFate = fc.record({
  isReestimated: fc.boolean(),
  isRewritten: fc.boolean(),
  isCarriedOver: fc.boolean(),
  isDropped: fc.boolean(),
});
const someSprint = fc.record({
  checksOn: fc.uniqueArray(someCheck),
  issues: fc.array(fc.record({ failing: fc.uniqueArray(someCheck), fate: someFate }), { maxLength: 12 }),
});
const tallyOf = (
  issues: readonly { failing: readonly CheckId[]; fate: IssueFate }[],
  checksOn: readonly CheckId[],
) =>
  tallySprint(
    frozen(
      issues.map(({ failing }, place) => [String(place), failing]),
      checksOn,
    ),
    new Map(issues.map(({ fate }, place) => [String(place), fate])),
  );
const someTally = someSprint.map(({ checksOn, issues }) => tallyOf(issues, checksOn));

describe('addTallies', () => {
  it('gives the counts of all issues together, whatever sprint they were in', () => {
    fc.assert(
      fc.property(someSprint, fc.nat(12), ({ checksOn, issues }, cut) => {
        const parts = addTallies(
          tallyOf(issues.slice(0, cut), checksOn),
          tallyOf(issues.slice(cut), checksOn),
        );
        expect(parts).toEqual({ ...tallyOf(issues, checksOn), sprints: 2 });
      }),
    );
  });

  it('does not mind the order, and nothing adds nothing', () => {
    fc.assert(
      fc.property(someTally, someTally, (one, other) => {
        expect(addTallies(one, other)).toEqual(addTallies(other, one));
        expect(addTallies(EMPTY_TALLY, one)).toEqual(one);
      }),
    );
  });
});

describe('tallyUnder', () => {
  it('leaves out a check whose options are others by now', () => {
    const readiness = frozen([['1', ['oversized']]]);
    const tally = tallySprint(readiness, new Map([['1', FINE]]));
    const today = new Map<CheckId, string>([
      ['oversized', 'rule of oversized'],
      ['unverifiable', 'another rule'],
    ]);
    expect([...tallyUnder(tally, readiness, today).checks.keys()]).toEqual(['oversized']);
  });
});

describe('packFreeze', () => {
  it('is undone by unpackFreeze, also through JSON', () => {
    const some = fc.uniqueArray(someCheck);
    const someIssues = fc.array(fc.tuple(fc.nat().map(String), some, some), { maxLength: 6 });
    fc.assert(
      fc.property(someIssues, some, (issues, checksOn) => {
        const readiness = frozen(issues, checksOn);
        const { checksOn: on, issues: read } = unpackFreeze(
          JSON.parse(JSON.stringify(packFreeze(readiness))) as ReturnType<typeof packFreeze>,
        );
        expect(on).toEqual(readiness.checksOn);
        const sets = (list: typeof read) =>
          list.map(({ issueId, failing, unanswered }) => [issueId, new Set(failing), new Set(unanswered)]);
        expect(sets(read)).toEqual(sets(readiness.issues));
      }),
    );
  });
});

describe('packTally', () => {
  it('is undone by unpackTally, also through JSON', () => {
    fc.assert(
      fc.property(someTally, (tally) => {
        expect(unpackTally(JSON.parse(JSON.stringify(packTally(tally))) as number[])).toEqual(tally);
      }),
    );
  });

  it('keeps its place for every number', () => {
    const counts = { issues: 6, reestimated: 1, rewritten: 2, carriedOver: 3, dropped: 4, troubled: 5 };
    const tally: Tally = {
      sprints: 9,
      checks: new Map([['oversized', { flagged: counts, unflagged: NONE }]]),
    };
    expect(packTally(tally)).toEqual([1, 9, 1, 6, 1, 2, 3, 4, 5, 0, 0, 0, 0, 0, 0]);
  });

  it.each([
    ['nothing', []],
    ['another version', [2, 1]],
    ['half a row', [1, 1, 3, 4]],
    ['a negative count', [1, -1]],
    ['a fraction', [1, 0.5]],
  ])('does not unpack %s', (_, packed) => {
    expect(unpackTally(packed)).toBeNull();
  });

  it('leaves out a check that is no more', () => {
    expect(unpackTally([1, 2, 999, ...Array<number>(12).fill(1)])).toEqual({ sprints: 2, checks: new Map() });
  });
});
