import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { createMemoryRegisters } from '#src/adapters/memory/risk/register-store';
import { createRegisterStore } from '#src/adapters/storage/risk/register-store';
import { addDays } from '#src/domain/risk/calendar';
import { restore } from '#src/domain/risk/replay';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import { fieldsOf, RISK_FIELDS, type Act, type Risk, type RiskFields } from '#src/domain/risk/risk';
import { isSameValue } from '#src/domain/risk/same';
import { summaryOf } from '#src/domain/risk/summary';
import type { RegisterStore } from '#src/ports/risk/register-store';
import { changeRegister } from '#src/usecases/risk/change-register';
import { changeRisk, type AskedChange, type ChangeOutcome } from '#src/usecases/risk/change-risk';
import { createRisks } from '#src/usecases/risk/create-risks';
import { endReview } from '#src/usecases/risk/end-review';
import { registerHere } from '#src/usecases/risk/new-record';
import type { RegisterPorts } from '#src/usecases/risk/ports';

import { forgeStorage } from '../../adapters/storage/forge-storage';
import { buildFields, TODAY } from '../../builders/risk';
import { USERS, valueOf } from '../../domain/risk/model-form';

/*
 * Four users work on one register at once: every round, each of them does something without waiting for the others, on what they
 * saw some rounds ago, while the storage lags, refuses, and loses answers. A list of what was confirmed is the model.
 */

const ROUNDS = 22;
const RUNS = 120;
const PLACE = { pageId: '1', localId: 'macro', spaceId: '9' };

const KINDS = [
  'create',
  'edit',
  'edit',
  'edit',
  'unchanged',
  'worse',
  'close',
  'delete',
  'undelete',
  'revert',
  'scale',
  'end-review',
  'look',
] as const;

const step = fc.record({
  kind: fc.constantFrom(...KINDS),
  risk: fc.nat(30),
  value: fc.nat(2),
  fields: fc.uniqueArray(fc.constantFrom(...RISK_FIELDS), { minLength: 1, maxLength: 4 }),
  /** What goes wrong with the storage during the round: before a request, or after it was carried out. */
  fault: fc.constantFrom('none', 'none', 'none', 'refuses', 'loses-answer' as const),
});
const rounds = fc.array(fc.tuple(step, step, step, step), { minLength: ROUNDS, maxLength: ROUNDS });
type Step = Parameters<Parameters<(typeof step)['map']>[0]>[0];

interface Confirmed {
  readonly riskId: string;
  readonly version: number;
  readonly by: string;
}

interface World {
  readonly store: RegisterStore;
  /** Site time. */
  readonly now: () => number;
  readonly advance: (milliseconds: number) => void;
  readonly fault: (kind: Step['fault']) => void;
}

function memoryWorld(): World {
  const registers = createMemoryRegisters();
  let time = Date.parse(`${TODAY}T08:00:00.000Z`);
  let fault: Step['fault'] = 'none';
  const commit: RegisterStore['commit'] = async (write) => {
    const now = fault;
    fault = 'none';
    if (now === 'refuses') throw new Error('The storage is away.');
    const isWritten = await registers.commit(write);
    // As the adapter has it: an answer that is lost looks like somebody else's write.
    return now === 'loses-answer' ? false : isWritten;
  };
  return {
    store: { ...registers, commit },
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    fault: (kind) => {
      fault = kind;
    },
  };
}

function forgeWorld(): World {
  let time = Date.parse(`${TODAY}T08:00:00.000Z`);
  let fault: Step['fault'] = 'none';
  const away = () => {
    fault = 'none';
    throw new Error('The storage is away.');
  };
  const { storage } = forgeStorage({
    now: () => time,
    queryLagMs: () => 30_000,
    before: (path) => {
      if (fault === 'refuses' && path.endsWith('/transaction')) away();
    },
    after: (path) => {
      if (fault === 'loses-answer' && path.endsWith('/transaction')) away();
    },
  });
  return {
    store: createRegisterStore({
      storage,
      report: (entity) => {
        throw new Error(`${entity} could not be read.`);
      },
    }),
    now: () => time,
    advance: (milliseconds) => {
      time += milliseconds;
    },
    fault: (kind) => {
      fault = kind;
    },
  };
}

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

async function play(world: World, plan: readonly (readonly Step[])[]): Promise<number> {
  const { store, now, advance, fault } = world;
  const ports: RegisterPorts = { registers: store, pause: () => Promise.resolve() };
  const registerId = await registerHere(store, PLACE, new Date(now()).toISOString());
  const of = { registerId, spaceId: PLACE.spaceId };
  const confirmed: Confirmed[] = [];
  const seen = new Map<string, readonly Risk[]>(USERS.map((user) => [user, []]));
  const doubtful = new Set<string>();
  let made = 0;
  let steps = 0;
  let failed = 0;

  const confirm = (outcome: ChangeOutcome, by: string) => {
    if (outcome.result !== 'changed') return;
    const { riskId, version, act } = outcome.event;
    expect(act.by).toBe(by);
    confirmed.push({ riskId, version, by });
  };

  const doStep = async ({ kind, risk: place, value, fields }: Step, user: string, act: Act) => {
    const risks = seen.get(user) ?? [];
    const target = risks[place % Math.max(1, risks.length)];
    if (kind === 'look') {
      seen.set(user, (await store.read(registerId))?.risks ?? []);
      return;
    }
    const scale = (await store.load(registerId))?.register.scale ?? 3;
    if (kind === 'create') {
      const rating = { step: 2, of: scale };
      const wanted = { ...buildFields({ title: `Risk of ${user}` }), probability: rating, impact: rating };
      made += 1;
      const id = uuid(made);
      doubtful.add(id);
      const { answers } = await createRisks(
        ports,
        { ...of, risks: [{ id, fields: wanted, origin: { kind: 'written' } }] },
        act,
      );
      for (const answer of answers) confirm(answer, user);
      return;
    }
    if (kind === 'scale') {
      const { register } = (await store.load(registerId))!;
      const patch = { scale: register.scale === 3 ? 5 : 3 } as const;
      await changeRegister(ports, { ...of, version: register.version, patch }, act);
      return;
    }
    if (kind === 'end-review') {
      await endReview(ports, { ...of, startedAt: new Date(now() - 3_600_000).toISOString() }, act);
      return;
    }
    if (target === undefined) return;
    const changes: Readonly<
      Record<Exclude<Step['kind'], 'look' | 'create' | 'scale' | 'end-review'>, AskedChange>
    > = {
      edit: {
        kind: 'edit',
        patch: Object.fromEntries(fields.map((field) => [field, valueOf(field, value, scale)])),
      },
      unchanged: { kind: 'review', outcome: 'unchanged' },
      worse: { kind: 'review', outcome: 'worse' },
      close: { kind: 'review', outcome: 'close' },
      delete: { kind: 'delete' },
      undelete: { kind: 'undelete' },
      revert: { kind: 'revert', toVersion: Math.max(1, target.version - 1 - value) },
    };
    const asked = { ...of, riskId: target.id, version: target.version, change: changes[kind] };
    const before = target;
    const outcome = await changeRisk(ports, asked, act);
    confirm(outcome, user);
    if (outcome.result === 'changed' && kind === 'edit') {
      // What the author wanted is there, or was so already for the eye; what they left alone is theirs alone.
      const touched = outcome.event.kind === 'edited' ? outcome.event.changes.map(({ field }) => field) : [];
      for (const field of touched) expect(fields).toContain(field);
      expect(outcome.event.version).toBeGreaterThan(before.version);
    }
  };

  for (const round of plan) {
    advance(10_000);
    const [{ fault: kind } = { fault: 'none' as const }] = round;
    fault(kind);
    await Promise.all(
      round.map(async (each, index) => {
        const user = USERS[index] ?? '';
        const at = new Date(now() + index).toISOString();
        const act = { by: user, at, on: addDays(TODAY, Math.floor(steps / 200)) };
        steps += 1;
        try {
          await doStep(each, user, act);
        } catch (error) {
          failed += 1;
          const message = error instanceof Error ? error.message : '';
          expect(message).toMatch(/storage is away|no such version|none with this id/);
        }
      }),
    );
    fault('none');
  }

  const reading = (await store.read(registerId))!;
  const { record, risks } = reading;
  expect(reading.isBehind).toBe(false);
  // Every number was given once, without gaps.
  expect(risks.map(({ number }) => number)).toEqual(risks.map((_, index) => index + 1));
  expect(record.register.nextNumber).toBe(risks.length + 1);
  expect(record.count).toBe(risks.filter(({ deleted }) => deleted === null).length);
  for (const risk of risks) expect(doubtful.has(risk.id)).toBe(true);

  let versions = 0;
  for (const risk of risks) {
    const events = await store.loadEvents(registerId, risk.id, 1, risk.version + 5);
    versions += events.length;
    // The history is whole, and says exactly what is stored; each entry is somebody's.
    expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
    expect(restore(events, risk.version)).toEqual(risk);
    for (const { act } of events) expect(USERS).toContain(act.by);
    expectChained(events);
  }
  expect(record.versions).toBe(versions);
  // An entry that nobody was told of is one whose author was told of a failure.
  expect(versions - confirmed.length).toBeLessThanOrEqual(failed);
  // Nothing that was confirmed is lost, and it is the same person's.
  for (const { riskId, version, by } of confirmed) {
    const [event] = await store.loadEvents(registerId, riskId, version, version);
    expect(event?.act.by).toBe(by);
  }
  const unique = new Set(confirmed.map(({ riskId, version }) => `${riskId} ${version}`));
  expect(unique.size).toBe(confirmed.length);
  // The summary is what the risks add up to.
  const [summary] = await store.loadSummaries([registerId]);
  if (summary !== undefined) {
    const sorted = (value: typeof summary.summary) => ({
      ...value,
      load: value.load.map((each) => JSON.stringify(each)).sort(),
    });
    expect(sorted(summary.summary)).toEqual(sorted(summaryOf(record.register, risks)));
  }
  return steps;
}

/** Each change starts from what the one before it left. */
function expectChained(events: readonly RiskEvent[]): void {
  let fields: RiskFields | null = null;
  events.forEach((event, index) => {
    const now: Risk | null = restore(events.slice(0, index + 1), event.version);
    if (fields !== null && 'changes' in event) {
      for (const { field, before } of event.changes) {
        expect(isSameValue(field, fields[field], before)).toBe(true);
      }
    }
    fields = now && fieldsOf(now);
  });
}

describe.each([
  ['in memory', memoryWorld, RUNS],
  ['on the platform’s storage, which lags', forgeWorld, RUNS],
])('four people on one register %s', (_, makeWorld, runs) => {
  let steps = 0;
  beforeAll(() => {
    steps = 0;
  });

  it('lose nothing, whatever the storage does', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (plan) => {
        steps += await play(makeWorld(), plan);
      }),
      { seed: 20_261_124, numRuns: runs },
    );
    expect(steps).toBeGreaterThanOrEqual(10_000);
  });
});
