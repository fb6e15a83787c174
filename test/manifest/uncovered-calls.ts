import { join } from 'node:path';

import { readManifest } from '#sandbox/forge/manifest';
import type { Rest } from '#sandbox/jira/rest/create-rest';

import { ROOT } from './app-copy';

/** The app's REST calls that needed a scope which the manifest does not declare, or that no endpoint answers. */
export function uncoveredCalls({ ledger }: Pick<Rest, 'ledger'>): readonly string[] {
  const declared = new Set(readManifest(join(ROOT, 'manifest.yml')).scopes);
  return ledger
    .entries({ callers: ['user', 'app', 'screen'] })
    .filter(({ scopes }) => scopes.length === 0 || scopes.some((scope) => !declared.has(scope)))
    .map(({ method, operation, scopes }) => `${method} ${operation} (${scopes.join(', ')})`);
}
