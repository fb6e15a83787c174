import { z } from 'zod';

import { BATCH, PAGE, type RiskStorageAccess } from '#src/adapters/storage/risk/entities';

/** One row by its entity and key. */
export interface RowKey {
  readonly entityName: string;
  readonly key: string;
}

const FOUND = z.array(z.object({ key: z.string(), entityName: z.string().optional(), value: z.unknown() }));

/** Rows by their keys, as they are stored now; those that are not there are missing. The answer is keyed by entity and key. */
export async function readByKeys(
  { storage }: Pick<RiskStorageAccess, 'storage'>,
  keys: readonly RowKey[],
): Promise<ReadonlyMap<string, unknown>> {
  const batches = Array.from({ length: Math.ceil(keys.length / BATCH) }, (_, index) =>
    keys.slice(index * BATCH, (index + 1) * BATCH),
  );
  const answers = await Promise.all(batches.map(async (batch) => await storage.batchGet([...batch])));
  const found = new Map<string, unknown>();
  for (const { successfulKeys, failedKeys } of answers) {
    const broken = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
    if (broken) throw new Error(`The storage did not give ${broken.entityName ?? ''}: ${broken.error.code}.`);
    for (const { entityName, key, value } of FOUND.parse(successfulKeys)) {
      found.set(rowName({ entityName: entityName ?? '', key }), value);
    }
  }
  return found;
}

export const rowName = ({ entityName, key }: RowKey) => `${entityName} ${key}`;

interface Query {
  cursor(cursor: string): this;
  limit(limit: number): this;
  getMany(): Promise<{ results: readonly { key: string; value: unknown }[]; nextCursor?: string }>;
}

/** Every page of a query, while `goesOn` says so of the rows so far. */
export async function readPages(
  query: () => Query,
  goesOn: (rows: readonly { key: string; value: unknown }[]) => boolean = () => true,
): Promise<readonly { key: string; value: unknown }[]> {
  const rows: { key: string; value: unknown }[] = [];
  let cursor: string | undefined;
  do {
    const asked = query().limit(PAGE);
    const page = await (cursor === undefined ? asked : asked.cursor(cursor)).getMany();
    rows.push(...page.results);
    cursor = page.nextCursor;
  } while (cursor !== undefined && goesOn(rows));
  return rows;
}
