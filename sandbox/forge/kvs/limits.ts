import { KvsError, unprocessable } from '#sandbox/forge/kvs/errors';

/** @see https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
export const KVS_LIMITS = {
  keyLength: 500,
  valueBytes: 240 * 1024,
  depth: 31,
  operations: 25,
  payloadBytes: 4 * 1024 * 1024,
  pageSize: 100,
  defaultPageSize: 10,
  conditions: 100,
  rangeBytes: 900,
  partitionBytes: 1700,
  ttlMs: 365 * 86_400_000,
} as const;

const KEY = /^(?!\s+$)[a-zA-Z0-9:._\s\-#]+$/;

/** @throws KvsError for a key that is empty, too long or has other characters. */
export function checkKey(key: string, isEntity: boolean): void {
  if (key === '') {
    throw isEntity
      ? new KvsError(400, 'EMPTY_KEY', 'Key cannot be empty.')
      : new KvsError(400, 'KEY_TOO_SHORT', 'The provided key needs to be more than one character.');
  }
  if (key.length > KVS_LIMITS.keyLength) {
    throw new KvsError(400, 'KEY_TOO_LONG', 'The provided key has exceeded the maximum 500 characters.');
  }
  if (!KEY.test(key)) {
    throw new KvsError(
      400,
      'INVALID_KEY',
      'The provided key does not match the regex: /^(?!\\s+$)[a-zA-Z0-9:._\\s-#]+$/',
    );
  }
}

/** Bytes of a value as JSON; 0 when there is none. */
export const sizeOf = (value: unknown) =>
  value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value));

/** Levels of objects and arrays: 0 for a text or a number, 1 for `{}`. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Object.values(value).reduce((deepest: number, item) => Math.max(deepest, depthOf(item)), 0);
}

/** @throws KvsError for no value at all, or one over 240 KiB or nested deeper than 31. */
export function checkValue(value: unknown): void {
  if (value === undefined || value === null) throw unprocessable('a value is anything of JSON but null.');
  if (sizeOf(value) > KVS_LIMITS.valueBytes) {
    throw new KvsError(400, 'MAX_SIZE', 'The provided value has exceeded the maximum size limit.');
  }
  if (depthOf(value) > KVS_LIMITS.depth) {
    throw new KvsError(
      400,
      'MAX_DEPTH',
      'The provided value has exceeded the maximum object depth (32) limit.',
    );
  }
}

/** A transaction or a `batchSet` carries at most 4 MB. @throws KvsError */
export function checkPayload(body: unknown): void {
  if (sizeOf(body) > KVS_LIMITS.payloadBytes) {
    throw new KvsError(400, 'MAX_SIZE', 'The provided value has exceeded the maximum size limit.');
  }
}

const UNIT_MS = { SECONDS: 1000, MINUTES: 60_000, HOURS: 3_600_000, DAYS: 86_400_000 } as const;

export interface Ttl {
  readonly value: number;
  readonly unit: keyof typeof UNIT_MS;
}

/** When a value written at `now` expires; null when it does not. @throws KvsError for no positive integer or more than a year. */
export function expiryOf(ttl: Ttl | undefined, now: number): number | null {
  if (!ttl) return null;
  if (!Number.isInteger(ttl.value) || ttl.value <= 0) {
    throw new KvsError(400, 'INVALID_TTL', `TTL value must be a positive integer, received: ${ttl.value}`);
  }
  const length = ttl.value * UNIT_MS[ttl.unit];
  if (length > KVS_LIMITS.ttlMs) throw new KvsError(400, 'INVALID_TTL', 'TTL cannot be more than 1 year.');
  return now + length;
}
