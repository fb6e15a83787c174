import { describe, expect, it } from 'vitest';

import { openStore } from '#sandbox/state/store';

import { NOON, runApp, type RunningApp } from '../running-app';

const DAY = 86_400_000;

const kvs = async (app: RunningApp, method: string, ...args: unknown[]) =>
  await app.call('kvs', { method, args });

const nested = (levels: number): unknown => (levels === 0 ? 1 : { a: nested(levels - 1) });

describe('plain values', () => {
  it.each([['text'], [0], [false], [[1, { a: null }]], [{ a: { b: 'c' } }]])(
    'come back as they were set: %j',
    async (value) => {
      const app = await runApp();
      expect(await kvs(app, 'set', 'key', value)).toEqual({});
      expect(await kvs(app, 'get', 'key')).toEqual({ value });
    },
  );

  it('are undefined before they are set and after they are deleted', async () => {
    const app = await runApp();
    expect(await kvs(app, 'get', 'key')).toEqual({});
    await kvs(app, 'set', 'key', 1);
    expect(await kvs(app, 'delete', 'key')).toEqual({});
    expect(await kvs(app, 'get', 'key')).toEqual({});
    expect(await kvs(app, 'delete', 'key')).toEqual({});
  });

  it('survive a restart', async () => {
    const store = openStore(':memory:');
    await kvs(await runApp({ store }), 'set', 'key', 'kept');
    const again = await runApp({ store });
    expect((await kvs(again, 'get', 'key')).value).toBe('kept');
    expect((await again.call('query')).value).toEqual({ results: [{ key: 'key', value: 'kept' }] });
  });

  it('tell when they were made and changed, when asked', async () => {
    const app = await runApp();
    await kvs(app, 'set', 'key', 1);
    app.clock.advance(1000);
    await kvs(app, 'set', 'key', 2);
    const options = { metadataFields: ['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME'] };
    expect((await kvs(app, 'get', 'key', options)).value).toEqual({
      key: 'key',
      value: 2,
      createdAt: NOON,
      updatedAt: NOON + 1000,
    });
  });

  it('are not overwritten where the key policy forbids it', async () => {
    const app = await runApp();
    expect(await kvs(app, 'set', 'key', 1, { keyPolicy: 'FAIL_IF_EXISTS' })).toEqual({});
    expect((await kvs(app, 'set', 'key', 2, { keyPolicy: 'FAIL_IF_EXISTS' })).error).toMatchObject({
      name: 'ForgeKvsError',
      code: 'KEY_CONFLICT',
      status: 409,
      message: 'Provided key already exists and cannot be overwritten',
    });
    expect((await kvs(app, 'get', 'key')).value).toBe(1);
  });

  it('answer the value before or after when asked', async () => {
    const app = await runApp();
    const options = (returnValue: string) => ({
      keyPolicy: 'OVERRIDE',
      returnValue,
      returnMetadataFields: ['CREATED_AT'],
    });
    expect(await kvs(app, 'set', 'key', 1, options('PREVIOUS'))).toEqual({});
    expect((await kvs(app, 'set', 'key', 2, options('PREVIOUS'))).value).toEqual({
      key: 'key',
      value: 1,
      createdAt: NOON,
    });
    expect((await kvs(app, 'set', 'key', 3, options('LATEST'))).value).toEqual({
      key: 'key',
      value: 3,
      createdAt: NOON,
    });
  });

  it('are apart from secrets, which no query finds', async () => {
    const app = await runApp();
    await kvs(app, 'setSecret', 'key', 'hidden');
    expect((await kvs(app, 'get', 'key')).value).toBeUndefined();
    expect((await kvs(app, 'getSecret', 'key')).value).toBe('hidden');
    expect((await app.call('query')).value).toEqual({ results: [] });
    await kvs(app, 'deleteSecret', 'key');
    expect((await kvs(app, 'getSecret', 'key')).value).toBeUndefined();
  });
});

describe('time to live', () => {
  it('lasts from the write, and reads may answer an expired value for 48 hours more', async () => {
    const app = await runApp();
    await kvs(app, 'set', 'key', 1, { ttl: { value: 2, unit: 'HOURS' } });
    const expiry = async () =>
      (await kvs(app, 'get', 'key', { metadataFields: ['EXPIRE_TIME'] })).value as
        { expireTime: string } | undefined;
    expect((await expiry())?.expireTime).toBe('2026-10-12T14:00:00.000Z');
    app.clock.advance(2 * 3_600_000 + 2 * DAY - 1);
    expect((await expiry())?.expireTime).toBe('2026-10-12T14:00:00.000Z');
    app.clock.advance(1);
    expect(await expiry()).toBeUndefined();
    expect((await app.call('query')).value).toEqual({ results: [] });
    expect(await kvs(app, 'set', 'key', 2, { keyPolicy: 'FAIL_IF_EXISTS' })).toEqual({});
  });

  it('ends with a write that has none', async () => {
    const app = await runApp();
    await kvs(app, 'set', 'key', 1, { ttl: { value: 1, unit: 'SECONDS' } });
    await kvs(app, 'set', 'key', 2);
    app.clock.advance(3 * DAY);
    expect((await kvs(app, 'get', 'key')).value).toBe(2);
  });
});

describe('refusals', () => {
  it.each([
    ['an empty key', ['', 1], 400, 'KEY_TOO_SHORT'],
    ['a key of blanks', ['  ', 1], 400, 'INVALID_KEY'],
    ['a key with a slash', ['a/b', 1], 400, 'INVALID_KEY'],
    ['a key of 501 characters', ['k'.repeat(501), 1], 400, 'KEY_TOO_LONG'],
    ['a key that is no text', [5, 1], 400, 'BAD_REQUEST'],
    ['a value over 240 KiB', ['key', 'x'.repeat(240 * 1024 - 1)], 400, 'MAX_SIZE'],
    ['a value deeper than 31', ['key', nested(32)], 400, 'MAX_DEPTH'],
    ['null', ['key', null], 422, 'UNPROCESSABLE_ENTITY'],
    ['no value', ['key'], 400, 'BAD_REQUEST'],
    ['a TTL of zero', ['key', 1, { ttl: { value: 0, unit: 'DAYS' } }], 400, 'INVALID_TTL'],
    ['a TTL over a year', ['key', 1, { ttl: { value: 366, unit: 'DAYS' } }], 400, 'INVALID_TTL'],
    ['a TTL in weeks', ['key', 1, { ttl: { value: 1, unit: 'WEEKS' } }], 400, 'BAD_REQUEST'],
    [
      'a value back where none may be overwritten',
      ['key', 1, { keyPolicy: 'FAIL_IF_EXISTS', returnValue: 'LATEST' }],
      400,
      'BAD_REQUEST',
    ],
    [
      'metadata of a value not asked for',
      ['key', 1, { keyPolicy: 'OVERRIDE', returnMetadataFields: ['CREATED_AT'] }],
      400,
      'BAD_REQUEST',
    ],
  ])('set refuses %s', async (_what, args, status, code) => {
    const app = await runApp();
    expect((await kvs(app, 'set', ...args)).error).toMatchObject({ name: 'ForgeKvsError', status, code });
    expect((await app.call('query')).value).toEqual({ results: [] });
  });

  it.each([
    ['500 characters', 'k'.repeat(500), 1],
    ['every allowed character', 'aZ09:._-# \t', 1],
    ['240 KiB', 'key', 'x'.repeat(240 * 1024 - 2)],
    ['31 levels', 'key', nested(31)],
  ])('set takes %s', async (_what, key, value) => {
    const app = await runApp();
    expect(await kvs(app, 'set', key, value)).toEqual({});
    expect((await kvs(app, 'get', key)).value).toEqual(value);
  });

  it('refuses everything without the scope storage:app', async () => {
    const app = await runApp({ manifest: (text) => text.replace('    - storage:app\n', '') });
    expect((await kvs(app, 'get', 'key')).error).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });
});

describe('rates', () => {
  const LOW = { requestsPerSecond: 100, readUnitsPerMinute: 3, writeUnitsPerMinute: 3 };

  it("counts each 10 KB as a write and refuses past the minute's share", async () => {
    const app = await runApp({ kvsRates: LOW });
    await kvs(app, 'set', 'key', 'x'.repeat(25 * 1024));
    expect((await kvs(app, 'set', 'key', 1)).error).toMatchObject({
      status: 429,
      code: 'RATE_LIMIT_EXCEEDED',
    });
    expect((await app.call('transact', { set: [['key', 1]] })).error).toMatchObject({
      status: 429,
      code: 'TOO_MANY_REQUESTS',
    });
    app.clock.advance(60_000);
    expect(await kvs(app, 'set', 'key', 1)).toEqual({});
  });

  it('counts reads apart, by what they answer', async () => {
    const app = await runApp({ kvsRates: LOW });
    await kvs(app, 'set', 'key', 'x'.repeat(15 * 1024));
    await kvs(app, 'get', 'key');
    await kvs(app, 'get', 'other');
    expect((await kvs(app, 'get', 'other')).error).toMatchObject({
      status: 429,
      code: 'RATE_LIMIT_EXCEEDED',
    });
  });

  it('limits requests a second', async () => {
    const app = await runApp({ kvsRates: { ...LOW, requestsPerSecond: 2 } });
    await kvs(app, 'get', 'key');
    await kvs(app, 'set', 'key', 1);
    expect((await kvs(app, 'get', 'key')).error?.code).toBe('RATE_LIMIT_EXCEEDED');
    app.clock.advance(1000);
    expect((await kvs(app, 'get', 'key')).value).toBe(1);
  });
});

it('counts reads, writes and their bytes', async () => {
  const app = await runApp();
  await kvs(app, 'set', 'key', 'abc');
  await kvs(app, 'get', 'key');
  await app.call('query');
  expect(app.host.use()).toMatchObject({
    kvsWrites: 1,
    kvsReads: 2,
    kvsWrittenBytes: '{"key":"key","value":"abc"}'.length,
    kvsReadBytes: '{"key":"key","value":"abc"}'.length + '{"data":[{"key":"key","value":"abc"}]}'.length,
  });
});
