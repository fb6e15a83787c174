import { randomUUID } from 'node:crypto';

import { Filter, FilterConditions, type kvs } from '@forge/kvs';

import { rowOf, rowWithout, type RowValue } from '#src/adapters/storage/privacy/row';
import { digestOf, ENTITY } from '#src/adapters/storage/risk/entities';
import { mergedLoad } from '#src/domain/privacy/merged-load';
import type { Load } from '#src/domain/risk/summary';

/** The part of `kvs` of `@forge/kvs` that the walk uses. */
export type PeopleStorage = Pick<typeof kvs, 'entity' | 'transact' | 'query' | 'get' | 'set' | 'delete'>;

/** Attributes of the register's entities that are JSON in one text. */
export const REGISTER_TEXTS = ['body', 'recent'];

/** Somebody else may write at the same moment; whoever does so this often does it on purpose. */
const ATTEMPTS = 8;

/** What one erasure works with. */
export interface Erasing {
  readonly storage: PeopleStorage;
  readonly closed: ReadonlySet<string>;
}

async function read({ storage }: Pick<Erasing, 'storage'>, entity: string, key: string) {
  return rowOf(await storage.entity<unknown>(entity).get(key));
}

/** The platform answers 400 where a condition does not hold, or where the same key is written at the same moment. */
const isConflict = (error: unknown) => {
  const { responseDetails } = error as { readonly responseDetails?: { readonly status?: unknown } };
  return responseDetails?.status === 400 || responseDetails?.status === 409;
};

/** Tries until nobody else wrote in between. @param attempt null when there is nothing to write; else writes. */
async function untilWritten(attempt: () => Promise<(() => Promise<void>) | null>): Promise<boolean> {
  for (let left = ATTEMPTS; ; left -= 1) {
    const write = await attempt();
    if (write === null) return false;
    try {
      await write();
      return true;
    } catch (error) {
      // A conflict: the next reading tells. A storage that does not answer is waited for by the walk.
      if (left <= 1 || !isConflict(error)) throw error;
    }
  }
}

/**
 * A row that stands alone, under the condition that its counter is what was read. The counter stays: nothing that a person would
 * call a change has happened. So somebody who read the row before and writes after brings the account back; it is found the week
 * after.
 */
export async function eraseFromRow(
  erasing: Erasing,
  entity: string,
  key: string,
  { texts, counter }: { readonly texts: readonly string[]; readonly counter: string },
): Promise<boolean> {
  const { storage, closed } = erasing;
  return await untilWritten(async () => {
    const row = await read(erasing, entity, key);
    const next = row && rowWithout(row, texts, closed);
    if (next === null || next === row) return null;
    const conditions = new Filter<RowValue>().and(counter, FilterConditions.equalTo(Number(next[counter])));
    return async () => {
      await storage.transact().set(key, next, { entityName: entity, conditions }).execute();
    };
  });
}

function withMergedLoad(row: RowValue): RowValue {
  const { body } = row;
  if (typeof body !== 'string') return row;
  const { summary, ...rest } = JSON.parse(body) as { summary: { load: readonly Load[] } };
  return {
    ...row,
    body: JSON.stringify({ summary: { ...summary, load: mergedLoad(summary.load) }, ...rest }),
  };
}

/** A register as it is written after: nobody who read it before can write over it. */
function nextRegister(row: RowValue, closed: ReadonlySet<string>) {
  const revision = Number(row['revision']);
  const value: RowValue = { ...rowWithout(row, REGISTER_TEXTS, closed), revision: revision + 1 };
  return {
    value,
    conditions: new Filter<RowValue>().and('revision', FilterConditions.equalTo(revision)),
  };
}

/** A register with its summary, in one transaction. */
export async function eraseFromRegister(erasing: Erasing, registerId: string): Promise<boolean> {
  const { storage, closed } = erasing;
  return await untilWritten(async () => {
    const register = await read(erasing, ENTITY.register, registerId);
    const summary = await read(erasing, ENTITY.summary, registerId);
    if (register === null) return null;
    const figures = summary && rowWithout(summary, REGISTER_TEXTS, closed);
    if (rowWithout(register, REGISTER_TEXTS, closed) === register && figures === summary) return null;
    const { value, conditions } = nextRegister(register, closed);
    let transaction = storage.transact().set(registerId, value, { entityName: ENTITY.register, conditions });
    if (figures !== null && figures !== summary) {
      transaction = transaction.set(registerId, withMergedLoad(figures), { entityName: ENTITY.summary });
    }
    return async () => {
      await transaction.execute();
    };
  });
}

/** A risk, with its register's revision: whoever is about to write to it reads it anew. */
export async function eraseFromRisk(erasing: Erasing, key: string): Promise<boolean> {
  const { storage, closed } = erasing;
  return await untilWritten(async () => {
    const registerId = key.split(':')[0] ?? '';
    const register = await read(erasing, ENTITY.register, registerId);
    const risk = await read(erasing, ENTITY.risk, key);
    const next = risk && rowWithout(risk, REGISTER_TEXTS, closed);
    if (next === null || next === risk) return null;
    const version = new Filter<RowValue>().and('version', FilterConditions.equalTo(Number(next['version'])));
    let transaction = storage.transact().set(key, next, { entityName: ENTITY.risk, conditions: version });
    if (register !== null) {
      const { value, conditions } = nextRegister(register, closed);
      transaction = transaction.set(registerId, value, { entityName: ENTITY.register, conditions });
    }
    return async () => {
      await transaction.execute();
    };
  });
}

/**
 * A like of a pre-mortem says who gave it by a digest of the account. It stays a like, of somebody who is told by a number out of
 * nothing, so that nobody can find out any more whose it was.
 */
export async function eraseFromPreMortem(erasing: Erasing, key: string): Promise<boolean> {
  const { storage, closed } = erasing;
  const row = await read(erasing, ENTITY.preMortem, key);
  const entry = rowOf(row?.['entry']);
  const { registerId } = row ?? {};
  if (row === null || entry === null || typeof registerId !== 'string' || entry['kind'] !== 'like')
    return false;
  const voters = new Set([...closed].map((accountId) => digestOf('voter', registerId, accountId)));
  const { voter: known, reasonId } = entry;
  if (typeof known !== 'string' || typeof reasonId !== 'string' || !voters.has(known)) return false;
  const voter = randomUUID().replaceAll('-', '');
  const next = `${registerId}:like:${reasonId}:${voter}`;
  await storage
    .transact()
    .set(
      next,
      { ...row, order: digestOf(next), entry: { ...entry, voter } },
      { entityName: ENTITY.preMortem },
    )
    .delete(key, { entityName: ENTITY.preMortem })
    .execute();
  return true;
}
