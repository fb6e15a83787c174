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

/** Atlassian's storage client on the local platform's storage, empty, under the rules of manifest.yml. */
export function forgeStorage() {
  const manifest = readManifest(join(ROOT, 'manifest.yml'));
  const rows = openRows(openStore(':memory:'), () => NOW);
  const used: KvsUse[] = [];
  const api = createKvsApi({
    storage: { rows, entities: manifest.entities, now: () => NOW, queryLagMs: () => 0 },
    scopes: manifest.scopes,
    count: (use) => used.push(use),
  });
  // The client looks for the platform's function with each request.
  (globalThis as { __forge_fetch__?: ForgeFetch }).__forge_fetch__ = async (_target, path, init = {}) => {
    await Promise.resolve();
    const { status, body } = api(path, JSON.parse(init.body as string));
    return jsonAnswer(status, body);
  };
  return {
    storage: kvs,
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
