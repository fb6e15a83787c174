import { describe, expect, it } from 'vitest';

import type { Store } from '#sandbox/state/store';
import { openStore } from '#sandbox/state/store';

import { runApp, type RunningApp } from '../running-app';

const EMPLOYEE = { entityName: 'employee' };
const aged = (age: number) => ({
  ...EMPLOYEE,
  conditions: { operator: 'and', conditions: [['age', 'EQUAL_TO', age]] },
});

const all = async (app: RunningApp) => {
  const plain = await app.call<{ results: { key: string; value: unknown }[] }>('query');
  const entities = await app.call<{ results: { key: string; value: unknown }[] }>('entityQuery', {
    entity: 'employee',
    index: 'by-key',
  });
  return [...(plain.value?.results ?? []), ...(entities.value?.results ?? [])].map(({ key, value }) => [
    key,
    value,
  ]);
};

async function withOne(store?: Store): Promise<RunningApp> {
  // Some of the requests are larger than a screen may send.
  const app = await runApp({ limits: { payloadBytes: 10 * 1024 * 1024 }, ...(store && { store }) });
  await app.call('kvs', { method: 'set', args: ['plain', 1] });
  await app.call('entity', { entity: 'employee', method: 'set', args: ['ann', { age: 30 }] });
  return app;
}

const BEFORE = [
  ['plain', 1],
  ['ann', { age: 30 }],
];

describe('a transaction', () => {
  it('sets, deletes and checks together', async () => {
    const app = await withOne();
    const request = {
      set: [
        ['new', 2],
        ['bob', { age: 1 }, EMPLOYEE],
      ],
      remove: [['plain']],
      check: [['ann', aged(30)]],
    };
    expect(await app.call('transact', request)).toEqual({});
    expect(await all(app)).toEqual([
      ['new', 2],
      ['ann', { age: 30 }],
      ['bob', { age: 1 }],
    ]);
  });

  it('sets on a condition and with a time to live', async () => {
    const app = await withOne();
    await app.call('transact', {
      set: [['ann', { age: 31 }, aged(30), { ttl: { value: 1, unit: 'DAYS' } }]],
    });
    const read = { entity: 'employee', method: 'get', args: ['ann', { metadataFields: ['EXPIRE_TIME'] }] };
    expect((await app.call('entity', read)).value).toEqual({
      key: 'ann',
      value: { age: 31 },
      expireTime: '2026-10-13T12:00:00.000Z',
    });
  });

  it('deletes what is not there without complaint', async () => {
    const app = await withOne();
    expect(await app.call('transact', { remove: [['missing']] })).toEqual({});
  });

  it.each([
    [
      'a condition of a set does not hold',
      {
        set: [
          ['plain', 9],
          ['ann', { age: 9 }, aged(31)],
        ],
      },
    ],
    ['a condition of a deletion does not hold', { set: [['plain', 9]], remove: [['ann', aged(31)]] }],
    ['a check does not hold', { set: [['plain', 9]], check: [['ann', aged(31)]] }],
    ['a check is about a key that is not there', { set: [['plain', 9]], check: [['nobody', aged(31)]] }],
  ])('changes nothing when %s', async (_what, request) => {
    const app = await withOne();
    expect((await app.call('transact', request)).error).toEqual({
      name: 'ForgeKvsError',
      status: 400,
      code: 'CONDITIONAL_CHECK_FAILED',
      message: 'Request failed due to conditional check specified or optimistic locking',
    });
    expect(await all(app)).toEqual(BEFORE);
  });

  it.each([
    [
      '26 operations',
      { set: Array.from({ length: 26 }, (_item, at) => [`k${at}`, 1]) },
      422,
      'UNPROCESSABLE_ENTITY',
    ],
    ['no operation', {}, 422, 'UNPROCESSABLE_ENTITY'],
    ['the same key twice', { set: [['plain', 9]], remove: [['plain']] }, 400, 'KEY_DUPLICATION_ERROR'],
    [
      'over 4 MB',
      { set: Array.from({ length: 18 }, (_item, at) => [`k${at}`, 'x'.repeat(239 * 1024)]) },
      400,
      'MAX_SIZE',
    ],
    [
      'a value over 240 KiB',
      {
        set: [
          ['plain', 9],
          ['big', 'x'.repeat(240 * 1024)],
        ],
      },
      400,
      'MAX_SIZE',
    ],
    [
      'a value of the wrong type',
      {
        set: [
          ['plain', 9],
          ['ann', { age: 'x' }, EMPLOYEE],
        ],
      },
      400,
      'INCORRECT_PROPERTY_TYPE',
    ],
    [
      'an undeclared entity',
      {
        set: [
          ['plain', 9],
          ['x', {}, { entityName: 'nobody' }],
        ],
      },
      404,
      'SCHEMA_NOT_FOUND',
    ],
    [
      'a bad key',
      {
        set: [
          ['plain', 9],
          ['a/b', 1],
        ],
      },
      400,
      'INVALID_KEY',
    ],
  ])('changes nothing with %s', async (_what, request, status, code) => {
    const app = await withOne();
    expect((await app.call('transact', request)).error).toMatchObject({ status, code });
    expect(await all(app)).toEqual(BEFORE);
  });

  it('takes the same key of two stores, and 25 operations', async () => {
    const app = await withOne();
    const set = [
      ['ann', 5],
      ['ann', { age: 1 }, EMPLOYEE],
      ...Array.from({ length: 23 }, (_item, at) => [`k${at}`, 1]),
    ];
    expect(await app.call('transact', { set })).toEqual({});
  });

  it('refuses conditions on a plain key, and a check without any', async () => {
    const app = await runApp();
    const condition = { property: 'age', condition: 'EQUAL_TO', values: [1] };
    const raw = async (body: object) => (await app.call('raw', { path: '/api/v1/transaction', body })).value;
    expect(await raw({ set: [{ key: 'a', value: 1, conditions: { and: [condition] } }] })).toMatchObject({
      status: 422,
    });
    expect(await raw({ check: [{ key: 'a', entityName: 'employee' }] })).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
    });
  });

  it('is on the disk as a whole or not at all', async () => {
    const store = openStore(':memory:');
    let writes = 0;
    const failing: Store = {
      ...store,
      put: (collection, id, value) => {
        if (collection === 'forge-kvs') writes += 1;
        if (writes > 3) throw new Error('the disk is full');
        store.put(collection, id, value);
      },
    };
    const app = await withOne(failing);
    const request = {
      set: [
        ['one', 1],
        ['two', 2],
      ],
    };
    expect((await app.call('transact', request)).error?.message).toContain('the disk is full');
    const kept = [...store.load('forge-kvs')].map(([id]) => id);
    expect(kept).toEqual(['["","plain"]', '["entity:employee","ann"]']);
    expect(await all(app)).toEqual(BEFORE);
  });
});

describe('a batch', () => {
  it('sets, gets and deletes each item by itself', async () => {
    const app = await withOne();
    const batch = async (method: string, items: object[]) =>
      (await app.call('kvs', { method, args: [items] })).value;
    expect(
      await batch('batchSet', [
        { key: 'a', value: 1 },
        { key: 'a', entityName: 'employee', value: { age: 1 } },
        { key: 'b', entityName: 'employee', value: { age: 'x' } },
        { key: 'c/d', value: 1 },
      ]),
    ).toEqual({
      successfulKeys: [{ key: 'a' }, { key: 'a', entityName: 'employee' }],
      failedKeys: [
        {
          key: 'b',
          entityName: 'employee',
          error: {
            code: 'INCORRECT_PROPERTY_TYPE',
            message: 'Data type for property "age" is defined as "integer"',
          },
        },
        { key: 'c/d', error: { code: 'INVALID_KEY', message: expect.any(String) as string } },
      ],
    });
    expect(
      await batch('batchGet', [
        { key: 'a' },
        { key: 'ann', entityName: 'employee', options: { metadataFields: ['CREATED_AT'] } },
        { key: 'z' },
      ]),
    ).toEqual({
      successfulKeys: [
        { key: 'a', value: 1 },
        { key: 'ann', entityName: 'employee', value: { age: 30 }, createdAt: expect.any(Number) as number },
      ],
      failedKeys: [{ key: 'z', error: { code: 'KEY_NOT_FOUND', message: 'Provided key does not exist' } }],
    });
    expect(await batch('batchDelete', [{ key: 'a' }, { key: 'z' }])).toMatchObject({
      successfulKeys: [{ key: 'a' }],
      failedKeys: [{ key: 'z' }],
    });
  });

  it.each([
    [
      '26 keys',
      Array.from({ length: 26 }, (_item, at) => ({ key: `k${at}`, value: 1 })),
      'TOO_MANY_BATCH_ENTITIES',
      'Number of entities to set was 26, but you can only set a maximum of 25 entities at a time.',
    ],
    ['no keys', [], 'BAD_REQUEST', 'A batch needs at least one key.'],
    [
      'a key twice',
      [
        { key: 'a', value: 1 },
        { key: 'a', value: 2 },
      ],
      'KEY_DUPLICATION_ERROR',
      'Duplicate key found in request',
    ],
  ])('fails as a whole with %s', async (_what, items, code, message) => {
    const app = await withOne();
    expect((await app.call('kvs', { method: 'batchSet', args: [items] })).error).toMatchObject({
      status: 400,
      code,
      message,
    });
    expect(await all(app)).toEqual(BEFORE);
  });
});
