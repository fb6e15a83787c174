import { describe, expect, it } from 'vitest';

import { openBlocker } from '#src/domain/backlog/checks/open-blocker';
import type { Blocker } from '#src/domain/backlog/issue';
import { buildBlocker, buildContext, buildIssue } from '../../../builders/issue';

const fail = (...blockers: readonly { key: string; placesBelow: number | null }[]) => ({
  result: 'fail',
  facts: { blockers },
});
const keys = { key: 'PLAT-77' };

const CASES: readonly { says: string; blockers: readonly Partial<Blocker>[]; outcome: object }[] = [
  { says: 'passes without blockers', blockers: [], outcome: { result: 'pass' } },
  {
    says: 'passes when every blocker is done, wherever it is',
    blockers: [
      { statusCategory: 'done' },
      { statusCategory: 'done', place: { kind: 'in-order', index: 99 } },
    ],
    outcome: { result: 'pass' },
  },
  {
    says: 'passes when the blocker is in an active sprint',
    blockers: [{ place: { kind: 'ahead' }, statusCategory: 'indeterminate' }],
    outcome: { result: 'pass' },
  },
  {
    says: 'passes when the blocker ranks one place above',
    blockers: [{ place: { kind: 'in-order', index: 9 } }],
    outcome: { result: 'pass' },
  },
  {
    says: 'fails when the blocker ranks one place below',
    blockers: [{ place: { kind: 'in-order', index: 11 } }],
    outcome: fail({ ...keys, placesBelow: 1 }),
  },
  {
    says: 'counts the places below',
    blockers: [{ place: { kind: 'in-order', index: 51 } }],
    outcome: fail({ ...keys, placesBelow: 41 }),
  },
  {
    says: 'fails on a blocker that is on no list of the board',
    blockers: [{}],
    outcome: fail({ ...keys, placesBelow: null }),
  },
  {
    says: 'fails on a blocker that another team has started',
    blockers: [{ statusCategory: 'indeterminate' }],
    outcome: fail({ ...keys, placesBelow: null }),
  },
  {
    says: 'names only the blockers that stand in the way, in their order',
    blockers: [
      { key: 'AUR-8', place: { kind: 'in-order', index: 30 } },
      { key: 'AUR-2', place: { kind: 'in-order', index: 3 } },
      { key: 'OPS-4', statusCategory: 'done' },
      { key: 'OPS-5' },
    ],
    outcome: fail({ ...keys, key: 'AUR-8', placesBelow: 20 }, { ...keys, key: 'OPS-5', placesBelow: null }),
  },
  {
    says: 'names a blocker that is linked twice once',
    blockers: [{}, {}],
    outcome: fail({ ...keys, placesBelow: null }),
  },
  {
    says: 'cannot tell where it was not looked up whether the blocker is under way',
    blockers: [{ place: { kind: 'unknown' } }],
    outcome: { result: 'unknown', reason: 'blockers-not-read' },
  },
  {
    says: 'passes a blocker that is done, looked up or not',
    blockers: [{ statusCategory: 'done', place: { kind: 'unknown' } }],
    outcome: { result: 'pass' },
  },
  {
    says: 'names the one that is sure to stand in the way, and not the one that may',
    blockers: [{ key: 'PLAT-70', place: { kind: 'unknown' } }, {}],
    outcome: fail({ ...keys, placesBelow: null }),
  },
  { says: 'ignores an issue that blocks itself', blockers: [{ key: 'AUR-1' }], outcome: { result: 'pass' } },
];

describe('open-blocker', () => {
  it.each(CASES)('$says', ({ blockers, outcome }) => {
    const issue = buildIssue({ key: 'AUR-1', blockers: blockers.map((each) => buildBlocker(each)) });
    expect(openBlocker.evaluate(issue, openBlocker.options, buildContext({ index: 10 }))).toEqual(outcome);
  });
});
