import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addDays } from '#src/domain/risk/calendar';
import { applyChange, createRisk, type Answer, type RiskChange } from '#src/domain/risk/apply-change';
import { describeEvent } from '#src/domain/risk/describe-event';
import { mergeEdits, resolveConflicts } from '#src/domain/risk/merge-edits';
import { restore } from '#src/domain/risk/replay';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import { fieldsOf, RISK_FIELDS, type Risk, type RiskField, type RiskFields } from '#src/domain/risk/risk';
import { summaryOf, withRisk } from '#src/domain/risk/summary';
import { act, buildFields, buildRegister, TODAY } from '../../builders/risk';
import { look, shown, text, USERS, valueOf } from './model-form';

/*
 * Four people work on one register at once: they open risks, keep them open while others save, save, settle conflicts,
 * review, delete, bring back and go back to older states; now and then the store fails, or the register's scale changes. A model
 * that knows nothing of events says what has to come out.
 */

const STEPS = 100;
const RUNS = 200;

type Command = Readonly<{
  user: number;
  risk: number;
  kind:
    'create' | 'open' | 'save' | 'unchanged' | 'worse' | 'close' | 'delete' | 'undelete' | 'revert' | 'scale';
  fields: readonly RiskField[];
  value: number;
  takesMine: boolean;
  fails: boolean;
}>;

const command: fc.Arbitrary<Command> = fc.record({
  user: fc.nat(3),
  risk: fc.nat(3),
  kind: fc.oneof(
    { weight: 2, arbitrary: fc.constant('create' as const) },
    { weight: 6, arbitrary: fc.constant('open' as const) },
    { weight: 12, arbitrary: fc.constant('save' as const) },
    { weight: 5, arbitrary: fc.constantFrom('unchanged' as const, 'worse' as const) },
    { weight: 1, arbitrary: fc.constantFrom('close' as const, 'delete' as const) },
    { weight: 3, arbitrary: fc.constantFrom('undelete' as const, 'revert' as const) },
    { weight: 1, arbitrary: fc.constant('scale' as const) },
  ),
  fields: fc.subarray([...RISK_FIELDS], { minLength: 1, maxLength: 8 }),
  value: fc.nat(2),
  takesMine: fc.boolean(),
  fails: fc.nat(9).map((one) => one === 0),
});

/** One version as the model knows it. */
interface Kept {
  readonly by: string;
  readonly fields: RiskFields;
  readonly isDeleted: boolean;
}

function play(commands: readonly Command[]): void {
  let register = buildRegister();
  const stored = new Map<string, Risk>();
  const events: RiskEvent[] = [];
  let summary = summaryOf(register, []);
  const model = new Map<string, Kept[]>();
  const open = new Map<string, Risk>();
  let minute = 0;

  const count = () => [...stored.values()].filter(({ deleted }) => deleted === null).length;
  const same = (one: RiskFields, other: RiskFields) =>
    RISK_FIELDS.every((field) => text(field, one[field]) === text(field, other[field]));

  /** The store: the risk, its event and the summary together, and only on the version that was read. */
  const commit = (answer: Answer, before: Risk | null, fails: boolean): boolean => {
    if (answer.result !== 'changed' || fails) return false;
    const { risk, event } = JSON.parse(JSON.stringify(answer)) as typeof answer;
    expect(stored.get(risk.id)?.version).toBe(before?.version);
    expect(event.version).toBe((before?.version ?? 0) + 1);
    stored.set(risk.id, risk);
    events.push(event);
    summary = withRisk(summary, before, risk, register);
    return true;
  };

  for (const { user, risk: place, kind, fields, value, takesMine, fails } of commands) {
    const by = USERS[user] ?? '';
    minute += 1;
    const now = act(
      addDays(TODAY, Math.floor(minute / 20)),
      by,
      `09:${String(minute % 60).padStart(2, '0')}:00.000`,
    );
    const id = [...stored.keys()][place % Math.max(1, stored.size)];
    const current = id === undefined ? undefined : stored.get(id);
    const log = id === undefined ? undefined : model.get(id);
    if (kind === 'scale') {
      register = { ...register, scale: register.scale === 3 ? 5 : 3 };
      summary = summaryOf(register, [...stored.values()]);
      continue;
    }
    if (kind === 'create') {
      const wanted = {
        ...buildFields(),
        ...Object.fromEntries(fields.map((field) => [field, valueOf(field, value, register.scale)])),
        probability: { step: 2, of: register.scale },
        impact: { step: 2, of: register.scale },
        residual: null,
      };
      const birth = {
        id: `risk-${register.nextNumber}`,
        origin: { kind: 'written' as const },
        count: count(),
      };
      if (commit(createRisk(register, wanted, birth, now), null, fails)) {
        model.set(birth.id, [{ by, fields: wanted, isDeleted: false }]);
        register = { ...register, nextNumber: register.nextNumber + 1 };
      }
      continue;
    }
    if (id === undefined || current === undefined || log === undefined) continue;
    const last = log.at(-1)!;
    const attempt = (change: RiskChange, after: Omit<Kept, 'by'> | null) => {
      const done = commit(applyChange(current, change, now, register, count()), current, fails);
      expect(done).toBe(after !== null && !fails);
      if (done && after !== null) log.push({ ...after, by });
    };
    const isOver = last.fields.state.kind === 'closed';
    switch (kind) {
      case 'open':
        open.set(`${by} ${id}`, current);
        break;
      case 'save': {
        const base = open.get(`${by} ${id}`) ?? current;
        const touched = fields.filter(
          (field) =>
            look(field, base[field], register.scale) !==
            look(field, valueOf(field, value, register.scale), register.scale),
        );
        const mine = {
          ...fieldsOf(base),
          ...Object.fromEntries(fields.map((field) => [field, valueOf(field, value, register.scale)])),
        };
        const merge = mergeEdits(base, mine, current);
        expect(merge.result === 'deleted').toBe(last.isDeleted);
        if (merge.result === 'deleted') {
          expect(Object.keys(merge.patch).sort()).toEqual([...touched].sort());
          break;
        }
        const choices = Object.fromEntries(
          RISK_FIELDS.map((field) => [field, takesMine ? 'mine' : 'theirs'] as const),
        );
        const patch = merge.result === 'conflict' ? resolveConflicts(merge, choices) : merge.patch;
        let next = last.fields;
        for (const field of touched) {
          const isTheirs = text(field, last.fields[field]) !== text(field, base[field]);
          const wanted = mine[field];
          if (field === 'issueIds') {
            const all = ['1', '2', '3', '4'];
            const kept = all.filter((issue) => {
              const [was, isIn, isThere] = [base.issueIds, mine.issueIds, last.fields.issueIds].map((ids) =>
                ids.includes(issue),
              );
              return was === isIn ? isThere : isIn;
            });
            next = { ...next, issueIds: kept };
          } else if (look(field, last.fields[field], register.scale) === look(field, wanted, register.scale))
            continue;
          else if (!isTheirs || takesMine) next = { ...next, [field]: wanted };
        }
        attempt({ kind: 'edit', patch }, same(next, last.fields) ? null : { fields: next, isDeleted: false });
        open.delete(`${by} ${id}`);
        break;
      }
      case 'unchanged':
        attempt({ kind: 'review', outcome: 'unchanged' }, last.isDeleted || isOver ? null : last);
        break;
      case 'worse': {
        const { scale } = register;
        const axis = (['probability', 'impact'] as const).find(
          (each) => shown(last.fields[each], scale)! < scale,
        );
        const raised = axis && {
          ...last.fields,
          [axis]: { step: shown(last.fields[axis], scale)! + 1, of: scale },
        };
        attempt(
          { kind: 'review', outcome: 'worse' },
          raised === undefined || last.isDeleted || isOver ? null : { fields: raised, isDeleted: false },
        );
        break;
      }
      case 'close':
        attempt(
          { kind: 'review', outcome: 'close' },
          last.isDeleted || isOver
            ? null
            : { fields: { ...last.fields, state: { kind: 'closed', on: now.on } }, isDeleted: false },
        );
        break;
      case 'delete':
        attempt({ kind: 'delete' }, last.isDeleted ? null : { ...last, isDeleted: true });
        break;
      case 'undelete':
        attempt({ kind: 'undelete' }, last.isDeleted ? { ...last, isDeleted: false } : null);
        break;
      case 'revert': {
        const toVersion = 1 + ((value * 7 + place) % log.length);
        const old = log[toVersion - 1]!.fields;
        const rebuilt = restore(
          events.filter(({ riskId }) => riskId === id),
          toVersion,
        )!;
        expect(same(rebuilt, old)).toBe(true);
        attempt(
          { kind: 'revert', toVersion, fields: fieldsOf(rebuilt) },
          last.isDeleted || same(old, last.fields) ? null : { fields: old, isDeleted: false },
        );
        break;
      }
    }
  }

  expect([...stored.keys()].sort()).toEqual([...model.keys()].sort());
  expect(events).toHaveLength([...model.values()].reduce((sum, log) => sum + log.length, 0));
  for (const [id, log] of model) {
    const own = events.filter(({ riskId }) => riskId === id);
    expect(own.map(({ act: { by } }) => by)).toEqual(log.map(({ by }) => by));
    log.forEach((kept, index) => {
      const version = restore(own, index + 1)!;
      expect(same(version, kept.fields)).toBe(true);
      expect(version.deleted !== null).toBe(kept.isDeleted);
    });
    expect(restore(own, log.length)).toEqual(stored.get(id));
    for (const each of own)
      expect(describeEvent(each).changes).toHaveLength('changes' in each ? each.changes.length : 0);
  }
  const sorted = (one: typeof summary) => ({
    ...one,
    load: one.load.map((each) => JSON.stringify(each)).sort(),
  });
  expect(sorted(summary)).toEqual(sorted(summaryOf(register, [...stored.values()])));
}

describe('four people on one register', () => {
  it('lose nothing, and every version is somebody’s', { timeout: 60_000 }, () => {
    let steps = 0;
    const merges = fc.array(command, { minLength: STEPS, maxLength: STEPS });
    fc.assert(
      fc.property(merges, (commands) => {
        steps += commands.length;
        play(commands);
      }),
      { seed: 20_261_124, numRuns: RUNS },
    );
    expect(steps).toBeGreaterThanOrEqual(10_000);
  });
});
