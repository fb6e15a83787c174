import { beforeEach, describe, expect, it } from 'vitest';

import { createMemoryPreMortems } from '#src/adapters/memory/risk/pre-mortem-store';
import { createMemoryRegisters } from '#src/adapters/memory/risk/register-store';
import { createPreMortemStore } from '#src/adapters/storage/risk/pre-mortem-store';
import { createRegisterStore } from '#src/adapters/storage/risk/register-store';
import { createRisk } from '#src/domain/risk/apply-change';
import { summaryOf } from '#src/domain/risk/summary';
import type { PreMortemStore } from '#src/ports/risk/pre-mortem-store';
import { BadCursorError, type RegisterStore, type RiskWrite } from '#src/ports/risk/register-store';
import { newRecord } from '#src/usecases/risk/new-record';

import { act, buildFields } from '../../../builders/risk';
import { forgeStorage } from '../forge-storage';

const PLACE = { pageId: '100', localId: 'macro', spaceId: '7' };
const COPY = { pageId: '200', localId: 'macro', spaceId: '7' };
const AT = '2026-11-24T08:00:00.000Z';

const report = (entity: string) => {
  throw new Error(`${entity} could not be read.`);
};

describe.each<[string, () => { registers: RegisterStore; preMortems: PreMortemStore }]>([
  ['in memory', () => ({ registers: createMemoryRegisters(), preMortems: createMemoryPreMortems() })],
  [
    'in Forge storage',
    () => {
      const { storage } = forgeStorage();
      const access = { storage, report };
      return { registers: createRegisterStore(access), preMortems: createPreMortemStore(access) };
    },
  ],
])('registers %s', (_, make) => {
  let registers: RegisterStore;
  let preMortems: PreMortemStore;
  beforeEach(() => {
    ({ registers, preMortems } = make());
  });

  /** Writes so many new risks at once, a second apart. */
  async function add(count: number, ids = Array.from({ length: count }, (__, index) => `risk-${index + 1}`)) {
    const id = registers.idOf(PLACE);
    await registers.create(newRecord(registers, PLACE, AT));
    const basis = (await registers.loadForChange(id, []))!;
    let { record } = basis;
    const risks = ids.map((riskId, index): RiskWrite => {
      const birth = { id: riskId, origin: { kind: 'written' as const }, count: record.count };
      const time = `09:00:${String(index).padStart(2, '0')}.000`;
      const answer = createRisk(record.register, buildFields(), birth, act('2026-11-24', 'ana', time));
      if (answer.result !== 'changed') throw new Error('not made');
      const { nextNumber } = record.register;
      record = {
        ...record,
        count: record.count + 1,
        register: { ...record.register, nextNumber: nextNumber + 1 },
      };
      return { before: null, after: answer.risk, event: answer.event };
    });
    const summary = {
      ...PLACE,
      summary: summaryOf(
        record.register,
        risks.map(({ after }) => after),
      ),
      trend: [],
    };
    const write = { before: basis.record, after: record, summary, risks, event: null };
    return { id, write, isWritten: await registers.commit(write) };
  }

  it('has none to begin with', async () => {
    const id = registers.idOf(PLACE);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(registers.idOf(COPY)).not.toBe(id);
    expect(await registers.load(id)).toBeNull();
    expect(await registers.read(id)).toBeNull();
    expect(await registers.loadForChange(id, ['risk-1'])).toBeNull();
    expect(await registers.findByLocalId('macro')).toEqual([]);
    expect(await registers.loadSummaries([id])).toEqual([]);
  });

  it('makes one once', async () => {
    const record = newRecord(registers, PLACE, AT);
    expect(await registers.create(record)).toBe(true);
    expect(await registers.create({ ...record, count: 7 })).toBe(false);
    expect(await registers.load(record.register.id)).toEqual(record);
  });

  it('stores all of a change, or nothing', async () => {
    const { id, write, isWritten } = await add(2);
    expect(isWritten).toBe(true);
    const reading = (await registers.read(id))!;
    expect(reading.record).toMatchObject({ revision: 2, count: 2, versions: 2, register: { nextNumber: 3 } });
    expect(reading.risks.map(({ id: riskId, number }) => [riskId, number])).toEqual([
      ['risk-1', 1],
      ['risk-2', 2],
    ]);
    expect(reading).toMatchObject({ unread: 0, isBehind: false, events: [] });
    // The same again is on a revision that is over.
    const stale = {
      ...write,
      risks: write.risks.map((risk) => ({ ...risk, after: { ...risk.after, number: 9 } })),
    };
    expect(await registers.commit(stale)).toBe(false);
    expect((await registers.read(id))!.risks).toEqual(reading.risks);
    expect(await registers.loadSummaries([id, registers.idOf(COPY)])).toEqual([write.summary]);
  });

  it('reads for a change what is there', async () => {
    const { id } = await add(1);
    const basis = (await registers.loadForChange(id, ['risk-1', 'risk-9']))!;
    expect([...basis.risks.keys()]).toEqual(['risk-1']);
    expect(basis.summary?.summary.cells.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('gives the history by version, by time and page by page', async () => {
    const { id } = await add(11);
    const record = (await registers.load(id))!;
    expect(await registers.loadEvents(id, 'risk-3', 1, 5)).toMatchObject([{ version: 1, riskId: 'risk-3' }]);
    const since = await registers.eventsSince(record, '2026-11-24T09:00:08.000Z');
    expect(since.map(({ riskId }) => riskId)).toEqual(['risk-11', 'risk-10', 'risk-9']);
    const page = await registers.listHistory(record, null);
    expect(page.events.map(({ riskId }) => riskId)[0]).toBe('risk-11');
    expect(page).toMatchObject({ events: { length: 11 }, registerEvents: [], cursor: null });
    await expect(registers.listHistory(record, 'nonsense')).rejects.toThrow(BadCursorError);
  });

  it('finds a copied macro’s registers, oldest first', async () => {
    await registers.create(newRecord(registers, COPY, '2026-11-25T08:00:00.000Z'));
    await registers.create(newRecord(registers, PLACE, AT));
    const found = await registers.findByLocalId('macro');
    expect(found.map(({ pageId }) => pageId)).toEqual(['100', '200']);
    expect(await registers.loadShown(COPY)).toBeNull();
    const shown = { pageId: '200', localId: 'macro', registerId: registers.idOf(PLACE) };
    await registers.saveShown(shown);
    expect(await registers.loadShown(COPY)).toEqual(shown);
  });

  it('lists summaries of a space, and of the site', async () => {
    const { write } = await add(1);
    expect((await registers.listSummaries('7', null)).summaries).toEqual([write.summary]);
    expect((await registers.listSummaries('8', null)).summaries).toEqual([]);
    expect((await registers.listSummaries(null, null)).summaries).toEqual([write.summary]);
  });

  it('lists those that remind, and lets each be reminded once in any seven days', async () => {
    await registers.create(newRecord(registers, PLACE, AT));
    await registers.create({ ...newRecord(registers, COPY, AT), isReminding: true });
    const { records } = await registers.listReminding(null);
    expect(records.map(({ pageId }) => pageId)).toEqual(['200']);
    const daysAfter = (days: number) => new Date(Date.parse(AT) + days * 86_400_000).toISOString();
    const claim = async (id: string, days: number) => await registers.claimReminder(id, daysAfter(days));
    const claims = [0, 0, 0].map(async (days) => await claim('a', days));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
    for (const days of [0.5, 1, 6, 6.999, -3]) expect(await claim('a', days)).toBe(false);
    const seven = [7, 7.001].map(async (days) => await claim('a', days));
    expect((await Promise.all(seven)).filter(Boolean)).toHaveLength(1);
    expect(await claim('a', 13.9)).toBe(false);
    expect(await claim('a', 14.5)).toBe(true);
    expect(await claim('b', 1)).toBe(true);
  });

  it('keeps entries of pre-mortems', async () => {
    const reason = { kind: 'reason', id: '1', text: 'Nobody tested it' } as const;
    await preMortems.add('a', reason);
    await preMortems.add('a', { ...reason, text: 'Something else' });
    await preMortems.add('a', { kind: 'merge', id: '2', turn: 5, reasonIds: ['1', '3'], text: null });
    expect(await preMortems.read('b')).toEqual([]);
    const entries = await preMortems.read('a');
    expect(entries).toHaveLength(2);
    expect(entries).toContainEqual(reason);
    expect(preMortems.voterOf('a', 'ana')).not.toBe(preMortems.voterOf('b', 'ana'));
  });
});
