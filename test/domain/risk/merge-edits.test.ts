import { describe, expect, it } from 'vitest';

import { mergeEdits, resolveConflicts } from '#src/domain/risk/merge-edits';
import type { RiskFields } from '#src/domain/risk/risk';
import { act, buildFields, buildRisk, exposure, plan, rating } from '../../builders/risk';

type Fields = Partial<RiskFields>;
const merge = (mine: Fields, theirs: Fields, base: Fields = {}) =>
  mergeEdits(
    buildFields(base),
    buildFields({ ...base, ...mine }),
    buildRisk({ ...base, ...theirs, version: 4 }),
  );
const merged = (patch: Fields) => ({ result: 'merged', patch });

const CASES: readonly { says: string; base?: Fields; mine: Fields; theirs: Fields; merge: object }[] = [
  { says: 'nothing of mine', mine: {}, theirs: { title: 'Theirs' }, merge: merged({}) },
  { says: 'nothing of theirs', mine: { title: 'Mine' }, theirs: {}, merge: merged({ title: 'Mine' }) },
  {
    says: 'different fields',
    mine: { title: 'Mine' },
    theirs: { ownerId: 'jonas' },
    merge: merged({ title: 'Mine' }),
  },
  {
    says: 'probability here and impact there',
    mine: { probability: rating(3) },
    theirs: { impact: rating(3) },
    merge: merged({ probability: rating(3) }),
  },
  {
    says: 'the same change twice',
    mine: { ownerId: 'jonas' },
    theirs: { ownerId: 'jonas' },
    merge: merged({}),
  },
  {
    says: 'the same plan twice',
    mine: { plan: plan('New') },
    theirs: { plan: plan('New') },
    merge: merged({}),
  },
  {
    says: 'one field changed to two values',
    mine: { title: 'Mine', ownerId: null },
    theirs: { title: 'Theirs' },
    merge: {
      result: 'conflict',
      patch: { ownerId: null },
      conflicts: [{ field: 'title', base: buildFields().title, mine: 'Mine', theirs: 'Theirs' }],
    },
  },
  {
    says: 'a plan changed by both is one field',
    mine: { plan: plan('Mine') },
    theirs: { plan: null },
    merge: {
      result: 'conflict',
      patch: {},
      conflicts: [{ field: 'plan', base: buildFields().plan, mine: plan('Mine'), theirs: null }],
    },
  },
  {
    says: 'several conflicts in the order of the fields',
    mine: { state: { kind: 'open' }, probability: rating(1) },
    theirs: { state: { kind: 'closed', on: '2026-11-24' }, probability: rating(3) },
    merge: {
      result: 'conflict',
      patch: {},
      conflicts: [
        { field: 'probability', base: rating(2), mine: rating(1), theirs: rating(3) },
        {
          field: 'state',
          base: { kind: 'mitigating' },
          mine: { kind: 'open' },
          theirs: { kind: 'closed', on: '2026-11-24' },
        },
      ],
    },
  },
  {
    says: 'issues that both added',
    base: { issueIds: ['1'] },
    mine: { issueIds: ['1', '2'] },
    theirs: { issueIds: ['1', '3'] },
    merge: merged({ issueIds: ['1', '3', '2'] }),
  },
  {
    says: 'an issue that one took away and one that the other added',
    base: { issueIds: ['1', '2'] },
    mine: { issueIds: ['2'] },
    theirs: { issueIds: ['1', '2', '3'] },
    merge: merged({ issueIds: ['2', '3'] }),
  },
  {
    says: 'an issue that both took away',
    base: { issueIds: ['1', '2'] },
    mine: { issueIds: ['2'] },
    theirs: { issueIds: ['2'] },
    merge: merged({}),
  },
  {
    says: 'issues in another order are no change',
    base: { issueIds: ['1', '2'] },
    mine: { issueIds: ['2', '1'] },
    theirs: { issueIds: ['3'] },
    merge: merged({}),
  },
  {
    says: 'a form on another scale re-rates nothing that it left alone',
    base: exposure(4, 4, 5),
    mine: { ...exposure(3, 3), title: 'Mine' },
    theirs: exposure(5, 4, 5),
    merge: merged({ title: 'Mine' }),
  },
];

describe('mergeEdits', () => {
  it.each(CASES)('$says', ({ mine, theirs, base, merge: expected }) => {
    expect(merge(mine, theirs, base)).toEqual(expected);
  });

  it('does not drop an edit of a risk that was deleted meanwhile', () => {
    const theirs = buildRisk({ title: 'Theirs', deleted: act() });
    expect(mergeEdits(buildFields(), buildFields({ title: 'Mine' }), theirs)).toEqual({
      result: 'deleted',
      patch: { title: 'Mine' },
    });
  });
});

describe('resolveConflicts', () => {
  const conflict = merge(
    { title: 'Mine', trigger: 'Mine', ownerId: null },
    { title: 'Theirs', trigger: 'Theirs' },
  );
  if (conflict.result !== 'conflict') throw new Error('expected a conflict');

  it('takes mine where it is chosen and theirs elsewhere', () => {
    expect(resolveConflicts(conflict, { title: 'mine', trigger: 'theirs' })).toEqual({
      ownerId: null,
      title: 'Mine',
    });
    expect(resolveConflicts(conflict, {})).toEqual({ ownerId: null });
  });
});
