import { z } from 'zod';

import type { PeopleStorage } from '#src/adapters/storage/privacy/erase-row';
import type { Cycle, CycleStore } from '#src/ports/privacy/cycle-store';

/** Keys outside of entities: each is found by itself alone. */
const CYCLE = 'personal-data:cycle';
const TAKEN = 'personal-data:taken';
const listKey = (number: number) => `personal-data:accounts:${number}`;

/** Raise it when the shape changes: a cycle of an older one is begun anew. */
const SHAPE = 1;

const COUNT = z.number().int().nonnegative();
const PLACE = z.object({ kind: z.string(), cursor: z.string().nullable() });

const STORED = z.object({
  shape: z.literal(SHAPE),
  startedAt: z.iso.datetime(),
  phase: z.enum(['collect', 'report', 'erase', 'done']),
  place: PLACE.nullable(),
  lists: COUNT,
  accounts: COUNT,
  reported: COUNT,
  closed: z.array(z.string()),
  closedInAll: COUNT,
  rows: COUNT,
  last: z
    .object({
      startedAt: z.iso.datetime(),
      finishedAt: z.iso.datetime(),
      accounts: COUNT,
      closed: COUNT,
      rows: COUNT,
    })
    .nullable(),
});

const LIST = z.array(z.string());
const LEASE = z.object({ until: z.iso.datetime() });

/** How far the report of personal data is, in the storage of `@forge/kvs`. */
export function createCycleStore(
  storage: Pick<PeopleStorage, 'get' | 'set' | 'delete'>,
  report: (key: string) => void,
): CycleStore {
  return {
    async load() {
      const value = await storage.get<unknown>(CYCLE);
      if (value === undefined) return null;
      const stored = STORED.safeParse(value);
      if (!stored.success) {
        report(CYCLE);
        return null;
      }
      const { startedAt, phase, place, lists, accounts, reported, closed, closedInAll, rows, last } =
        stored.data;
      const cycle: Cycle = {
        startedAt,
        phase,
        place,
        lists,
        accounts,
        reported,
        closed,
        closedInAll,
        rows,
        last,
      };
      return cycle;
    },
    async save(cycle) {
      await storage.set(CYCLE, { shape: SHAPE, ...cycle });
    },
    async loadList(number) {
      return LIST.parse((await storage.get<unknown>(listKey(number))) ?? []);
    },
    async saveList(number, accounts) {
      await storage.set(listKey(number), accounts);
    },
    async removeList(number) {
      await storage.delete(listKey(number));
    },
    async take(now, until) {
      const lease = { until: until.toISOString() };
      try {
        await storage.set(TAKEN, lease, { keyPolicy: 'FAIL_IF_EXISTS' });
        return true;
      } catch (error) {
        const taken = await storage.get<unknown>(TAKEN);
        if (taken === undefined) throw error;
        // A run that the platform ended gave nothing back.
        const held = LEASE.safeParse(taken).data;
        if (held !== undefined && Date.parse(held.until) > now.getTime()) return false;
        await storage.set(TAKEN, lease);
        return true;
      }
    },
    async giveBack() {
      await storage.delete(TAKEN);
    },
  };
}
