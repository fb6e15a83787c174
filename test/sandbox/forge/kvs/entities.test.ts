import { describe, expect, it } from 'vitest';

import { runApp, type RunningApp } from '../running-app';

interface Page {
  readonly results: readonly { readonly key: string }[];
  readonly nextCursor?: string;
}

const STAFF = {
  ann: { surname: 'Archer', age: 30, pay: 1.5, remote: true },
  bob: { surname: 'Baker', age: 40, remote: true },
  cid: { surname: 'Archer', age: 20, remote: true },
  dee: { surname: 'Archer', age: 50, remote: false, extra: { any: ['thing'] } },
  eve: { surname: 'Eaves' },
};

async function withStaff(): Promise<RunningApp> {
  const app = await runApp();
  for (const [key, value] of Object.entries(STAFF)) {
    expect(await app.call('entity', { entity: 'employee', method: 'set', args: [key, value] })).toEqual({});
  }
  return app;
}

const find = async (app: RunningApp, query: object) =>
  await app.call<Page>('entityQuery', { entity: 'employee', ...query });

describe('an entity', () => {
  it('is set, read and deleted, apart from a plain value of the same key', async () => {
    const app = await withStaff();
    const entity = async (method: string) =>
      await app.call('entity', { entity: 'employee', method, args: ['ann'] });
    expect((await entity('get')).value).toEqual(STAFF.ann);
    expect((await app.call('kvs', { method: 'get', args: ['ann'] })).value).toBeUndefined();
    await entity('delete');
    expect((await entity('get')).value).toBeUndefined();
  });

  it.each([
    ['an undeclared entity', 'nobody', 'key', {}, 404, 'SCHEMA_NOT_FOUND'],
    ['a name of two characters', 'ab', 'key', {}, 400, 'ENTITY_TYPE_TOO_SHORT'],
    ['a name of 61 characters', 'a'.repeat(61), 'key', {}, 400, 'ENTITY_TYPE_TOO_LARGE'],
    ['a name with capitals', 'Employee', 'key', {}, 400, 'INVALID_ENTITY_TYPE'],
    ['an empty key', 'employee', '', {}, 400, 'EMPTY_KEY'],
    ['a text for an integer', 'employee', 'key', { age: '5' }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['a fraction for an integer', 'employee', 'key', { age: 1.5 }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['an integer over 32 bits', 'employee', 'key', { age: 2 ** 31 }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['a float too small', 'employee', 'key', { pay: 1e-131 }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['a text for a boolean', 'employee', 'key', { remote: 'true' }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['null for a text', 'employee', 'key', { surname: null }, 400, 'INCORRECT_PROPERTY_TYPE'],
    ['a blank text', 'employee', 'key', { surname: ' ' }, 400, 'INVALID_ENTITY_VALUE'],
    ['an undeclared attribute', 'employee', 'key', { shoe: 42 }, 400, 'INVALID_ENTITY_VALUE'],
    ['a list as value', 'employee', 'key', [1], 400, 'INVALID_ENTITY_VALUE'],
    [
      'a text of an index over 900 bytes',
      'employee',
      'key',
      { surname: 'x'.repeat(900) },
      422,
      'UNPROCESSABLE_ENTITY',
    ],
  ])('refuses %s', async (_what, entity, key, value, status, code) => {
    const app = await runApp();
    expect((await app.call('entity', { entity, method: 'set', args: [key, value] })).error).toMatchObject({
      status,
      code,
    });
  });

  it.each([[-(2 ** 31)], [2 ** 31 - 1], [0]])('takes the integer %i', async (age) => {
    const app = await runApp();
    expect(await app.call('entity', { entity: 'employee', method: 'set', args: ['key', { age }] })).toEqual(
      {},
    );
  });
});

describe('querying an entity', () => {
  it.each([
    ['by-key, all', { index: 'by-key' }, ['ann', 'bob', 'cid', 'dee', 'eve']],
    ['by-key, downwards', { index: 'by-key', sort: 'DESC', limit: 2 }, ['eve', 'dee']],
    ['by-key, beginning', { index: 'by-key', where: ['BEGINS_WITH', 'b'] }, ['bob']],
    ['a simple index, ties by key', { index: 'surname' }, ['ann', 'cid', 'dee', 'bob', 'eve']],
    ['a simple index, equal', { index: 'surname', where: ['EQUAL_TO', 'Archer'] }, ['ann', 'cid', 'dee']],
    ['a range without the rows that lack it', { index: 'by-age' }, ['cid', 'ann', 'bob', 'dee']],
    ['a range, between', { index: 'by-age', where: ['BETWEEN', 20, 40] }, ['cid', 'ann', 'bob']],
    ['a range, greater', { index: 'by-age', where: ['GREATER_THAN', 30] }, ['bob', 'dee']],
    [
      'a range, greater or equal',
      { index: 'by-age', where: ['GREATER_THAN_EQUAL_TO', 30] },
      ['ann', 'bob', 'dee'],
    ],
    ['a range, less', { index: 'by-age', where: ['LESS_THAN', 30] }, ['cid']],
    [
      'a range, less or equal, downwards',
      { index: 'by-age', where: ['LESS_THAN_EQUAL_TO', 30], sort: 'DESC' },
      ['ann', 'cid'],
    ],
    ['a partition', { index: 'by-remote-and-surname-age', partition: [true, 'Archer'] }, ['cid', 'ann']],
    [
      'a partition and a range',
      { index: 'by-remote-and-surname-age', partition: [true, 'Archer'], where: ['LESS_THAN', 25] },
      ['cid'],
    ],
    [
      'filters, all',
      {
        index: 'by-key',
        filters: {
          operator: 'and',
          conditions: [
            ['surname', 'CONTAINS', 'rch'],
            ['age', 'NOT_EQUAL_TO', 30],
          ],
        },
      },
      ['cid', 'dee'],
    ],
    [
      'filters, any',
      {
        index: 'by-key',
        filters: {
          operator: 'or',
          conditions: [
            ['age', 'NOT_EXISTS', true],
            ['pay', 'EXISTS', true],
          ],
        },
      },
      ['ann', 'eve'],
    ],
    [
      'filters on what is not there',
      {
        index: 'by-key',
        filters: {
          operator: 'and',
          conditions: [
            ['surname', 'NOT_CONTAINS', 'rch'],
            ['age', 'NOT_EQUAL_TO', 40],
          ],
        },
      },
      ['eve'],
    ],
  ])('%s', async (_what, query, keys) => {
    const { value, error } = await find(await withStaff(), query);
    expect(error).toBeUndefined();
    expect(value?.results.map(({ key }) => key)).toEqual(keys);
  });

  it('goes on after a cursor, in either direction', async () => {
    const app = await withStaff();
    for (const [sort, expected] of [
      ['ASC', ['ann', 'cid', 'dee', 'bob', 'eve']],
      ['DESC', ['eve', 'bob', 'dee', 'cid', 'ann']],
    ] as const) {
      const keys: string[] = [];
      let cursor: string | undefined;
      do {
        const { value } = await find(app, { index: 'surname', sort, limit: 2, ...(cursor && { cursor }) });
        keys.push(...(value?.results ?? []).map(({ key }) => key));
        cursor = value?.nextCursor;
      } while (cursor !== undefined);
      expect(keys).toEqual(expected);
    }
  });

  it('cuts the page before it filters: a page may be empty and have a next one', async () => {
    const filters = { operator: 'and', conditions: [['surname', 'EQUAL_TO', 'Eaves']] };
    const { value } = await find(await withStaff(), { index: 'by-key', filters, limit: 2 });
    expect(value).toEqual({ results: [], nextCursor: expect.any(String) as string });
  });

  it('answers metadata when asked', async () => {
    const { value } = await find(await withStaff(), {
      index: 'by-key',
      limit: 1,
      options: { metadataFields: ['CREATED_AT'] },
    });
    expect(value?.results).toEqual([
      { key: 'ann', value: STAFF.ann, createdAt: expect.any(Number) as number },
    ]);
  });

  it('lags behind writes as told', async () => {
    const app = await withStaff();
    app.faults.set({ queryLagMs: 1000 });
    expect((await find(app, { index: 'by-age' })).value?.results).toEqual([]);
    app.clock.advance(1000);
    expect((await find(app, { index: 'by-age' })).value?.results).toHaveLength(4);
  });

  it.each([
    ['an undeclared index', { index: 'by-pay' }, 400, 'INVALID_ENTITY_INDEX'],
    ['a page over 100', { index: 'by-key', limit: 101 }, 400, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
    ['a page of none', { index: 'by-key', limit: 0 }, 400, 'COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE'],
    ['a partition where there is none', { index: 'by-age', partition: ['x'] }, 422, 'UNPROCESSABLE_ENTITY'],
    ['no partition where there is one', { index: 'by-remote-and-surname-age' }, 422, 'UNPROCESSABLE_ENTITY'],
    [
      'part of a partition',
      { index: 'by-remote-and-surname-age', partition: [true] },
      422,
      'UNPROCESSABLE_ENTITY',
    ],
    [
      'a partition in another order',
      { index: 'by-remote-and-surname-age', partition: ['Archer', true] },
      422,
      'UNPROCESSABLE_ENTITY',
    ],
    ['a range of another type', { index: 'by-age', where: ['EQUAL_TO', '30'] }, 422, 'UNPROCESSABLE_ENTITY'],
    ['a beginning of a number', { index: 'by-age', where: ['BEGINS_WITH', 3] }, 422, 'UNPROCESSABLE_ENTITY'],
    [
      'a condition that ranges lack',
      { index: 'by-age', where: ['NOT_EQUAL_TO', 3] },
      400,
      'INVALID_FILTER_CONDITION',
    ],
    ['one end of a range', { index: 'by-age', where: ['BETWEEN', 3] }, 400, 'INSUFFICIENT_FILTER_VALUES'],
    ['two values for one', { index: 'by-age', where: ['EQUAL_TO', 3, 4] }, 400, 'INVALID_FILTER_VALUES'],
    [
      'a filter on an undeclared attribute',
      { index: 'by-key', filters: { operator: 'and', conditions: [['shoe', 'EXISTS', true]] } },
      422,
      'UNPROCESSABLE_ENTITY',
    ],
    [
      'a filter on an attribute of any type',
      { index: 'by-key', filters: { operator: 'and', conditions: [['extra', 'EXISTS', true]] } },
      422,
      'UNPROCESSABLE_ENTITY',
    ],
    [
      'over 100 conditions',
      {
        index: 'by-key',
        filters: { operator: 'or', conditions: Array.from({ length: 101 }, () => ['age', 'EQUAL_TO', 1]) },
      },
      422,
      'UNPROCESSABLE_ENTITY',
    ],
  ])('refuses %s', async (_what, query, status, code) => {
    expect((await find(await withStaff(), query)).error).toMatchObject({ status, code });
  });

  it.each([
    ['both operators', { and: [], or: [] }, 'INVALID_FILTER_OPERATORS_COMBINATION'],
    ['an empty operator', { and: [] }, 'EMPTY_FILTER_OPERATOR'],
    ['no operator', {}, 'EMPTY_FILTER_OPERATOR'],
  ])('refuses %s', async (_what, filters, code) => {
    const app = await runApp();
    const body = { entityName: 'employee', indexName: 'by-key', filters };
    expect((await app.call('raw', { path: '/api/v1/entity/query', body })).value).toMatchObject({
      status: 400,
      code,
    });
  });
});
