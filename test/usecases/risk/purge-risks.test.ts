import { beforeEach, describe, expect, it } from 'vitest';

import { createMemoryRegisters } from '#src/adapters/memory/risk/register-store';
import { createPurgeStore } from '#src/adapters/storage/risk/purge-store';
import { createRegisterStore } from '#src/adapters/storage/risk/register-store';
import { addDays } from '#src/domain/risk/calendar';
import type { PurgeStore } from '#src/ports/risk/purge-store';
import type { RegisterStore } from '#src/ports/risk/register-store';
import { changeRisk, type AskedChange } from '#src/usecases/risk/change-risk';
import { createRisks } from '#src/usecases/risk/create-risks';
import { registerHere } from '#src/usecases/risk/new-record';
import { purgeRisks } from '#src/usecases/risk/purge-risks';

import { forgeStorage } from '../../adapters/storage/forge-storage';
import { act, buildFields } from '../../builders/risk';

const PLACE = { pageId: '1', localId: 'macro', spaceId: '9' };
const DELETED_ON = '2026-01-05';
const WEEK = 7;

const quiet = (entity: string) => {
  throw new Error(`${entity} could not be read.`);
};

function inForgeStorage() {
  const nothing: (path: string) => void = () => undefined;
  const trouble = { before: nothing };
  const stored = forgeStorage({
    before: (path) => {
      trouble.before(path);
    },
  });
  const access = { storage: stored.storage, report: quiet };
  const registers = { ...createRegisterStore(access), ...createPurgeStore(access) };
  return { registers, trouble, ...stored };
}

/** Works on a register of one page; `day` is that of every change. */
function workOn(registers: RegisterStore & PurgeStore) {
  const ports = { registers, pause: () => Promise.resolve() };
  let second = 0;
  const at = (day: string) => {
    second += 1;
    return act(
      day,
      'ana',
      `09:${String(Math.floor(second / 60)).padStart(2, '0')}:${String(second % 60).padStart(2, '0')}.000`,
    );
  };
  return {
    make: async (ids: readonly string[], place = PLACE) => {
      const registerId = await registerHere(registers, place, `${DELETED_ON}T08:00:00.000Z`);
      const risks = ids.map((id) => ({
        id,
        fields: buildFields({ title: `The words of ${id}` }),
        origin: { kind: 'written' as const },
      }));
      await createRisks(ports, { registerId, spaceId: '9', risks }, at(DELETED_ON));
      return registerId;
    },
    change: async (registerId: string, riskId: string, change: AskedChange, day = DELETED_ON) => {
      const { risks } = (await registers.loadForChange(registerId, [riskId]))!;
      const request = { registerId, spaceId: '9', riskId, version: risks.get(riskId)!.version, change };
      return await changeRisk(ports, request, at(day));
    },
    /** Runs the purge on every day of a week that begins so many days after the deletion. */
    purgeWeek: async (days: number) => {
      const removed: number[] = [];
      for (let day = 0; day < WEEK; day += 1) {
        const now = new Date(`${addDays(DELETED_ON, days + day)}T03:00:00.000Z`);
        const report = (event: string, _id: string, error?: unknown) => {
          throw new Error(event, { cause: error });
        };
        removed.push(await purgeRisks({ registers, report }, now));
      }
      return removed.reduce((sum, count) => sum + count, 0);
    },
  };
}

describe.each<[string, () => RegisterStore & PurgeStore]>([
  ['in memory', createMemoryRegisters],
  ['in Forge storage', () => inForgeStorage().registers],
])('risks that were deleted long ago, %s', (_, make) => {
  let registers: RegisterStore & PurgeStore;
  let work: ReturnType<typeof workOn>;
  let registerId: string;
  beforeEach(async () => {
    registers = make();
    work = workOn(registers);
    registerId = await work.make(['one', 'two', 'three']);
    await work.change(registerId, 'two', { kind: 'edit', patch: { title: 'Other words' } });
    await work.change(registerId, 'two', { kind: 'delete' });
  });

  it('go with their whole history, and the register stays whole', async () => {
    expect(await work.purgeWeek(92)).toBe(1);

    const reading = (await registers.read(registerId))!;
    expect(reading.risks.map(({ id, number }) => [id, number])).toEqual([
      ['one', 1],
      ['three', 3],
    ]);
    expect(reading).toMatchObject({ unread: 0, isBehind: false, record: { count: 2, removed: 1 } });
    expect(await registers.loadEvents(registerId, 'two', 1, 9)).toEqual([]);
    const { events } = await registers.listHistory(reading.record, null);
    expect(events.map(({ riskId }) => riskId).sort()).toEqual(['one', 'three']);
    expect((await registers.loadForChange(registerId, ['two']))!.risks.size).toBe(0);

    // Whoever goes on gets the next number, and a removed risk cannot come back.
    await work.make(['four']);
    expect((await registers.read(registerId))!.risks.map(({ number }) => number)).toEqual([1, 3, 4]);
    await expect(
      changeRisk(
        { registers, pause: () => Promise.resolve() },
        { registerId, spaceId: '9', riskId: 'two', version: 3, change: { kind: 'undelete' } },
        act('2026-04-20'),
      ),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('stay while somebody somewhere may still bring them back, and are untouched when not deleted', async () => {
    // The last of these days is the ninety-first by UTC: west of it, it is still the ninetieth.
    expect(await work.purgeWeek(85)).toBe(0);
    expect(await work.change(registerId, 'two', { kind: 'undelete' }, '2026-04-05')).toMatchObject({
      result: 'changed',
    });
    expect(await work.purgeWeek(120)).toBe(0);
    expect((await registers.read(registerId))!.risks).toHaveLength(3);
  });

  it('are removed once, though the schedule comes twice', async () => {
    expect(await work.purgeWeek(92)).toBe(1);
    expect(await work.purgeWeek(92)).toBe(0);
    expect((await registers.read(registerId))!.record.removed).toBe(1);
  });
});

describe('in Forge storage', () => {
  const textOf = (world: ReturnType<typeof inForgeStorage>) =>
    JSON.stringify(
      ['register', 'risk', 'risk-event', 'register-summary'].map((entity) => world.rowsOf(entity)),
    );

  it('no word of them is left, also of a history of many versions', async () => {
    const world = inForgeStorage();
    const work = workOn(world.registers);
    const registerId = await work.make(['one', 'two']);
    for (let version = 2; version < 30; version += 1) {
      await work.change(registerId, 'two', { kind: 'edit', patch: { title: `Merger ${version}` } });
    }
    await work.change(registerId, 'two', { kind: 'delete' });
    expect(textOf(world)).toContain('Merger');

    expect(await work.purgeWeek(92)).toBe(1);

    expect(textOf(world)).not.toMatch(/Merger|words of two/);
    expect(world.rowsOf('risk-event')).toHaveLength(1);
  });

  it('a removal that broke off is made good the next time, and the risk is still one that is deleted', async () => {
    const world = inForgeStorage();
    const work = workOn(world.registers);
    const registerId = await work.make(['one', 'two']);
    for (let version = 2; version < 30; version += 1) {
      await work.change(registerId, 'two', { kind: 'edit', patch: { title: `Merger ${version}` } });
    }
    await work.change(registerId, 'two', { kind: 'delete' });
    let transactions = 0;
    world.trouble.before = (path) => {
      if (path.endsWith('/transaction') && (transactions += 1) === 2) throw new Error('The storage is away.');
    };
    await expect(work.purgeWeek(92)).rejects.toThrow('purge-failed');
    expect((await world.registers.read(registerId))!).toMatchObject({ unread: 0, risks: { length: 2 } });
    expect(await work.purgeWeek(92)).toBe(1);
    expect(textOf(world)).not.toMatch(/Merger/);
  });

  it('reads only registers that have deleted risks, each on one day of seven', async () => {
    const world = inForgeStorage();
    const work = workOn(world.registers);
    for (let page = 1; page <= 26; page += 1) {
      const registerId = await work.make([`of-${page}`], { ...PLACE, pageId: String(page) });
      if (page <= 2) await work.change(registerId, `of-${page}`, { kind: 'delete' });
    }
    const before = world.paths.length;
    expect(await work.purgeWeek(92)).toBe(2);
    // Two lists of registers a day; for each of two risks a reading of four calls, the register's row, and a transaction.
    expect(world.paths.length - before).toBe(7 * 2 + 2 * 6);
  });
});
