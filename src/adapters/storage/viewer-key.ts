import { createHash } from 'node:crypto';

/**
 * A key of what is kept for one viewer: what they may see decides it. The account is in it as a digest, so that nothing stored
 * names a person.
 */
export function viewerKey(accountId: string, ...parts: readonly (number | string)[]): string {
  const viewer = createHash('sha256').update(accountId).digest('hex').slice(0, 32);
  return [viewer, ...parts].join(':');
}
