import { describe, expect, it } from 'vitest';

import { applyChange, type RiskChange } from '#src/domain/risk/apply-change';
import type { Risk } from '#src/domain/risk/risk';
import { act, buildRegister, buildRisk, exposure, rating, TODAY } from '../../builders/risk';

const apply = (risk: Risk, change: RiskChange, by = act(), register = buildRegister()) =>
  applyChange(risk, change, by, register, 1);

describe('a review', () => {
  const review = (
    risk: Partial<Risk>,
    change: Omit<Extract<RiskChange, { kind: 'review' }>, 'kind'>,
    register = buildRegister(),
  ) => apply(buildRisk(risk), { kind: 'review', ...change }, act(TODAY, 'jonas'), register);
  const last = { ...act(TODAY, 'jonas'), version: 2 };

  it('that changes nothing is evidence all the same', () => {
    expect(review({ review: { last: null, unchangedInARow: 2 } }, { outcome: 'unchanged' })).toMatchObject({
      risk: { version: 2, review: { last, unchangedInARow: 3 } },
      event: { kind: 'reviewed', outcome: 'unchanged', changes: [] },
    });
  });

  const probability = (after: number) => [{ field: 'probability', before: rating(2), after: rating(after) }];
  const impact = (after: number) => [{ field: 'impact', before: rating(2), after: rating(after) }];
  it.each<[string, Partial<Risk>, Parameters<typeof review>[1], readonly object[]]>([
    ['worse raises the probability', {}, { outcome: 'worse' }, probability(3)],
    ['worse raises the impact when it is chosen', {}, { outcome: 'worse', axis: 'impact' }, impact(3)],
    [
      'worse raises the impact when the probability is at its highest',
      { probability: rating(3) },
      { outcome: 'worse' },
      impact(3),
    ],
    ['better lowers the probability', {}, { outcome: 'better' }, probability(1)],
    [
      'better lowers the impact when the probability is at its lowest',
      { probability: rating(1) },
      { outcome: 'better' },
      impact(1),
    ],
    [
      'edit takes the edit',
      {},
      { outcome: 'edit', patch: { ownerId: null } },
      [{ field: 'ownerId', before: 'maria', after: null }],
    ],
    [
      'happened notes the day',
      {},
      { outcome: 'happened' },
      [{ field: 'state', before: { kind: 'mitigating' }, after: { kind: 'happened', on: TODAY } }],
    ],
    [
      'close notes the day',
      {},
      { outcome: 'close' },
      [{ field: 'state', before: { kind: 'mitigating' }, after: { kind: 'closed', on: TODAY } }],
    ],
  ])('%s', (_, risk, change, changes) => {
    expect(review(risk, change)).toMatchObject({
      risk: { review: { last, unchangedInARow: 0 } },
      event: { kind: 'reviewed', outcome: change.outcome, changes },
    });
  });

  it("moves by a step of the register's scale", () => {
    expect(review(exposure(2, 2), { outcome: 'worse' }, buildRegister({ scale: 5 }))).toMatchObject({
      event: { changes: [{ field: 'probability', before: rating(2), after: rating(4, 5) }] },
    });
  });

  it('by an edit that changes nothing counts as unchanged', () => {
    expect(review({}, { outcome: 'edit', patch: {} })).toMatchObject({
      risk: { review: { unchangedInARow: 1 } },
      event: { outcome: 'unchanged', changes: [] },
    });
  });

  it.each<[Partial<Risk>, Parameters<typeof review>[1], string]>([
    [exposure(3, 3), { outcome: 'worse' }, 'already-highest'],
    [exposure(2, 3), { outcome: 'worse', axis: 'impact' }, 'already-highest'],
    [exposure(1, 1), { outcome: 'better' }, 'already-lowest'],
    [{ state: { kind: 'closed', on: TODAY } }, { outcome: 'unchanged' }, 'not-live'],
    [{ state: { kind: 'happened', on: TODAY } }, { outcome: 'worse' }, 'not-live'],
  ])('%o, %o is refused: %s', (risk, change, kind) => {
    expect(review(risk, change)).toEqual({ result: 'refused', refusal: { kind } });
  });

  it('is not kept with an edit that is not valid', () => {
    expect(review({}, { outcome: 'edit', patch: { title: '' } })).toEqual({
      result: 'invalid',
      problems: [{ field: 'title', kind: 'empty' }],
    });
  });

  it('starts the row anew after any edit between two', () => {
    const risk = buildRisk({ review: { last: { ...act(), version: 1 }, unchangedInARow: 3 } });
    expect(apply(risk, { kind: 'edit', patch: { trigger: 'a letter' } })).toMatchObject({
      risk: { review: { unchangedInARow: 0, last: { version: 1 } } },
    });
  });
});
