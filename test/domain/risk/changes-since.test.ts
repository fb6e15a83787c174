import { describe, expect, it } from 'vitest';

import { applyChange, createRisk, type RiskChange } from '#src/domain/risk/apply-change';
import { changesSince, registerChangesSince, type RegisterChanges } from '#src/domain/risk/changes-since';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { Risk } from '#src/domain/risk/risk';
import { act, buildFields, buildRegister, exposure, rating, TODAY } from '../../builders/risk';

const LAST = act('2026-11-17').at;
const NONE: RegisterChanges = {
  added: [],
  raised: [],
  lowered: [],
  moved: [],
  closed: [],
  happened: [],
  reopened: [],
  deleted: [],
  edited: [],
  reviewedUnchanged: [],
};
const edit = (patch: Extract<RiskChange, { kind: 'edit' }>['patch']): RiskChange => ({ kind: 'edit', patch });
const UNCHANGED: RiskChange = { kind: 'review', outcome: 'unchanged' };

/** A risk that went through changes, those of `before` on the day before the last review and the rest after it. */
function live(
  before: readonly RiskChange[],
  later: readonly RiskChange[],
  on = '2026-11-10',
): { risk: Risk; events: readonly RiskEvent[] } {
  const register = buildRegister();
  const born = createRisk(
    register,
    buildFields(),
    { id: 'risk-1', origin: { kind: 'written' }, count: 0 },
    act(on),
  );
  if (born.result !== 'changed') throw new Error('not created');
  let { risk } = born;
  const events = [born.event];
  for (const [changes, day] of [
    [before, '2026-11-16'],
    [later, TODAY],
  ] as const) {
    for (const change of changes) {
      const answer = applyChange(risk, change, act(day), register, 1);
      if (answer.result !== 'changed') throw new Error(answer.result);
      risk = answer.risk;
      events.push(answer.event);
    }
  }
  return { risk, events };
}

const since = ({ risk, events }: ReturnType<typeof live>) => registerChangesSince([risk], events, LAST, 3);
const rescored = (from: [number, number], to: [number, number]) => [
  { riskId: 'risk-1', from: exposure(...from), to: exposure(...to) },
];

describe('registerChangesSince', () => {
  it.each<[string, readonly RiskChange[], readonly RiskChange[], Partial<RegisterChanges>]>([
    ['nothing after it', [edit({ impact: rating(3) })], [], {}],
    ['raised', [], [edit({ impact: rating(3) })], { raised: rescored([2, 2], [2, 3]) }],
    [
      'lowered in a review',
      [],
      [{ kind: 'review', outcome: 'better' }],
      { lowered: rescored([2, 2], [1, 2]) },
    ],
    [
      'raised and lowered again',
      [],
      [edit({ impact: rating(3) }), edit({ impact: rating(2) })],
      { edited: ['risk-1'] },
    ],
    [
      'raised twice',
      [],
      [edit({ impact: rating(3) }), edit({ probability: rating(3) })],
      { raised: rescored([2, 2], [3, 3]) },
    ],
    ['traded at a lower level', [], [edit(exposure(3, 1))], { lowered: rescored([2, 2], [3, 1]) }],
    [
      'traded at the same level',
      [edit(exposure(2, 3))],
      [edit(exposure(3, 2))],
      { moved: rescored([2, 3], [3, 2]) },
    ],
    [
      'closed, whatever else',
      [],
      [edit({ impact: rating(3) }), { kind: 'review', outcome: 'close' }],
      { closed: ['risk-1'] },
    ],
    ['happened', [], [{ kind: 'review', outcome: 'happened' }], { happened: ['risk-1'] }],
    [
      'opened again',
      [{ kind: 'review', outcome: 'close' }],
      [edit({ state: { kind: 'open' } })],
      { reopened: ['risk-1'] },
    ],
    ['edited', [], [edit({ ownerId: null })], { edited: ['risk-1'] }],
    ['reviewed unchanged', [], [UNCHANGED], { reviewedUnchanged: ['risk-1'] }],
    ['reviewed and edited', [], [UNCHANGED, edit({ ownerId: null })], { edited: ['risk-1'] }],
    ['deleted', [], [edit({ impact: rating(3) }), { kind: 'delete' }], { deleted: ['risk-1'] }],
    ['deleted and brought back', [], [{ kind: 'delete' }, { kind: 'undelete' }], {}],
    ['brought back', [{ kind: 'delete' }], [{ kind: 'undelete' }], { reopened: ['risk-1'] }],
    ['deleted before', [{ kind: 'delete' }], [], {}],
  ])('%s', (_, before, later, changes) => {
    expect(since(live(before, later))).toEqual({ ...NONE, ...changes });
  });

  it('calls a new risk new, whatever happened to it', () => {
    expect(since(live([], [edit({ impact: rating(3) })], TODAY))).toEqual({ ...NONE, added: ['risk-1'] });
    expect(since(live([], [{ kind: 'delete' }], TODAY))).toEqual(NONE);
  });
});

describe('changesSince', () => {
  const { events } = live([UNCHANGED], [edit({ ownerId: null }), UNCHANGED]);

  it.each([
    [null, [1, 2, 3, 4]],
    [act('2026-11-16', 'maria', '08:59:59.999').at, [2, 3, 4]],
    [act('2026-11-16').at, [3, 4]],
    [act(TODAY).at, []],
  ])('after %s it is versions %o', (at, versions) => {
    expect(changesSince(events.toReversed(), at).map(({ version }) => version)).toEqual(versions);
  });
});
