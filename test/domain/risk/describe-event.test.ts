import { describe, expect, it } from 'vitest';

import { describeEvent, type ChangeFact } from '#src/domain/risk/describe-event';
import type { FieldChange } from '#src/domain/risk/risk-event';
import { act, createdEvent, edited, event, exposure, plan, rating } from '../../builders/risk';

const CASES: readonly [FieldChange, ChangeFact][] = [
  [
    { field: 'title', before: 'a', after: 'b' },
    { kind: 'text-changed', field: 'title', from: 'a', to: 'b' },
  ],
  [
    { field: 'trigger', before: null, after: 'b' },
    { kind: 'text-written', field: 'trigger', from: null, to: 'b' },
  ],
  [
    { field: 'effect', before: 'a', after: null },
    { kind: 'text-removed', field: 'effect', from: 'a', to: null },
  ],
  [
    { field: 'categoryId', before: 'a', after: 'b' },
    { kind: 'category-changed', from: 'a', to: 'b' },
  ],
  [
    { field: 'impact', before: rating(2), after: rating(3) },
    { kind: 'rating-raised', axis: 'impact', from: rating(2), to: rating(3) },
  ],
  [
    { field: 'probability', before: rating(2), after: rating(1) },
    { kind: 'rating-lowered', axis: 'probability', from: rating(2), to: rating(1) },
  ],
  [
    { field: 'impact', before: rating(2), after: rating(4, 5) },
    { kind: 'rating-raised', axis: 'impact', from: rating(2), to: rating(4, 5) },
  ],
  [
    { field: 'impact', before: rating(4, 5), after: rating(2) },
    { kind: 'rating-lowered', axis: 'impact', from: rating(4, 5), to: rating(2) },
  ],
  [
    { field: 'impact', before: rating(3, 5), after: rating(2) },
    { kind: 'rating-rescaled', axis: 'impact', from: rating(3, 5), to: rating(2) },
  ],
  [
    { field: 'response', before: 'none', after: 'avoid' },
    { kind: 'response-changed', from: 'none', to: 'avoid' },
  ],
  [{ field: 'plan', before: null, after: plan('a') }, { kind: 'plan-written' }],
  [{ field: 'plan', before: plan('a'), after: plan('b') }, { kind: 'plan-changed' }],
  [{ field: 'plan', before: plan('a'), after: null }, { kind: 'plan-removed' }],
  [
    { field: 'issueIds', before: ['1', '2'], after: ['2', '3'] },
    { kind: 'issues-changed', added: ['3'], removed: ['1'] },
  ],
  [
    { field: 'ownerId', before: null, after: 'b' },
    { kind: 'owner-set', from: null, to: 'b' },
  ],
  [
    { field: 'ownerId', before: 'a', after: 'b' },
    { kind: 'owner-changed', from: 'a', to: 'b' },
  ],
  [
    { field: 'ownerId', before: 'a', after: null },
    { kind: 'owner-removed', from: 'a', to: null },
  ],
  [
    { field: 'dueOn', before: null, after: '2026-12-01' },
    { kind: 'date-set', from: null, to: '2026-12-01' },
  ],
  [
    { field: 'dueOn', before: '2026-12-01', after: '2026-12-02' },
    { kind: 'date-moved-later', from: '2026-12-01', to: '2026-12-02' },
  ],
  [
    { field: 'dueOn', before: '2026-12-01', after: '2026-11-30' },
    { kind: 'date-moved-earlier', from: '2026-12-01', to: '2026-11-30' },
  ],
  [
    { field: 'dueOn', before: '2026-12-01', after: null },
    { kind: 'date-removed', from: '2026-12-01', to: null },
  ],
  [
    { field: 'state', before: { kind: 'open' }, after: { kind: 'accepted', by: 'a', until: '2027-02-01' } },
    { kind: 'state-changed', from: { kind: 'open' }, to: { kind: 'accepted', by: 'a', until: '2027-02-01' } },
  ],
  [
    { field: 'residual', before: null, after: exposure(1, 1) },
    { kind: 'residual-set', from: null, to: exposure(1, 1) },
  ],
];

describe('describeEvent', () => {
  it.each(CASES)('%o', (change, fact) => {
    expect(describeEvent(edited(2, [change]))).toEqual({
      riskId: 'risk-1',
      version: 2,
      act: act(),
      deed: { kind: 'edited' },
      changes: [fact],
    });
  });

  it('says what was done', () => {
    expect(describeEvent(createdEvent())).toMatchObject({
      deed: {
        kind: 'created',
        origin: { kind: 'written' },
        title: 'Support is not trained by launch and tickets pile up',
      },
      changes: [],
    });
    expect(describeEvent(event(2, { kind: 'reviewed', outcome: 'worse', changes: [] })).deed).toEqual({
      kind: 'reviewed',
      outcome: 'worse',
    });
    expect(describeEvent(event(2, { kind: 'reverted', toVersion: 1, changes: [] })).deed).toEqual({
      kind: 'reverted',
      toVersion: 1,
    });
    expect(describeEvent(event(2, { kind: 'deleted' })).deed).toEqual({ kind: 'deleted' });
    expect(describeEvent(event(2, { kind: 'undeleted' })).deed).toEqual({ kind: 'undeleted' });
  });
});
