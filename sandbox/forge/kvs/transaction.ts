import { filterTest } from '#sandbox/forge/kvs/conditions';
import { entityNamed } from '#sandbox/forge/kvs/entities';
import { KvsError, unprocessable } from '#sandbox/forge/kvs/errors';
import { changeTo, namespaceOf, type Place, type Storage } from '#sandbox/forge/kvs/key-value';
import { checkPayload, KVS_LIMITS } from '#sandbox/forge/kvs/limits';
import type { Filters, Transaction } from '#sandbox/forge/kvs/requests';

/** @throws KvsError `KEY_DUPLICATION_ERROR` when two operations name the same key of the same store. */
export function checkUnique(places: readonly Place[]): void {
  const names = new Set(places.map(({ key, entityName }) => JSON.stringify([entityName, key])));
  if (names.size < places.length) {
    throw new KvsError(400, 'KEY_DUPLICATION_ERROR', 'Duplicate key found in request');
  }
}

function checkCondition(
  place: Place & { readonly conditions?: Filters | undefined },
  storage: Storage,
): void {
  if (!place.conditions) return;
  if (place.entityName === undefined) throw unprocessable('conditions need an entityName.');
  const holds = filterTest(place.conditions, entityNamed(storage.entities, place.entityName));
  const row = storage.rows.get(namespaceOf(place, storage), place.key);
  // A condition on a key that is not there fails, whatever it asks: the platform wants the key to exist.
  if (!row || !holds(row.value as Readonly<Record<string, unknown>>)) {
    throw new KvsError(
      400,
      'CONDITIONAL_CHECK_FAILED',
      'Request failed due to conditional check specified or optimistic locking',
    );
  }
}

/**
 * Carries out all operations, or none when one is refused or its condition does not hold.
 * @throws KvsError
 * @see https://developer.atlassian.com/platform/forge/storage-reference/entities-transactions/
 */
export function transact(request: Transaction, storage: Storage): void {
  const { set = [], delete: deletions = [], check = [] } = request;
  const operations = [...set, ...deletions, ...check];
  if (operations.length === 0 || operations.length > KVS_LIMITS.operations) {
    throw unprocessable(
      `a transaction has 1 to ${KVS_LIMITS.operations} operations, got ${operations.length}.`,
    );
  }
  checkPayload(request);
  checkUnique(operations);
  const changes = [
    ...set.map((item) => changeTo(namespaceOf(item, storage), item, item.value, item.options?.ttl, storage)),
    ...deletions.map((item) => ({ namespace: namespaceOf(item, storage), key: item.key, row: null })),
  ];
  for (const item of operations) checkCondition(item, storage);
  storage.rows.apply(changes);
}
