import { describe, expect, it } from 'vitest';

import { reviewDue, reviewQueue } from '#src/domain/risk/review';
import type { Risk } from '#src/domain/risk/risk';
import { act, buildRegister, buildRisk, buildRisks, exposure, TODAY } from '../../builders/risk';

const HIGH = exposure(3, 3);
const LOW = exposure(1, 1);
/** Reviewed at the version that it has, so that nothing changed since. */
const seen = (on: string, more: Partial<Risk> = {}): Partial<Risk> => ({
  created: act('2026-09-01'),
  ratedOn: '2026-09-01',
  version: 3,
  review: { last: { ...act(on), version: 3 }, unchangedInARow: 0 },
  ...more,
});
const due = (risk: Partial<Risk>, today = TODAY, register = buildRegister()) =>
  reviewDue(buildRisk(risk), register, today);

describe('reviewDue', () => {
  it.each<[string, Partial<Risk>, string, object]>([
    ['High a day before', seen('2026-11-17', HIGH), '2026-11-23', { on: '2026-11-24', daysOverdue: 0 }],
    ['High on the day', seen('2026-11-17', HIGH), '2026-11-24', { on: '2026-11-24', daysOverdue: 0 }],
    ['High a day after', seen('2026-11-17', HIGH), '2026-11-25', { on: '2026-11-24', daysOverdue: 1 }],
    ['Medium after 14 days', seen('2026-11-10'), '2026-11-28', { on: '2026-11-24', daysOverdue: 4 }],
    ['Low after 30 days', seen('2026-10-25', LOW), TODAY, { on: '2026-11-24', daysOverdue: 0 }],
    [
      'a new risk, from the day it was written',
      { created: act('2026-11-09'), ratedOn: '2026-11-09' },
      TODAY,
      { on: '2026-11-23', daysOverdue: 1 },
    ],
    [
      'an accepted risk too',
      seen('2026-11-10', { state: { kind: 'accepted', by: 'maria', until: '2027-02-01' } }),
      '2026-11-25',
      { on: '2026-11-24', daysOverdue: 1 },
    ],
    [
      'what was raised today is not overdue',
      seen('2026-11-05', { ...HIGH, ratedOn: TODAY }),
      TODAY,
      { on: TODAY, daysOverdue: 0 },
    ],
  ])('%s', (_, risk, today, expected) => {
    expect(due(risk, today)).toEqual(expected);
  });

  it("takes the register's days and its scale", () => {
    expect(
      due(seen('2026-11-10'), TODAY, buildRegister({ cadence: { high: 1, medium: 2, low: 3 } })),
    ).toEqual({ on: '2026-11-12', daysOverdue: 12 });
    expect(due(seen('2026-11-10', exposure(2, 3)), TODAY, buildRegister({ scale: 5 }))).toEqual({
      on: '2026-11-17',
      daysOverdue: 7,
    });
  });

  it('counts days and not hours: a review late in the evening is one of that day, wherever it is read', () => {
    const late = {
      ...act('2026-11-17', 'maria', '23:59:59.999'),
      at: '2026-11-18T07:59:59.999Z',
      version: 3,
    };
    const risk = seen('2026-11-17', { ...HIGH, review: { last: late, unchangedInARow: 0 } });
    expect(due(risk, '2026-11-24')).toEqual({ on: '2026-11-24', daysOverdue: 0 });
  });

  it.each<[string, Partial<Risk>]>([
    ['closed', { state: { kind: 'closed', on: TODAY } }],
    ['happened', { state: { kind: 'happened', on: TODAY } }],
    ['deleted', { deleted: act() }],
  ])('has nothing to say of what is %s', (_, risk) => {
    expect(due(risk)).toBeNull();
  });
});

describe('reviewQueue', () => {
  const queue = (risks: readonly Partial<Risk>[], today = TODAY, viewer: string | null = null) =>
    reviewQueue(buildRegister(), buildRisks(risks), today, viewer).map(({ riskId, reason }) => [
      riskId,
      reason,
    ]);

  it('holds nothing when everything was looked at and nothing is due', () => {
    expect(queue([seen('2026-11-23', HIGH), seen('2026-11-15'), seen('2026-11-01', LOW)])).toEqual([]);
  });

  it('goes in the order of need', () => {
    expect(
      queue([
        seen('2026-11-02', LOW), // due on 2 December, in 8 days
        seen('2026-10-30', LOW), // due on 29 November, in 5 days
        { created: act('2026-11-20'), ratedOn: '2026-11-20' },
        seen('2026-11-20', { version: 4 }),
        seen('2026-11-17', HIGH),
        seen('2026-11-09'),
        seen('2026-11-16', HIGH),
        seen('2026-11-12', HIGH),
      ]),
    ).toEqual([
      ['risk-8', 'overdue'],
      ['risk-7', 'overdue'],
      ['risk-6', 'overdue'],
      ['risk-5', 'due'],
      ['risk-4', 'changed'],
      ['risk-3', 'new'],
      ['risk-2', 'soon'],
    ]);
  });

  it.each<[string, Partial<Risk>, string, boolean]>([
    ['High with 2 of 7 days left', seen('2026-11-19', HIGH), '2026-11-24', false],
    ['High with 1 of 7 days left', seen('2026-11-18', HIGH), '2026-11-24', true],
    ['Medium with 4 of 14 days left', seen('2026-11-14'), '2026-11-24', false],
    ['Medium with 3 of 14 days left', seen('2026-11-13'), '2026-11-24', true],
    ['Low with 7 of 30 days left', seen('2026-11-01', LOW), '2026-11-24', false],
    ['Low with 6 of 30 days left', seen('2026-10-31', LOW), '2026-11-24', true],
  ])('takes along what falls due before the next weekly review: %s', (_, risk, today, isIn) => {
    expect(queue([risk], today)).toEqual(isIn ? [['risk-1', 'soon']] : []);
  });

  it("starts with the viewer's own where all else is equal", () => {
    const risks = [seen('2026-11-09'), seen('2026-11-09', { ownerId: 'jonas' })];
    expect(queue(risks).map(([id]) => id)).toEqual(['risk-1', 'risk-2']);
    expect(queue(risks, TODAY, 'jonas').map(([id]) => id)).toEqual(['risk-2', 'risk-1']);
  });

  it('leaves out what is over', () => {
    expect(
      queue([
        seen('2026-09-01', { state: { kind: 'closed', on: TODAY } }),
        seen('2026-09-01', { deleted: act() }),
      ]),
    ).toEqual([]);
  });

  it('gives the version to be looked at, and drops what somebody else has reviewed meanwhile', () => {
    const [first] = reviewQueue(buildRegister(), [buildRisk(seen('2026-11-09'))], TODAY);
    expect(first).toEqual({
      riskId: 'risk-1',
      version: 3,
      level: 'medium',
      reason: 'overdue',
      due: { on: '2026-11-23', daysOverdue: 1 },
    });
    expect(
      reviewQueue(
        buildRegister(),
        [
          buildRisk({
            ...seen(TODAY),
            version: 4,
            review: { last: { ...act(), version: 4 }, unchangedInARow: 1 },
          }),
        ],
        TODAY,
      ),
    ).toEqual([]);
  });
});
