import { join } from 'node:path';

import { kvs } from '@forge/kvs';

import { jsonAnswer } from '#sandbox/forge/fetch/answers';
import type { ForgeFetch } from '#sandbox/forge/invocation/hooks';
import { createKvsApi, type KvsUse } from '#sandbox/forge/kvs/api';
import { entityNamespace } from '#sandbox/forge/kvs/key-value';
import { openRows, type Row } from '#sandbox/forge/kvs/rows';
import { readManifest } from '#sandbox/forge/manifest';
import { openStore } from '#sandbox/state/store';

import { ROOT } from '../../manifest/app-copy';

const NOW = Date.parse('2026-10-12T08:00:00.000Z');

interface StorageOptions {
  readonly now: () => number;
  readonly queryLagMs: () => number;
  /** Called before each request; what it throws is what the client gets. After it, the answer may still be lost. */
  readonly before: (path: string) => void;
  /** Called when a request was carried out. */
  readonly after: (path: string) => void;
}

/** A test may ask for more within a minute than the platform allows; the platform's own limits have their own tests. */
const NO_RATES = {
  requestsPerSecond: Number.MAX_SAFE_INTEGER,
  readUnitsPerMinute: Number.MAX_SAFE_INTEGER,
  writeUnitsPerMinute: Number.MAX_SAFE_INTEGER,
};

/** Atlassian's storage client on the local platform's storage, empty, under the rules of manifest.yml. */
export function forgeStorage({
  now = () => NOW,
  queryLagMs = () => 0,
  before = () => undefined,
  after = () => undefined,
}: Partial<StorageOptions> = {}) {
  const manifest = readManifest(join(ROOT, 'manifest.yml'));
  const rows = openRows(openStore(':memory:'), now);
  const paths: string[] = [];
  const used: KvsUse[] = [];
  const api = createKvsApi({
    storage: { rows, entities: manifest.entities, now, queryLagMs },
    rates: NO_RATES,
    scopes: manifest.scopes,
    count: (use) => used.push(use),
  });
  // The client looks for the platform's function with each request.
  (globalThis as { __forge_fetch__?: ForgeFetch }).__forge_fetch__ = async (_target, path, init = {}) => {
    await Promise.resolve();
    paths.push(path);
    before(path);
    const { status, body } = api(path, JSON.parse(init.body as string));
    after(path);
    return jsonAnswer(status, body);
  };
  return {
    storage: kvs,
    /** Every request so far, by its path. */
    paths: paths as readonly string[],
    /** Every row of an entity. */
    rowsOf: (entity: string): readonly Row[] => rows.asOf(entityNamespace(entity), 0),
    /** Puts a value as it is, whatever the app would write. */
    put: (entity: string, key: string, value: object): void => {
      const { status } = api('/api/v1/entity/set', { entityName: entity, key, value });
      if (status >= 300) throw new Error(`The storage refused ${entity} ${key} with ${status}.`);
    },
    writtenBytes: () =>
      used.reduce((sum, { direction, bytes }) => sum + (direction === 'write' ? bytes : 0), 0),
  };
}
