import { describe, expect, it } from 'vitest';

import { applyChange, createRisk, isRestorable, type RiskChange } from '#src/domain/risk/apply-change';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { Risk } from '#src/domain/risk/risk';
import type { Patch } from '#src/domain/risk/validate';
import {
  act,
  buildFields,
  buildRegister,
  buildRisk,
  exposure,
  plan,
  rating,
  TODAY,
} from '../../builders/risk';

const apply = (risk: Risk, change: RiskChange, by = act(), register = buildRegister(), count = 1) =>
  applyChange(risk, change, by, register, count);
const edit = (risk: Risk, patch: Patch, register = buildRegister()) =>
  apply(risk, { kind: 'edit', patch }, act(), register);
const birth = { id: 'risk-9', origin: { kind: 'written' as const }, count: 8 };

describe('createRisk', () => {
  it("gives a risk the register's next number and says all of it in one event", () => {
    const answer = createRisk(buildRegister({ nextNumber: 9 }), buildFields(), birth, act());
    expect(answer).toEqual({
      result: 'changed',
      risk: buildRisk({ id: 'risk-9', number: 9 }),
      event: {
        kind: 'created',
        number: 9,
        origin: { kind: 'written' },
        fields: buildFields(),
        registerId: 'register-1',
        riskId: 'risk-9',
        version: 1,
        act: act(),
      },
    });
  });

  it('keeps texts as they are meant', () => {
    const fields = buildFields({
      title: '  Tax API\n changes ',
      cause: ' ',
      trigger: ' a letter ',
      issueIds: ['1', '1', '2'],
      plan: plan(' '),
    });
    expect(createRisk(buildRegister(), fields, birth, act())).toMatchObject({
      risk: { title: 'Tax API changes', cause: null, trigger: 'a letter', issueIds: ['1', '2'], plan: null },
    });
  });

  it.each([
    [499, 'changed'],
    [500, 'refused'],
  ])('with %s risks there already is %s', (count, result) => {
    expect(createRisk(buildRegister(), buildFields(), { ...birth, count }, act()).result).toBe(result);
  });

  it('says how many are too many', () => {
    expect(createRisk(buildRegister(), buildFields(), { ...birth, count: 500 }, act())).toEqual({
      result: 'refused',
      refusal: { kind: 'register-full', limit: 500 },
    });
  });
});

describe('an edit', () => {
  it('is an event with each field before and after', () => {
    const answer = edit(buildRisk(), { impact: rating(3), ownerId: null, title: buildRisk().title });
    expect(answer).toMatchObject({
      risk: { version: 2, impact: rating(3), ownerId: null },
      event: {
        kind: 'edited',
        version: 2,
        changes: [
          { field: 'impact', before: rating(2), after: rating(3) },
          { field: 'ownerId', before: 'maria', after: null },
        ],
      },
    });
  });

  it.each<[string, Patch]>([
    ['an empty patch', {}],
    [
      'the same values',
      {
        title: ` ${buildRisk().title} `,
        impact: rating(2),
        plan: plan('Train support in the week before the launch.'),
      },
    ],
    ['issues in another order', { issueIds: ['2', '1', '2'] }],
  ])('with %s changes nothing', (_, patch) => {
    expect(edit(buildRisk({ issueIds: ['1', '2'] }), patch)).toEqual({ result: 'same' });
  });

  it('leaves alone what was valid when it was written', () => {
    const old = buildRisk({ categoryId: 'weather', ...exposure(4, 5, 5) });
    expect(edit(old, { ownerId: 'jonas', categoryId: 'weather' })).toMatchObject({
      risk: { version: 2, categoryId: 'weather' },
    });
  });

  it('does not re-rate what it only shows on another scale', () => {
    const fine = buildRisk({ ...exposure(4, 5, 5), residual: exposure(2, 4, 5) });
    expect(edit(fine, { ...exposure(3, 3), residual: exposure(1, 3) })).toEqual({ result: 'same' });
    expect(edit(fine, { ...exposure(3, 2) })).toMatchObject({
      risk: { probability: rating(4, 5), impact: rating(2) },
      event: { changes: [{ field: 'impact', before: rating(5, 5), after: rating(2) }] },
    });
  });

  it('tells steps apart that the older scale did not have', () => {
    const register = buildRegister({ scale: 5 });
    expect(edit(buildRisk(exposure(1, 1)), { probability: rating(2, 5) }, register)).toMatchObject({
      risk: { probability: rating(2, 5), impact: rating(1) },
    });
  });

  it('notes the day on which a risk was rated', () => {
    const risk = buildRisk({ ratedOn: '2026-11-01' });
    expect(edit(risk, { ownerId: null })).toMatchObject({ risk: { ratedOn: '2026-11-01' } });
    expect(edit(risk, { impact: rating(1) })).toMatchObject({ risk: { ratedOn: TODAY } });
  });
});

describe('deleting', () => {
  const deleted = buildRisk({ version: 2, deleted: act('2026-08-26') });

  it('is an event, and so is bringing back', () => {
    const gone = apply(buildRisk(), { kind: 'delete' }, act(TODAY, 'jonas'));
    expect(gone).toMatchObject({
      risk: { version: 2, deleted: act(TODAY, 'jonas') },
      event: { kind: 'deleted', version: 2 },
    });
    expect(apply(deleted, { kind: 'undelete' })).toMatchObject({
      risk: { version: 3, deleted: null },
      event: { kind: 'undeleted', version: 3 },
    });
  });

  it.each([
    ['2026-11-23', 'changed'],
    ['2026-11-24', 'changed'],
    ['2026-11-25', 'refused'],
  ])('can be undone 90 days long: on %s it is %s', (on, result) => {
    expect(apply(deleted, { kind: 'undelete' }, act(on)).result).toBe(result);
    expect(isRestorable(deleted, on)).toBe(result === 'changed');
  });

  it.each<[string, Risk, RiskChange, number, object]>([
    ['what is not deleted', buildRisk(), { kind: 'undelete' }, 1, { kind: 'not-deleted' }],
    ['into a full register', deleted, { kind: 'undelete' }, 500, { kind: 'register-full', limit: 500 }],
    ['an edit of a deleted risk', deleted, { kind: 'edit', patch: {} }, 1, { kind: 'deleted' }],
    ['deleting twice', deleted, { kind: 'delete' }, 1, { kind: 'deleted' }],
  ])('refuses %s', (_, risk, change, count, refusal) => {
    expect(apply(risk, change, act(), buildRegister(), count)).toEqual({ result: 'refused', refusal });
  });

  it('says how long ago is too long', () => {
    expect(apply(deleted, { kind: 'undelete' }, act('2026-11-25'))).toEqual({
      result: 'refused',
      refusal: { kind: 'deleted-too-long-ago', days: 91, limit: 90 },
    });
  });
});

describe('going back to an older state', () => {
  it('is an event of its own and leaves reviews as they are', () => {
    const reviewed = buildRisk({
      version: 5,
      title: 'New',
      ...exposure(3, 3),
      review: { last: { ...act(), version: 4 }, unchangedInARow: 2 },
    });
    const answer = apply(reviewed, { kind: 'revert', toVersion: 1, fields: buildFields() });
    expect(answer).toMatchObject({
      risk: { ...buildFields(), version: 6, review: { last: { version: 4 }, unchangedInARow: 0 } },
      event: { kind: 'reverted', toVersion: 1, version: 6 },
    });
  });

  it('takes a rating back exactly, whatever the scale is now', () => {
    const risk = buildRisk({ probability: rating(3) });
    const answer = apply(risk, {
      kind: 'revert',
      toVersion: 1,
      fields: buildFields({ probability: rating(4, 5) }),
    });
    expect(answer).toMatchObject({ risk: { probability: rating(4, 5) } });
  });

  it('to what is there already changes nothing', () => {
    expect(apply(buildRisk(), { kind: 'revert', toVersion: 1, fields: buildFields() })).toEqual({
      result: 'same',
    });
  });
});

describe('every event', () => {
  it('can be written as JSON and read back', () => {
    const { event } = edit(buildRisk(), { plan: plan('Other'), residual: exposure(1, 1) }) as {
      event: RiskEvent;
    };
    expect(JSON.parse(JSON.stringify(event))).toEqual(event);
  });
});
