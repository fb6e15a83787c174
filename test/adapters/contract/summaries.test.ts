import { describe, expect, it } from 'vitest';

import { createMemoryRegisters } from '#src/adapters/memory/risk/register-store';
import { ENTITY } from '#src/adapters/storage/risk/entities';
import { createRegisterStore } from '#src/adapters/storage/risk/register-store';
import { BadCursorError, type RegisterStore, type SummaryRecord } from '#src/ports/risk/register-store';
import { createRisks } from '#src/usecases/risk/create-risks';
import { registerHere } from '#src/usecases/risk/new-record';

import { act, buildFields } from '../../builders/risk';
import { forgeStorage } from '../storage/forge-storage';

function storedRegisters() {
  const forge = forgeStorage();
  const reported: string[] = [];
  const store = createRegisterStore({
    storage: forge.storage,
    report: (entity, key) => reported.push(`${entity} ${key}`),
  });
  return { ...forge, store, reported };
}

/** Writes a register of one risk as the app does, and reads its row by its key. */
async function write(store: RegisterStore, pageId: string, spaceId: string): Promise<SummaryRecord> {
  const made = act();
  const registerId = await registerHere(store, { pageId, localId: 'macro', spaceId }, made.at);
  const risks = [{ id: `risk-${pageId}`, fields: buildFields(), origin: { kind: 'written' as const } }];
  const ports = { registers: store, pause: () => Promise.resolve() };
  await createRisks(ports, { registerId, spaceId, risks }, made);
  const [row] = await store.loadSummaries([registerId]);
  expect(row).toMatchObject({ pageId, spaceId, summary: { registerId, cells: [0, 0, 0, 0, 1, 0, 0, 0, 0] } });
  return row!;
}

async function listAll(store: RegisterStore, spaceId: string | null) {
  const pages = [await store.listSummaries(spaceId, null)];
  for (let { cursor } = pages[0]!; cursor !== null; cursor = pages.at(-1)!.cursor) {
    pages.push(await store.listSummaries(spaceId, cursor));
  }
  return {
    sizes: pages.map(({ summaries }) => summaries.length),
    rows: pages.flatMap((page) => page.summaries),
  };
}

const byPage = (rows: readonly SummaryRecord[]) =>
  [...rows].sort((a, b) => Number(a.pageId) - Number(b.pageId));

describe.each([
  ['memory', createMemoryRegisters],
  ['Forge', () => storedRegisters().store],
] as const)('summaries in %s', (_, makeStore) => {
  it('are those of a space, or of all', async () => {
    const store = makeStore();
    const rows = [await write(store, '1', '7'), await write(store, '2', '8'), await write(store, '3', '7')];
    expect(byPage((await store.listSummaries('7', null)).summaries)).toEqual([rows[0], rows[2]]);
    expect(byPage((await store.listSummaries(null, null)).summaries)).toEqual(rows);
    expect(await store.listSummaries('9', null)).toEqual({ summaries: [], cursor: null });
  });

  it('come in pages of 100, each once', async () => {
    const store = makeStore();
    for (let page = 1; page <= 201; page += 1) await write(store, String(page), '7');
    for (const spaceId of ['7', null]) {
      const { sizes, rows } = await listAll(store, spaceId);
      expect(sizes).toEqual([100, 100, 1]);
      expect(byPage(rows).map(({ pageId }) => Number(pageId))).toEqual(
        Array.from({ length: 201 }, (__, index) => index + 1),
      );
    }
  });

  it('are refused for a cursor that no page gave', async () => {
    const store = makeStore();
    await write(store, '1', '7');
    await expect(store.listSummaries('7', 'made up')).rejects.toThrow(BadCursorError);
  });
});

describe('summaries in Forge', () => {
  it('leave out a row that cannot be read, and report where it is', async () => {
    const { store, put, reported } = storedRegisters();
    const row = await write(store, '1', '7');
    const broken = { shape: 1, pageId: '2', localId: 'macro', spaceId: '7', updatedAt: 'now', body: '{' };
    put(ENTITY.summary, 'broken', broken);
    put(ENTITY.summary, 'later', { ...broken, shape: 2 });
    expect((await store.listSummaries('7', null)).summaries).toEqual([row]);
    expect(reported.sort()).toEqual(['register-summary broken', 'register-summary later']);
  });
});
