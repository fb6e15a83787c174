import { Filter, FilterConditions } from '@forge/kvs';
import { z } from 'zod';

import { BATCH, ENTITY, type RiskStorageAccess } from '#src/adapters/storage/risk/entities';
import { parseRegisters } from '#src/adapters/storage/risk/read-register';
import { mayRemind } from '#src/domain/risk/reminder';
import type { RegisterStore } from '#src/ports/risk/register-store';

const SHAPE = 2;

/** One row a register, by its id: when it was reminded of last. */
export const REMINDER_ROW = z.object({
  shape: z.literal(SHAPE),
  registerId: z.string(),
  at: z.iso.datetime(),
});

type Row = z.infer<typeof REMINDER_ROW>;

/** Which registers are to be reminded of, and whose turn it is, in custom entities of `@forge/kvs`. */
export function reminders({
  storage,
  report,
}: RiskStorageAccess): Pick<RegisterStore, 'listReminding' | 'claimReminder'> {
  const rows = storage.entity<Row>(ENTITY.reminder);

  return {
    async listReminding(cursor) {
      const query = storage
        .entity<Readonly<Record<string, unknown>>>(ENTITY.register)
        .query()
        .index('by-reminding', { partition: [true] })
        .limit(BATCH);
      const page = await (cursor === null ? query : query.cursor(cursor)).getMany();
      return { records: parseRegisters(page.results, report), cursor: page.nextCursor ?? null };
    },

    async claimReminder(registerId, at) {
      const value = await rows.get(registerId);
      const last = value === undefined ? null : REMINDER_ROW.safeParse(value).data;
      if (last === undefined) {
        // Nobody knows when it was: rather none than two.
        report(ENTITY.reminder, registerId);
        return false;
      }
      if (!mayRemind(last?.at ?? null, at)) return false;
      const row: Row = { shape: SHAPE, registerId, at };
      try {
        await (last === null
          ? rows.set(registerId, row, { keyPolicy: 'FAIL_IF_EXISTS' })
          : storage
              .transact()
              .set(registerId, row, {
                entityName: ENTITY.reminder,
                conditions: new Filter<Row>().and('at', FilterConditions.equalTo(last.at)),
              })
              .execute());
        return true;
      } catch (error) {
        // Whatever the refusal is called: somebody else was first when another time is there now.
        if ((await rows.get(registerId))?.at === last?.at) throw error;
        return false;
      }
    },
  };
}
