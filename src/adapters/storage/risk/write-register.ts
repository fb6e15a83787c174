import { Filter, FilterConditions } from '@forge/kvs';

import {
  ENTITY,
  eventKey,
  registerEventKey,
  riskKey,
  type RiskStorageAccess,
} from '#src/adapters/storage/risk/entities';
import { loadRegister } from '#src/adapters/storage/risk/read-register';
import { withRecent } from '#src/adapters/storage/risk/recent';
import { registerRow, summaryRow } from '#src/adapters/storage/risk/register-shape';
import { eventRow, registerEventRow, riskRow } from '#src/adapters/storage/risk/risk-shape';
import {
  RISKS_AT_ONCE,
  type RegisterRecord,
  type RegisterStore,
  type RegisterWrite,
} from '#src/ports/risk/register-store';

/** Writes registers, and with them in one transaction their risks, summaries and histories. */
export function writeRegister(access: RiskStorageAccess): Pick<RegisterStore, 'create' | 'commit'> {
  const { storage } = access;

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

  return {
    async create(record) {
      const { id } = record.register;
      try {
        await storage
          .entity<ReturnType<typeof registerRow>>(ENTITY.register)
          .set(id, registerRow(record), { keyPolicy: 'FAIL_IF_EXISTS' });
        return true;
      } catch (error) {
        if ((await loadRegister(access, id)) === null) throw error;
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
        const now = await loadRegister(access, change.before.register.id);
        if (now?.revision === change.before.revision) throw error;
        return false;
      }
    },
  };
}
