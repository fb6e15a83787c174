import { isDeepStrictEqual } from 'node:util';

import { BATCH, ENTITY } from '#src/adapters/storage/risk/entities';
import { readByKeys, rowName } from '#src/adapters/storage/risk/read-rows';
import { parseRisk } from '#src/adapters/storage/risk/risk-shape';
import { closedValue } from '#src/adapters/storage/transfer/file-value';
import { TRANSFER_KINDS, TRANSFERRED, type TransferKind } from '#src/adapters/storage/transfer/kinds';
import type { TransferStorage } from '#src/adapters/storage/transfer/read-rows';
import { noteMitigations } from '#src/adapters/storage/work-item/mitigation-index';
import { registerOf, type FileRow } from '#src/domain/transfer/file';
import {
  BadRowError,
  type CheckedRow,
  type RowState,
  type TransferStore,
} from '#src/ports/transfer/transfer-store';

/** Rows that are written side by side. */
const AT_ONCE = 5;

/** Pages that one call removes: within its time. */
const PAGES = 60;

const DAY_MS = 86_400_000;

type Value = Readonly<Record<string, unknown>>;

interface Ready {
  readonly row: FileRow;
  readonly kind: TransferKind;
  /** As it is stored. */
  readonly value: Value;
}

/** Holds a row to what the app itself writes: its shape, and the key that such a value has. */
function ready(
  row: FileRow,
): Ready | { readonly problem: Extract<CheckedRow, { problem: unknown }>['problem'] } {
  const kind = TRANSFERRED.get(row.entity);
  if (kind === undefined) {
    return { problem: Object.hasOwn(TRANSFER_KINDS, row.entity) ? 'not-exported' : 'unknown-entity' };
  }
  const value = closedValue(kind, row.value);
  const key = kind.keyOf(value, row.key);
  if (key === null) return { problem: 'unreadable' };
  return key === row.key ? { row, kind, value } : { problem: 'wrong-key' };
}

function stateOf({ kind, value }: Ready, here: unknown): RowState {
  if (here === undefined) return 'new';
  if (isDeepStrictEqual(here, value)) return 'same';
  if (kind.counter === null) return 'other';
  const [file, site] = [Number(value[kind.counter]), Number((here as Value)[kind.counter])];
  return file > site ? 'newer' : file < site ? 'older' : 'other';
}

/** Whole days that a row still has; null where it lasts. */
function daysLeft({ kind: { lasts }, value }: Ready, now: Date): number | null {
  if (lasts === null) return null;
  const since = Date.parse(String(value[lasts.from]));
  return Math.ceil((since + lasts.days * DAY_MS - now.getTime()) / DAY_MS);
}

/** Writes what a file holds, each row held to the shape that the app itself gives it. */
export function writeRows(
  storage: TransferStorage,
): Pick<TransferStore, 'checkRows' | 'writeRows' | 'removeRegister'> {
  const readHere = async (keys: readonly { readonly entityName: string; readonly key: string }[]) =>
    await readByKeys({ storage }, [...new Map(keys.map((key) => [rowName(key), key])).values()]);

  const placeOf = ({ row }: Ready) => ({ entityName: row.entity, key: row.key });

  const write = async (item: Ready, now: Date, isNew: boolean): Promise<boolean> => {
    const { row, value } = item;
    const days = daysLeft(item, now);
    const entity = storage.entity<Value>(row.entity);
    try {
      await entity.set(row.key, value, {
        keyPolicy: isNew ? 'FAIL_IF_EXISTS' : 'OVERRIDE',
        ...(days !== null && { ttl: { unit: 'DAYS', value: days } }),
      });
      return true;
    } catch (error) {
      // Somebody was faster: what they wrote stays.
      if (isNew && (await entity.get(row.key)) !== undefined) return false;
      throw error;
    }
  };

  /** Registers of these rows that are here already. Their rows are added to only where the register itself is replaced. */
  const registersHere = async (items: readonly Ready[]) => {
    const ids = [...new Set(items.flatMap(({ row }) => registerOf(row) ?? []))];
    const found = await readHere(ids.map((key) => ({ entityName: ENTITY.register, key })));
    return new Set(ids.filter((key) => found.has(rowName({ entityName: ENTITY.register, key }))));
  };

  return {
    async checkRows(rows) {
      const items = rows.map(ready);
      const keys = items.flatMap((item) => ('problem' in item ? [] : [placeOf(item)]));
      const here = await readHere(keys);
      return items.map((item) =>
        'problem' in item ? item : { state: stateOf(item, here.get(rowName(placeOf(item)))) },
      );
    },

    async writeRows(rows, mode, now) {
      const items = rows.map((row) => {
        const item = ready(row);
        if ('problem' in item) throw new BadRowError(`${row.entity}: ${item.problem}.`);
        return item;
      });
      const here = await readHere(items.map(placeOf));
      const closed = mode === 'skip' ? await registersHere(items) : new Set<string>();
      const done = { written: 0, same: 0, kept: 0, expired: 0 };
      const writeOne = async (item: Ready) => {
        const state = stateOf(item, here.get(rowName(placeOf(item))));
        const registerId = registerOf(item.row);
        if (state === 'same') done.same += 1;
        else if ((daysLeft(item, now) ?? 1) <= 0) done.expired += 1;
        else if (mode === 'skip' && (state !== 'new' || (registerId !== null && closed.has(registerId)))) {
          done.kept += 1;
        } else if (await write(item, now, mode === 'skip')) done.written += 1;
        else done.kept += 1;
      };
      const risks = items.flatMap(({ row, value }) =>
        row.entity === ENTITY.risk ? (parseRisk(value) ?? []) : [],
      );
      await noteMitigations(
        storage,
        risks.filter(({ registerId }) => !closed.has(registerId)),
      );
      for (let from = 0; from < items.length; from += AT_ONCE) {
        await Promise.all(items.slice(from, from + AT_ONCE).map(writeOne));
      }
      return done;
    },

    async removeRegister(registerId) {
      // First the register, so that nobody sees one of which half is gone.
      const own = [ENTITY.register, ENTITY.summary, ENTITY.reminder];
      let transaction = storage.transact();
      for (const entityName of own) transaction = transaction.delete(registerId, { entityName });
      await transaction.execute();
      let pages = 0;
      for (const entityName of [ENTITY.risk, ENTITY.event, ENTITY.preMortem]) {
        let cursor: string | undefined;
        do {
          const query = storage
            .entity<unknown>(entityName)
            .query()
            .index('by-register', { partition: [registerId] })
            .limit(BATCH);
          const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
          if (page.results.length > 0) {
            let removing = storage.transact();
            for (const { key } of page.results) removing = removing.delete(key, { entityName });
            await removing.execute();
          }
          cursor = page.nextCursor;
          pages += 1;
          if (pages >= PAGES && cursor !== undefined) return false;
        } while (cursor !== undefined);
      }
      return true;
    },
  };
}
