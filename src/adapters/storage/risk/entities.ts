import { createHash } from 'node:crypto';

import type { kvs } from '@forge/kvs';

import type { MacroPlace } from '#src/ports/risk/register-store';

/** The part of `kvs` of `@forge/kvs` that these adapters use. */
export type RiskStorage = Pick<typeof kvs, 'entity' | 'transact' | 'batchGet'>;

/** The entities of manifest.yml. */
export const ENTITY = {
  register: 'register',
  risk: 'risk',
  event: 'risk-event',
  summary: 'register-summary',
  shown: 'shown-register',
  reminder: 'risk-reminder',
  preMortem: 'pre-mortem-entry',
} as const;

/** The platform's limit for a batch. */
export const BATCH = 25;

/** The platform's limit for a page of a query. */
export const PAGE = 100;

/** What these adapters work with. */
export interface RiskStorageAccess {
  readonly storage: RiskStorage;
  /** Told of a value that cannot be read, by where it is: it stays there, and the rest is answered without it. */
  readonly report: (entity: string, key: string) => void;
}

function digest(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/**
 * The id of a macro's register, made from the page and the macro's id, so that it is found by its key alone and two people
 * who make it at once make the same one. A UUID of version 8: its digits are a digest.
 */
export function registerIdOf({ pageId, localId }: MacroPlace): string {
  return uuidOf('register', pageId, localId);
}

/** A UUID that is the same for the same parts. */
export function uuidOf(...parts: readonly string[]): string {
  const bytes = digest(...parts).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A short digest for a key. */
export const digestOf = (...parts: readonly string[]) =>
  digest(...parts)
    .toString('hex')
    .slice(0, 32);

/** With the register in it: an id from the screen finds nothing in another register. */
export const riskKey = (registerId: string, riskId: string) => `${registerId}:${riskId}`;

export const eventKey = (registerId: string, riskId: string, version: number) =>
  `${registerId}:${riskId}:${String(version).padStart(8, '0')}`;

/** A register's own history stands beside that of its risks. */
export const registerEventKey = (registerId: string, version: number) =>
  eventKey(registerId, 'register', version);
