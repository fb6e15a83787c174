import { Filter, FilterConditions } from '@forge/kvs';

import {
  BATCH,
  ENTITY,
  eventKey,
  riskKey,
  type RiskStorageAccess,
} from '#src/adapters/storage/risk/entities';
import { loadRegister, parseRegisters, readRegister } from '#src/adapters/storage/risk/read-register';
import { registerRow } from '#src/adapters/storage/risk/register-shape';
import type { Risk } from '#src/domain/risk/risk';
import type { PurgeStore } from '#src/ports/risk/purge-store';

/** The last transaction writes the register and removes the risk beside entries of its history. */
const LAST = BATCH - 2;

type Row = Readonly<Record<string, unknown>>;

/**
 * Removes risks from the custom entities of `@forge/kvs`. History goes first and the risk last, in one transaction with the
 * register's figures: so what broke off is found again, and a reading is never taken for one that lacks something.
 */
export function createPurgeStore(access: RiskStorageAccess): PurgeStore {
  const { storage, report } = access;

  const removeEvents = async (keys: readonly string[]) => {
    for (let from = 0; from < keys.length; from += BATCH) {
      let transaction = storage.transact();
      for (const key of keys.slice(from, from + BATCH)) {
        transaction = transaction.delete(key, { entityName: ENTITY.event });
      }
      await transaction.execute();
    }
  };

  return {
    read: readRegister(access),

    async listRegisters(cursor) {
      const query = storage.entity<Row>(ENTITY.register).query().index('by-key').limit(BATCH);
      const page = await (cursor === null ? query : query.cursor(cursor)).getMany();
      return { records: parseRegisters(page.results, report), cursor: page.nextCursor ?? null };
    },

    async remove({ registerId, id, version }: Risk) {
      const record = await loadRegister(access, registerId);
      if (record === null) return false;
      const keys = Array.from({ length: version }, (_, index) => eventKey(registerId, id, index + 1));
      const first = Math.max(0, keys.length - LAST);
      await removeEvents(keys.slice(0, first));
      const next = {
        ...record,
        revision: record.revision + 1,
        versions: record.versions - version,
        removed: record.removed + 1,
        recent: record.recent.filter(({ riskId }) => riskId !== id),
      };
      let transaction = storage
        .transact()
        .set(registerId, registerRow(next), {
          entityName: ENTITY.register,
          conditions: new Filter<ReturnType<typeof registerRow>>().and(
            'revision',
            FilterConditions.equalTo(record.revision),
          ),
        })
        .delete<{ version: number }>(riskKey(registerId, id), {
          entityName: ENTITY.risk,
          conditions: new Filter<{ version: number }>().and('version', FilterConditions.equalTo(version)),
        });
      for (const key of keys.slice(first))
        transaction = transaction.delete(key, { entityName: ENTITY.event });
      try {
        await transaction.execute();
        return true;
      } catch (error) {
        // As with any write: it is a conflict when another revision is there now.
        const now = await loadRegister(access, registerId);
        if (now?.revision === record.revision) throw error;
        return false;
      }
    },
  };
}
