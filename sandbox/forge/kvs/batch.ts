import { badRequest, KvsError } from '#sandbox/forge/kvs/errors';
import type { Place } from '#sandbox/forge/kvs/key-value';
import { KVS_LIMITS } from '#sandbox/forge/kvs/limits';
import { checkUnique } from '#sandbox/forge/kvs/transaction';

const nameOf = ({ key, entityName }: Place) => ({ key, ...(entityName !== undefined && { entityName }) });

/**
 * Carries out each item by itself and reports which ones failed.
 * @param work does one item; what it returns is added to the item's line.
 * @throws KvsError for no item, more than 25, or the same key twice: then nothing is done.
 * @see https://developer.atlassian.com/platform/forge/storage-reference/kvs-batch/
 */
export function runBatch<Item extends Place>(
  verb: 'set' | 'get' | 'delete',
  items: readonly Item[],
  work: (item: Item) => object | undefined,
) {
  if (items.length === 0) throw badRequest('A batch needs at least one key.');
  if (items.length > KVS_LIMITS.operations) {
    throw new KvsError(
      400,
      'TOO_MANY_BATCH_ENTITIES',
      `Number of entities to ${verb} was ${items.length}, but you can only ${verb} a maximum of ${KVS_LIMITS.operations} entities at a time.`,
    );
  }
  checkUnique(items);
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    try {
      successfulKeys.push({ ...nameOf(item), ...work(item) });
    } catch (error) {
      if (!(error instanceof KvsError)) throw error;
      failedKeys.push({ ...nameOf(item), error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}
