import { Filter, FilterConditions, Sort } from '@forge/kvs';

import {
  BATCH,
  ENTITY,
  eventKey,
  registerEventKey,
  registerIdOf,
  riskKey,
  uuidOf,
  type RiskStorageAccess,
} from '#src/adapters/storage/risk/entities';
import {
  listEventsSince,
  loadRegister,
  readEvents,
  readRegister,
} from '#src/adapters/storage/risk/read-register';
import { readByKeys, rowName } from '#src/adapters/storage/risk/read-rows';
import { withMissing, withRecent } from '#src/adapters/storage/risk/recent';
import {
  parseRegister,
  parseShown,
  parseSummary,
  registerRow,
  shownRow,
  summaryRow,
} from '#src/adapters/storage/risk/register-shape';
import {
  eventRow,
  parseEvent,
  parseRegisterEvent,
  parseRisk,
  registerEventRow,
  riskRow,
} from '#src/adapters/storage/risk/risk-shape';
import { listSummaries, readSummaries } from '#src/adapters/storage/risk/summaries';
import type { RegisterEvent } from '#src/domain/risk/register-change';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { Risk } from '#src/domain/risk/risk';
import {
  BadCursorError,
  RISKS_AT_ONCE,
  StoredShapeError,
  type ChangeBasis,
  type RegisterRecord,
  type RegisterStore,
  type RegisterWrite,
} from '#src/ports/risk/register-store';

/** An answer carries at most 5 MB, and an entry with two large plans takes 160 KB. */
const HISTORY_PAGE = 25;

/** Registers of copied macros that are looked at. */
const COPIES = 25;

/** A claim is asked about within its week. */
const CLAIM_KEPT = { unit: 'DAYS', value: 30 } as const;

type Row = Readonly<Record<string, unknown>>;

/** Registers in the custom entities of `@forge/kvs`. */
export function createRegisterStore(access: RiskStorageAccess): RegisterStore {
  const { storage, report } = access;
  const load = async (registerId: string) => await loadRegister(access, registerId);

  const records = (rows: readonly { key: string; value: unknown }[]): readonly RegisterRecord[] =>
    rows.flatMap(({ key, value }) => {
      const record = parseRegister(value);
      if (record === null) report(ENTITY.register, key);
      return record ?? [];
    });

  const loadForChange = async (
    registerId: string,
    riskIds: readonly string[],
  ): Promise<ChangeBasis | null> => {
    const keys = [
      { entityName: ENTITY.register, key: registerId },
      { entityName: ENTITY.summary, key: registerId },
      ...riskIds.map((id) => ({ entityName: ENTITY.risk, key: riskKey(registerId, id) })),
    ];
    const found = await readByKeys(access, keys);
    const read = <Value>(entityName: string, key: string, parse: (value: unknown) => Value | null) => {
      const value = found.get(rowName({ entityName, key }));
      if (value === undefined) return undefined;
      const parsed = parse(value);
      if (parsed === null) report(entityName, key);
      return parsed;
    };
    const record = read(ENTITY.register, registerId, parseRegister);
    if (record === undefined) return null;
    if (record === null) throw new StoredShapeError(`${ENTITY.register} cannot be read.`);
    const risks = new Map<string, Risk>();
    for (const id of riskIds) {
      const risk = read(ENTITY.risk, riskKey(registerId, id), parseRisk);
      if (risk === null) throw new StoredShapeError(`${ENTITY.risk} cannot be read.`);
      if (risk !== undefined) risks.set(id, risk);
    }
    return { record, summary: read(ENTITY.summary, registerId, parseSummary) ?? null, risks };
  };

  /** Everything in one transaction, under the condition that nobody wrote to the register since it was read. */
  const write = async ({ before, after, summary, risks, event }: RegisterWrite, at: string) => {
    const { id } = before.register;
    const next: RegisterRecord = {
      ...after,
      revision: before.revision + 1,
      versions: before.versions + risks.length,
      recent: withRecent(
        before.recent,
        risks.map((risk) => risk.event),
      ),
    };
    let transaction = storage
      .transact()
      .set(id, registerRow(next), {
        entityName: ENTITY.register,
        conditions: new Filter<ReturnType<typeof registerRow>>().and(
          'revision',
          FilterConditions.equalTo(before.revision),
        ),
      })
      .set(id, summaryRow(summary, at), { entityName: ENTITY.summary });
    for (const { before: was, after: risk, event: made } of risks) {
      transaction = transaction
        .set(riskKey(id, risk.id), riskRow(risk), {
          entityName: ENTITY.risk,
          ...(was !== null && {
            conditions: new Filter<ReturnType<typeof riskRow>>().and(
              'version',
              FilterConditions.equalTo(was.version),
            ),
          }),
        })
        .set(eventKey(id, risk.id, made.version), eventRow(made), { entityName: ENTITY.event });
    }
    if (event !== null) {
      transaction = transaction.set(registerEventKey(id, event.version), registerEventRow(event), {
        entityName: ENTITY.event,
      });
    }
    await transaction.execute();
  };

  const loadEvents: RegisterStore['loadEvents'] = async (registerId, riskId, from, to) => {
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
  };

  return {
    idOf: registerIdOf,
    copyIdOf: (registerId, riskId) => uuidOf('copy', registerId, riskId),
    load,
    read: readRegister(access),
    loadForChange,
    loadEvents,

    async create(record) {
      const { id } = record.register;
      try {
        await storage
          .entity<ReturnType<typeof registerRow>>(ENTITY.register)
          .set(id, registerRow(record), { keyPolicy: 'FAIL_IF_EXISTS' });
        return true;
      } catch (error) {
        if ((await load(id)) === null) throw error;
        return false;
      }
    },

    async commit(change) {
      if (change.risks.length > RISKS_AT_ONCE) throw new RangeError('Too many risks for one transaction.');
      const at = change.risks.at(-1)?.event.act.at ?? change.event?.act.at ?? change.before.createdAt;
      try {
        await write(change, at);
        return true;
      } catch (error) {
        // Whatever the refusal is called: it is a conflict when another revision is there now.
        const now = await load(change.before.register.id);
        if (now?.revision === change.before.revision) throw error;
        return false;
      }
    },

    async findByLocalId(localId) {
      const { results } = await storage
        .entity<Row>(ENTITY.register)
        .query()
        .index('by-local-id', { partition: [localId] })
        .sort(Sort.ASC)
        .limit(COPIES)
        .getMany();
      return records(results);
    },

    async eventsSince({ register, recent }, since) {
      const listed = await listEventsSince(access, register.id, since);
      return withMissing(listed, recent).filter(({ act }) => Date.parse(act.at) >= Date.parse(since));
    },

    async listHistory({ register, recent }, cursor) {
      const query = storage
        .entity<Row>(ENTITY.event)
        .query()
        .index('by-register', { partition: [register.id] })
        .sort(Sort.DESC)
        .limit(HISTORY_PAGE);
      const page = await (cursor === null ? query : query.cursor(cursor))
        .getMany()
        .catch((error: unknown) => {
          if (cursor === null) throw error;
          throw new BadCursorError('No page gave this cursor.');
        });
      const listed = readEvents(page.results, report);
      const oldest = listed.at(-1)?.act.at;
      // What the list lacks yet belongs on the first page, and only what is newer than the page's end.
      const isNewer = ({ at }: { readonly at: string }) => oldest === undefined || at >= oldest;
      const events = cursor === null ? withMissing(listed, recent.filter(isNewer)) : listed;
      const registerEvents = page.results.flatMap(({ key, value }): RegisterEvent[] => {
        if ('riskId' in value) return [];
        const event = parseRegisterEvent(value);
        if (event === null) report(ENTITY.event, key);
        return event === null ? [] : [event];
      });
      return { events, registerEvents, cursor: page.nextCursor ?? null };
    },

    async loadShown(place) {
      const value = await storage.entity<unknown>(ENTITY.shown).get(registerIdOf(place));
      return value === undefined ? null : parseShown(value);
    },

    async saveShown(shown) {
      await storage
        .entity<ReturnType<typeof shownRow>>(ENTITY.shown)
        .set(registerIdOf(shown), shownRow(shown));
    },

    async loadSummaries(registerIds) {
      const keys = registerIds.map((key) => ({ entityName: ENTITY.summary, key }));
      const found = await readByKeys(access, keys);
      return readSummaries(
        [...found].map(([key, value]) => ({ key, value })),
        report,
      );
    },

    listSummaries: listSummaries(access),

    async listReminding(cursor) {
      const query = storage
        .entity<Row>(ENTITY.register)
        .query()
        .index('by-reminding', { partition: [true] })
        .limit(BATCH);
      const page = await (cursor === null ? query : query.cursor(cursor)).getMany();
      return { records: records(page.results), cursor: page.nextCursor ?? null };
    },

    async claimReminder(registerId, week, at) {
      const key = `${registerId}:${week}`;
      const entity = storage.entity<{ shape: number; registerId: string; week: string; at: string }>(
        ENTITY.reminder,
      );
      try {
        await entity.set(
          key,
          { shape: 1, registerId, week, at },
          { keyPolicy: 'FAIL_IF_EXISTS', ttl: CLAIM_KEPT },
        );
        return true;
      } catch (error) {
        if ((await entity.get(key)) === undefined) throw error;
        return false;
      }
    },
  };
}
