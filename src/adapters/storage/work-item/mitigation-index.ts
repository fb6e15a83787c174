import { z } from 'zod';

import {
  BATCH,
  ENTITY,
  riskKey,
  type RiskStorage,
  type RiskStorageAccess,
} from '#src/adapters/storage/risk/entities';
import { readByKeys, readPages, rowName } from '#src/adapters/storage/risk/read-rows';
import { parseRegister } from '#src/adapters/storage/risk/register-shape';
import { parseRisk } from '#src/adapters/storage/risk/risk-shape';
import { isLive, type Risk } from '#src/domain/risk/risk';
import type { RegisterStore } from '#src/ports/risk/register-store';
import type { ListMitigatedBy, MitigatedRisk } from '#src/ports/work-item/mitigations';

/** The entity of manifest.yml: one row for each risk and each issue that was ever named as its mitigation. */
const MITIGATION = 'risk-mitigation';

const SHAPE = 1;

/** Risks of one issue that are looked at: more is no mitigation but a catch-all. */
const RISKS_AT_MOST = 200;

const ROW = z.object({ shape: z.literal(SHAPE), registerId: z.string(), riskId: z.string() });

interface Named {
  readonly issueId: string;
  readonly registerId: string;
  readonly riskId: string;
}

const keyOf = ({ issueId, registerId, riskId }: Named) => `${issueId}:${registerId}:${riskId}`;

async function note(storage: Pick<RiskStorage, 'transact'>, named: readonly Named[]): Promise<void> {
  for (let from = 0; from < named.length; from += BATCH) {
    let transaction = storage.transact();
    for (const one of named.slice(from, from + BATCH)) {
      transaction = transaction.set(keyOf(one), { shape: SHAPE, ...one }, { entityName: MITIGATION });
    }
    await transaction.execute();
  }
}

/** Notes all mitigations of risks that are written from a file. @throws Error when the storage does not answer. */
export async function noteMitigations(
  storage: Pick<RiskStorage, 'transact'>,
  risks: readonly Pick<Risk, 'id' | 'registerId' | 'issueIds'>[],
): Promise<void> {
  await note(
    storage,
    risks.flatMap(({ id, registerId, issueIds }) =>
      issueIds.map((issueId): Named => ({ issueId, registerId, riskId: id })),
    ),
  );
}

/**
 * A store of registers that also notes which issues mitigate which risk, so that an issue finds its risks without all registers
 * being read. It is noted before the risk itself is written: so no risk is ever missed, and what is noted too much (a write
 * that failed, a mitigation that was taken away) is told from the risk, which is what counts.
 */
export function notingMitigations(store: RegisterStore, storage: RiskStorage): RegisterStore {
  return {
    ...store,
    async commit(write) {
      const named = write.risks.flatMap(({ before, after }) =>
        after.issueIds
          .filter((issueId) => before?.issueIds.includes(issueId) !== true)
          .map((issueId): Named => ({ issueId, registerId: after.registerId, riskId: after.id })),
      );
      await note(storage, named);
      return await store.commit(write);
    },
  };
}

/** One query and, where there is something to find, one reading by keys for the risks and one for their registers. */
export function listMitigatedBy(access: RiskStorageAccess): ListMitigatedBy {
  const { storage, report } = access;
  return async (issueId) => {
    const rows = await readPages(
      () =>
        storage
          .entity<Readonly<Record<string, unknown>>>(MITIGATION)
          .query()
          .index('by-issue', { partition: [issueId] }),
      (found) => found.length < RISKS_AT_MOST,
    );
    const named = rows.flatMap(({ key, value }) => {
      const row = ROW.safeParse(value).data;
      if (row === undefined) report(MITIGATION, key);
      return row ?? [];
    });
    const wanted = named.slice(0, RISKS_AT_MOST);
    const registerIds = [...new Set(wanted.map(({ registerId }) => registerId))];
    const found = await readByKeys(access, [
      ...wanted.map(({ registerId, riskId }) => ({
        entityName: ENTITY.risk,
        key: riskKey(registerId, riskId),
      })),
      ...registerIds.map((key) => ({ entityName: ENTITY.register, key })),
    ]);
    return wanted.flatMap(({ registerId, riskId }): MitigatedRisk[] => {
      const key = riskKey(registerId, riskId);
      const risk = parseRisk(found.get(rowName({ entityName: ENTITY.risk, key })));
      const record = parseRegister(found.get(rowName({ entityName: ENTITY.register, key: registerId })));
      if (risk === null || record === null || !isLive(risk) || !risk.issueIds.includes(issueId)) return [];
      return [{ risk, scale: record.register.scale, pageId: record.pageId }];
    });
  };
}
