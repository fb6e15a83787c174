import { Sort } from '@forge/kvs';

import {
  ENTITY,
  registerIdOf,
  riskKey,
  uuidOf,
  type RiskStorageAccess,
} from '#src/adapters/storage/risk/entities';
import { history } from '#src/adapters/storage/risk/history';
import { loadRegister, parseRegisters, readRegister } from '#src/adapters/storage/risk/read-register';
import { readByKeys, rowName } from '#src/adapters/storage/risk/read-rows';
import { parseRegister, parseShown, parseSummary, shownRow } from '#src/adapters/storage/risk/register-shape';
import { reminders } from '#src/adapters/storage/risk/reminders';
import { parseRisk } from '#src/adapters/storage/risk/risk-shape';
import { listSummaries, readSummaries } from '#src/adapters/storage/risk/summaries';
import { writeRegister } from '#src/adapters/storage/risk/write-register';
import type { Risk } from '#src/domain/risk/risk';
import { StoredShapeError, type ChangeBasis, type RegisterStore } from '#src/ports/risk/register-store';

/** Registers of copied macros that are looked at. */
const COPIES = 25;

/** Registers in the custom entities of `@forge/kvs`. */
export function createRegisterStore(access: RiskStorageAccess): RegisterStore {
  const { storage, report } = access;

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

  return {
    idOf: registerIdOf,
    copyIdOf: (registerId, riskId) => uuidOf('copy', registerId, riskId),
    load: async (registerId) => await loadRegister(access, registerId),
    read: readRegister(access),
    loadForChange,
    ...writeRegister(access),
    ...history(access),
    ...reminders(access),

    async findByLocalId(localId) {
      const { results } = await storage
        .entity<Readonly<Record<string, unknown>>>(ENTITY.register)
        .query()
        .index('by-local-id', { partition: [localId] })
        .sort(Sort.ASC)
        .limit(COPIES)
        .getMany();
      return parseRegisters(results, report);
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
  };
}
