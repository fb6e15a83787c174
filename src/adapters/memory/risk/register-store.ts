import { createHash } from 'node:crypto';

import { listMemorySummaries } from '#src/adapters/memory/risk/summaries';
import type { Instant } from '#src/domain/risk/calendar';
import type { RegisterEvent } from '#src/domain/risk/register-change';
import { mayRemind } from '#src/domain/risk/reminder';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { Risk } from '#src/domain/risk/risk';
import {
  BadCursorError,
  type MacroPlace,
  type RegisterRecord,
  type RegisterStore,
  type ShownRegister,
  type SummaryRecord,
} from '#src/ports/risk/register-store';
import type { PurgeStore } from '#src/ports/risk/purge-store';

const PAGE = 25;

/** As it would come back from a store: a value of its own. */
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

const placeKey = ({ pageId, localId }: MacroPlace) => JSON.stringify([pageId, localId]);

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const byTime = (one: { act: { at: string } }, other: { act: { at: string } }) =>
  Date.parse(other.act.at) - Date.parse(one.act.at);

/** Registers in memory, for tests: the same port, nothing behind. */
export function createMemoryRegisters(): RegisterStore & PurgeStore {
  const registers = new Map<string, RegisterRecord>();
  const summaries = new Map<string, SummaryRecord>();
  const risks = new Map<string, Risk>();
  let events: RiskEvent[] = [];
  const registerEvents: RegisterEvent[] = [];
  const shown = new Map<string, ShownRegister>();
  const claims = new Map<string, Instant>();

  const key = (registerId: string, riskId: string) => `${registerId} ${riskId}`;
  const of = (registerId: string) => [...risks.values()].filter((risk) => risk.registerId === registerId);
  const eventsOf = (registerId: string) =>
    copy(events.filter((event) => event.registerId === registerId))
      .reverse()
      .sort(byTime);
  const load = (registerId: string) => copy(registers.get(registerId) ?? null);

  return {
    idOf: (place) => uuidOf(placeKey(place)),
    copyIdOf: (registerId, riskId) => uuidOf(key(registerId, riskId)),
    load: (registerId) => Promise.resolve(load(registerId)),
    read: (registerId) => {
      const record = load(registerId);
      if (record === null) return Promise.resolve(null);
      const since = record.register.lastReview?.ended.at;
      const isAfter = ({ act }: RiskEvent) => since !== undefined && Date.parse(act.at) > Date.parse(since);
      const all = copy(of(registerId)).sort((a, b) => a.number - b.number);
      const seen = eventsOf(registerId).filter(isAfter);
      return Promise.resolve({ record, risks: all, unread: 0, isBehind: false, events: seen });
    },
    loadForChange: (registerId, riskIds) => {
      const record = load(registerId);
      if (record === null) return Promise.resolve(null);
      const found = riskIds.flatMap((id) => {
        const risk = risks.get(key(registerId, id));
        return risk ? [[id, copy(risk)] as const] : [];
      });
      return Promise.resolve({
        record,
        summary: copy(summaries.get(registerId) ?? null),
        risks: new Map(found),
      });
    },
    create: (record) => {
      const { id } = record.register;
      if (registers.has(id)) return Promise.resolve(false);
      registers.set(id, copy(record));
      return Promise.resolve(true);
    },
    commit: ({ before, after, summary, risks: written, event }) => {
      const { id } = before.register;
      if (registers.get(id)?.revision !== before.revision) return Promise.resolve(false);
      registers.set(
        id,
        copy({ ...after, revision: before.revision + 1, versions: before.versions + written.length }),
      );
      summaries.set(id, copy(summary));
      for (const { after: risk, event: made } of written) {
        risks.set(key(id, risk.id), copy(risk));
        events.push(copy(made));
      }
      if (event !== null) registerEvents.push(copy(event));
      return Promise.resolve(true);
    },
    findByLocalId: (localId) => {
      const found = [...registers.values()].filter((record) => record.localId === localId);
      return Promise.resolve(copy(found).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1)));
    },
    loadEvents: (registerId, riskId, from, to) =>
      Promise.resolve(
        eventsOf(registerId)
          .filter((event) => event.riskId === riskId && event.version >= from && event.version <= to)
          .sort((a, b) => a.version - b.version),
      ),
    eventsSince: ({ register }, since) =>
      Promise.resolve(eventsOf(register.id).filter(({ act }) => Date.parse(act.at) >= Date.parse(since))),
    listHistory: ({ register }, cursor) => {
      const from = Number(cursor ?? 0);
      if (!Number.isSafeInteger(from)) return Promise.reject(new BadCursorError('No page gave this cursor.'));
      const all = [
        ...eventsOf(register.id),
        ...copy(registerEvents.filter(({ registerId }) => registerId === register.id)),
      ].sort(byTime);
      const page = all.slice(from, from + PAGE);
      return Promise.resolve({
        events: page.filter((each): each is RiskEvent => 'riskId' in each),
        registerEvents: page.filter((each): each is RegisterEvent => !('riskId' in each)),
        cursor: from + PAGE < all.length ? String(from + PAGE) : null,
      });
    },
    loadShown: (place) => Promise.resolve(copy(shown.get(placeKey(place)) ?? null)),
    saveShown: (value) => {
      shown.set(placeKey(value), copy(value));
      return Promise.resolve();
    },
    loadSummaries: (ids) => Promise.resolve(copy(ids.flatMap((id) => summaries.get(id) ?? []))),
    listSummaries: listMemorySummaries(() => summaries.values()),
    listReminding: () => {
      const records = [...registers.values()].filter(({ isReminding }) => isReminding);
      return Promise.resolve({ records: copy(records), cursor: null });
    },
    listRegisters: () => Promise.resolve({ records: copy([...registers.values()]), cursor: null }),
    remove: ({ registerId, id, version }) => {
      const record = registers.get(registerId);
      if (record === undefined || risks.get(key(registerId, id))?.version !== version)
        return Promise.resolve(false);
      risks.delete(key(registerId, id));
      events = events.filter((event) => event.registerId !== registerId || event.riskId !== id);
      registers.set(registerId, {
        ...record,
        revision: record.revision + 1,
        versions: record.versions - version,
        removed: record.removed + 1,
      });
      return Promise.resolve(true);
    },
    claimReminder: (registerId, at) => {
      const isDue = mayRemind(claims.get(registerId) ?? null, at);
      if (isDue) claims.set(registerId, at);
      return Promise.resolve(isDue);
    },
  };
}
