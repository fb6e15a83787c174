import { Sort } from '@forge/kvs';

import {
  ENTITY,
  eventKey,
  registerEventKey,
  type RiskStorageAccess,
} from '#src/adapters/storage/risk/entities';
import { listEventsSince, readEvents } from '#src/adapters/storage/risk/read-register';
import { readByKeys, rowName } from '#src/adapters/storage/risk/read-rows';
import { withMissing } from '#src/adapters/storage/risk/recent';
import { parseEvent, parseRegisterEvent } from '#src/adapters/storage/risk/risk-shape';
import type { RegisterEvent } from '#src/domain/risk/register-change';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import { BadCursorError, type RegisterStore } from '#src/ports/risk/register-store';

/** An answer carries at most 5 MB, and an entry with two large plans takes 160 KB. */
const HISTORY_PAGE = 25;

/** Entries of a register's own that may be missing from a list: nobody ends more reviews within its lag. */
const BEHIND = 5;

/** Reads histories of risks and registers. */
export function history(
  access: RiskStorageAccess,
): Pick<RegisterStore, 'loadEvents' | 'eventsSince' | 'listHistory'> {
  const { storage, report } = access;

  /** The last entries of a register's own history, by their keys: as they are now, whatever a list says of the last seconds. */
  const lastRegisterEvents = async (registerId: string, version: number) => {
    // The first version is the register as it was made, which is no entry.
    const from = Math.max(2, version - BEHIND + 1);
    const keys = Array.from({ length: Math.max(0, version - from + 1) }, (_, index) => ({
      entityName: ENTITY.event,
      key: registerEventKey(registerId, from + index),
    }));
    if (keys.length === 0) return [];
    const found = await readByKeys(access, keys);
    const rows = keys.map((each) => ({ key: each.key, value: found.get(rowName(each)) }));
    return readRegisterEvents(rows, report);
  };

  return {
    async loadEvents(registerId, riskId, from, to) {
      const keys = Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => ({
        entityName: ENTITY.event,
        key: eventKey(registerId, riskId, from + index),
      }));
      const found = await readByKeys(access, keys);
      return keys.flatMap((key): RiskEvent[] => {
        const value = found.get(rowName(key));
        const event = value === undefined ? null : parseEvent(value);
        if (value !== undefined && event === null) report(ENTITY.event, key.key);
        return event === null ? [] : [event];
      });
    },

    async eventsSince({ register, recent }, since) {
      const listed = await listEventsSince(access, register.id, since);
      return withMissing(listed, recent).filter(({ act }) => Date.parse(act.at) >= Date.parse(since));
    },

    async listHistory({ register, recent }, cursor) {
      const query = storage
        .entity<Readonly<Record<string, unknown>>>(ENTITY.event)
        .query()
        .index('by-register', { partition: [register.id] })
        .sort(Sort.DESC)
        .limit(HISTORY_PAGE);
      const [page, last] = await Promise.all([
        (cursor === null ? query : query.cursor(cursor)).getMany().catch((error: unknown) => {
          if (cursor === null) throw error;
          throw new BadCursorError('No page gave this cursor.');
        }),
        cursor === null ? lastRegisterEvents(register.id, register.version) : [],
      ]);
      const listed = readEvents(page.results, report);
      const own = readRegisterEvents(page.results, report);
      const next = page.nextCursor ?? null;
      if (cursor !== null) return { events: listed, registerEvents: own, cursor: next };
      // What the list lacks yet belongs on the first page, and only what is newer than the page's end.
      const oldest = next === null ? null : endOf([...listed, ...own]);
      const isNewer = (at: string) => oldest === null || Date.parse(at) >= oldest;
      const known = new Set(own.map(({ version }) => version));
      const missing = last.filter(({ version, act }) => !known.has(version) && isNewer(act.at));
      return {
        events: withMissing(
          listed,
          recent.filter(({ at }) => isNewer(at)),
        ),
        registerEvents: [...own, ...missing].sort((a, b) => b.version - a.version),
        cursor: next,
      };
    },
  };
}

/** The instant of the oldest entry, in milliseconds; null without any. */
const endOf = (events: readonly (RiskEvent | RegisterEvent)[]): number | null =>
  events.length === 0 ? null : Math.min(...events.map(({ act }) => Date.parse(act.at)));

/** Reads the rows of a register's own history; those of its risks, which stand among them, are passed over. */
function readRegisterEvents(
  rows: readonly { readonly key: string; readonly value: unknown }[],
  report: RiskStorageAccess['report'],
): readonly RegisterEvent[] {
  return rows.flatMap(({ key, value }) => {
    if (typeof value !== 'object' || value === null || 'riskId' in value) return [];
    const event = parseRegisterEvent(value);
    if (event === null) report(ENTITY.event, key);
    return event ?? [];
  });
}
