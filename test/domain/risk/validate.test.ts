import { describe, expect, it } from 'vitest';

import { applyChange } from '#src/domain/risk/apply-change';
import { LIMITS } from '#src/domain/risk/limits';
import type { Patch } from '#src/domain/risk/validate';
import { act, buildRegister, buildRisk, exposure, plan, rating } from '../../builders/risk';

const edit = (patch: Patch) => applyChange(buildRisk(), { kind: 'edit', patch }, act(), buildRegister(), 1);

const long = (length: number) => 'x'.repeat(length);
const tooLong = (field: string, limit: number) => ({ field, kind: 'too-long', length: limit + 1, limit });
const PROBLEMS: readonly { says: string; patch: Patch; problems: readonly object[] }[] = [
  { says: 'an empty title', patch: { title: ' \n ' }, problems: [{ field: 'title', kind: 'empty' }] },
  { says: 'a title of 201', patch: { title: long(201) }, problems: [tooLong('title', 200)] },
  { says: 'a cause of 501', patch: { cause: long(501) }, problems: [tooLong('cause', 500)] },
  { says: 'a trigger of 501', patch: { trigger: long(501) }, problems: [tooLong('trigger', 500)] },
  { says: 'a plan of 10,001', patch: { plan: plan(long(10_001)) }, problems: [tooLong('plan', 10_000)] },
  {
    says: 'an unknown category',
    patch: { categoryId: 'weather' },
    problems: [{ field: 'categoryId', kind: 'unknown-category', categoryId: 'weather' }],
  },
  {
    says: 'a step that is none',
    patch: { probability: rating(4) },
    problems: [{ field: 'probability', kind: 'off-scale', step: 4, of: 3, scale: 3 }],
  },
  {
    says: 'a step of another scale',
    patch: { impact: rating(4, 5) },
    problems: [{ field: 'impact', kind: 'off-scale', step: 4, of: 5, scale: 3 }],
  },
  {
    says: 'a residual off the scale',
    patch: { residual: exposure(0, 9) },
    problems: [{ field: 'residual', kind: 'off-scale', step: 0, of: 3, scale: 3 }],
  },
  {
    says: 'a day that is none',
    patch: { dueOn: '2026-02-30' },
    problems: [{ field: 'dueOn', kind: 'not-a-date', value: '2026-02-30' }],
  },
  {
    says: 'an acceptance until a day that is none',
    patch: { state: { kind: 'accepted', by: null, until: 'soon' } },
    problems: [{ field: 'state', kind: 'not-a-date', value: 'soon' }],
  },
  {
    says: 'more than 50 issues',
    patch: { issueIds: Array.from({ length: 51 }, (_, index) => String(index)) },
    problems: [{ field: 'issueIds', kind: 'too-many', count: 51, limit: 50 }],
  },
  {
    says: 'several at once, in the order of the fields',
    patch: { title: '', dueOn: 'x', cause: long(501) },
    problems: [
      { field: 'title', kind: 'empty' },
      tooLong('cause', 500),
      { field: 'dueOn', kind: 'not-a-date', value: 'x' },
    ],
  },
];

describe('an edit', () => {
  it.each(PROBLEMS)('with $says is not kept', ({ patch, problems }) => {
    expect(edit(patch)).toEqual({ result: 'invalid', problems });
  });

  it.each<[string, Patch]>([
    ['a title of 200', { title: long(200) }],
    ['a plan of 10,000', { plan: plan(long(10_000)) }],
    ['50 issues', { issueIds: Array.from({ length: 50 }, (_, index) => String(index)) }],
    ['an acceptance without approver and end', { state: { kind: 'accepted', by: null, until: null } }],
  ])('with %s is kept', (_, patch) => {
    expect(edit(patch).result).toBe('changed');
  });

  it('refuses a plan whose markup is far bigger than its text', () => {
    const text = { type: 'text', text: 'x', marks: [{ type: 'strong', attrs: { note: long(100) } }] };
    const big = {
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: Array.from({ length: 900 }, () => text) }],
    };
    expect(edit({ plan: big })).toMatchObject({
      problems: [{ field: 'plan', kind: 'too-big', limit: LIMITS.planBytes }],
    });
  });
});
