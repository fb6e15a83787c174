import { Sort, WhereConditions } from '@forge/kvs';

import { ENTITY, riskKey, type RiskStorageAccess } from '#src/adapters/storage/risk/entities';
import { catchUp, withMissing } from '#src/adapters/storage/risk/recent';
import { readByKeys, readPages } from '#src/adapters/storage/risk/read-rows';
import { parseRegister } from '#src/adapters/storage/risk/register-shape';
import { parseEvent, parseRisk } from '#src/adapters/storage/risk/risk-shape';
import type { Instant } from '#src/domain/risk/calendar';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { Risk } from '#src/domain/risk/risk';
import {
  StoredShapeError,
  type RegisterReading,
  type RegisterRecord,
  type RegisterStore,
} from '#src/ports/risk/register-store';

/** Risks of one query, by their numbers: side by side the parts of a register take no longer than one. */
const STRETCH = 100;

/** Stretches that are asked for before it is known how many there are: enough for most registers. */
const AT_FIRST = 2;

const INDEX = 'by-register';

/** A register's row. @throws StoredShapeError when it cannot be read. */
export async function loadRegister(
  { storage, report }: RiskStorageAccess,
  registerId: string,
): Promise<RegisterRecord | null> {
  const value = await storage.entity<unknown>(ENTITY.register).get(registerId);
  if (value === undefined) return null;
  const record = parseRegister(value);
  if (record) return record;
  report(ENTITY.register, registerId);
  throw new StoredShapeError(`${ENTITY.register} cannot be read.`);
}

/** Reads rows of registers; one that cannot be read is reported, and the others are answered without it. */
export function parseRegisters(
  rows: readonly { readonly key: string; readonly value: unknown }[],
  report: RiskStorageAccess['report'],
): readonly RegisterRecord[] {
  return rows.flatMap(({ key, value }) => {
    const record = parseRegister(value);
    if (record === null) report(ENTITY.register, key);
    return record ?? [];
  });
}

/** Entries of a register's history, newest first, back to an instant; those written a moment ago may be missing. */
export async function listEventsSince(
  { storage, report }: RiskStorageAccess,
  registerId: string,
  since: Instant,
): Promise<readonly RiskEvent[]> {
  const rows = await readPages(() =>
    storage
      .entity<Readonly<Record<string, unknown>>>(ENTITY.event)
      .query()
      .index(INDEX, { partition: [registerId] })
      .where(WhereConditions.greaterThanEqualTo(since))
      .sort(Sort.DESC),
  );
  return readEvents(rows, report);
}

/** Reads the rows of risks' histories; a register's own entries, which stand among them, are passed over. */
export function readEvents(
  rows: readonly { readonly key: string; readonly value: unknown }[],
  report: RiskStorageAccess['report'],
): readonly RiskEvent[] {
  return rows.flatMap(({ key, value }) => {
    if (typeof value !== 'object' || value === null || !('riskId' in value)) return [];
    const event = parseEvent(value);
    if (event === null) report(ENTITY.event, key);
    return event ?? [];
  });
}

/** Makes `RegisterStore.read`. */
export function readRegister(access: RiskStorageAccess): RegisterStore['read'] {
  const { storage, report } = access;

  const listStretch = async (registerId: string, index: number) => {
    const first = index * STRETCH + 1;
    const { results } = await storage
      .entity<Readonly<Record<string, unknown>>>(ENTITY.risk)
      .query()
      .index(INDEX, { partition: [registerId] })
      .where(WhereConditions.between(first, first + STRETCH - 1))
      .limit(STRETCH)
      .getMany();
    return results;
  };

  /** The last entries; a register whose last review is further back needs more of them. */
  const listLastEvents = async (registerId: string) =>
    await storage
      .entity<Readonly<Record<string, unknown>>>(ENTITY.event)
      .query()
      .index(INDEX, { partition: [registerId] })
      .sort(Sort.DESC)
      .limit(STRETCH)
      .getMany();

  const eventsSince = async (
    registerId: string,
    { register: { lastReview }, recent }: RegisterRecord,
    last: Awaited<ReturnType<typeof listLastEvents>>,
  ) => {
    if (lastReview === null) return [];
    const since = lastReview.ended.at;
    const isAfter = ({ act }: RiskEvent) => Date.parse(act.at) > Date.parse(since);
    const listed = readEvents(last.results, report);
    const reachesBack = last.nextCursor === undefined || listed.some((event) => !isAfter(event));
    const whole = reachesBack ? listed : await listEventsSince(access, registerId, since);
    return withMissing(whole, recent).filter(isAfter);
  };

  /** The risks that the register knows to be newer than the lists had them. */
  const readBehind = async (registerId: string, riskIds: ReadonlySet<string>) => {
    const keys = [...riskIds].map((id) => ({ entityName: ENTITY.risk, key: riskKey(registerId, id) }));
    const found = await readByKeys(access, keys);
    return [...found.values()].flatMap((value): Risk[] => {
      const risk = parseRisk(value);
      return risk ? [risk] : [];
    });
  };

  return async (registerId): Promise<RegisterReading | null> => {
    const stretches = (from: number, to: number) =>
      Array.from({ length: Math.max(0, to - from) }, async (_, index) => {
        return await listStretch(registerId, from + index);
      });
    const [record, first, last] = await Promise.all([
      loadRegister(access, registerId),
      Promise.all(stretches(0, AT_FIRST)),
      listLastEvents(registerId),
    ]);
    if (record === null) return null;
    const wanted = Math.ceil((record.register.nextNumber - 1) / STRETCH);
    const [more, events] = await Promise.all([
      Promise.all(stretches(AT_FIRST, wanted)),
      eventsSince(registerId, record, last),
    ]);
    const listed = [...first, ...more].flat().flatMap(({ key, value }) => {
      const risk = parseRisk(value);
      if (risk === null) report(ENTITY.risk, key);
      return risk ?? [];
    });
    const { risks, behind } = catchUp(listed, record.recent);
    const byId = new Map(risks);
    if (behind.size > 0) for (const risk of await readBehind(registerId, behind)) byId.set(risk.id, risk);
    const whole = [...byId.values()].sort((a, b) => a.number - b.number);
    const versions = whole.reduce((sum, { version }) => sum + version, 0);
    const unread = Math.max(0, record.register.nextNumber - 1 - record.removed - whole.length);
    return { record, risks: whole, unread, isBehind: unread > 0 || versions < record.versions, events };
  };
}
