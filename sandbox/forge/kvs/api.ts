import { runBatch } from '#sandbox/forge/kvs/batch';
import { queryEntity } from '#sandbox/forge/kvs/entity-query';
import { badRequest, KvsError } from '#sandbox/forge/kvs/errors';
import {
  changeTo,
  get,
  namespaceOf,
  type Place,
  remove,
  set,
  type Storage,
} from '#sandbox/forge/kvs/key-value';
import { checkKey, checkPayload, sizeOf } from '#sandbox/forge/kvs/limits';
import { query } from '#sandbox/forge/kvs/query';
import { createRateMeter, type Direction, KVS_RATES, type KvsRates } from '#sandbox/forge/kvs/rate';
import * as requests from '#sandbox/forge/kvs/requests';
import { SECRETS } from '#sandbox/forge/kvs/rows';
import { transact } from '#sandbox/forge/kvs/transaction';

const { readRequest } = requests;

export interface KvsAnswer {
  readonly status: number;
  /** Undefined: an empty body. */
  readonly body: unknown;
}

/** What one request moved, for the meter of the site. */
export interface KvsUse {
  readonly direction: Direction;
  readonly bytes: number;
}

interface Endpoint {
  readonly direction: Direction;
  readonly run: (body: unknown, storage: Storage) => unknown;
}

type Where = (place: Place, storage: Storage) => string;

const secret: Where = ({ key }) => {
  checkKey(key, false);
  return SECRETS;
};

const plain: Where = ({ key }, storage) => namespaceOf({ key }, storage);

const entity: Where = (place, storage) => {
  if (place.entityName === undefined) throw badRequest('entityName: required');
  return namespaceOf(place, storage);
};

const read = (run: Endpoint['run']): Endpoint => ({ direction: 'read', run });
const write = (run: Endpoint['run']): Endpoint => ({ direction: 'write', run });

const endpointsOf = (path: string, where: Where): Record<string, Endpoint> => ({
  [`${path}/get`]: read((body, storage) => {
    const { options, ...place } = readRequest(requests.GET, body);
    return get(where(place, storage), place.key, options?.metadataFields, storage);
  }),
  [`${path}/set`]: write((body, storage) => {
    const { value, options, ...place } = readRequest(requests.SET, body);
    const at = where === entity ? place : { key: place.key };
    return set(where(place, storage), at, value, options, storage);
  }),
  [`${path}/delete`]: write((body, storage) => {
    const place = readRequest(requests.DELETE, body);
    remove(where(place, storage), place.key, storage);
  }),
});

/** Every endpoint that `@forge/kvs` calls. */
const ENDPOINTS: ReadonlyMap<string, Endpoint> = new Map(
  Object.entries({
    ...endpointsOf('/api/v1', plain),
    ...endpointsOf('/api/v1/secret', secret),
    ...endpointsOf('/api/v1/entity', entity),
    '/api/v1/query': read((body, storage) => query(readRequest(requests.QUERY, body), storage)),
    '/api/v1/entity/query': read((body, storage) =>
      queryEntity(readRequest(requests.ENTITY_QUERY, body), storage),
    ),
    '/api/v1/transaction': write((body, storage) => {
      transact(readRequest(requests.TRANSACTION, body), storage);
    }),
    '/api/v1/batch/set': write((body, storage) => {
      checkPayload(body);
      return runBatch('set', readRequest(requests.BATCH_SET, body), (item) => {
        const change = changeTo(namespaceOf(item, storage), item, item.value, item.options?.ttl, storage);
        storage.rows.apply([change]);
        return undefined;
      });
    }),
    '/api/v1/batch/get': read((body, storage) =>
      runBatch('get', readRequest(requests.BATCH_GET, body), (item) =>
        get(namespaceOf(item, storage), item.key, item.options?.metadataFields, storage),
      ),
    ),
    '/api/v1/batch/delete': write((body, storage) =>
      runBatch('delete', readRequest(requests.BATCH_DELETE, body), (item) => {
        remove(namespaceOf(item, storage), item.key, storage);
        return undefined;
      }),
    ),
  }),
);

export type HandleKvs = (path: string, body: unknown) => KvsAnswer;

/**
 * The REST API behind `@forge/kvs`: Key-Value Store, secrets and Custom Entity Store.
 * @param count told of each request that was let in.
 */
export function createKvsApi(options: {
  readonly storage: Storage;
  readonly scopes: readonly string[];
  readonly rates?: KvsRates | undefined;
  readonly count: (use: KvsUse) => void;
}): HandleKvs {
  const { storage, scopes, rates = KVS_RATES, count } = options;
  const meter = createRateMeter(rates, storage.now);
  const run = (path: string, body: unknown): KvsAnswer => {
    const endpoint = ENDPOINTS.get(path);
    if (!endpoint) return { status: 501, body: { code: 'NOT_SIMULATED', message: `not simulated: ${path}` } };
    if (!scopes.includes('storage:app')) {
      throw new KvsError(
        403,
        'FORBIDDEN',
        'The app lacks the scope storage:app: declare it in manifest.yml.',
      );
    }
    meter.admit(endpoint.direction, path === '/api/v1/transaction');
    let moved = endpoint.direction === 'write' ? sizeOf(body) : 0;
    try {
      const answer = endpoint.run(body, storage);
      if (endpoint.direction === 'read') moved = sizeOf(answer);
      return { status: answer === undefined ? 204 : 200, body: answer };
    } finally {
      meter.count(endpoint.direction, moved);
      count({ direction: endpoint.direction, bytes: moved });
    }
  };
  return (path, body) => {
    try {
      return run(path, body);
    } catch (error) {
      if (!(error instanceof KvsError)) throw error;
      return { status: error.status, body: { code: error.code, message: error.message } };
    }
  };
}
