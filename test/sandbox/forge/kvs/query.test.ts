import { describe, expect, it } from 'vitest';

import { runApp, type RunningApp } from '../running-app';

interface Page {
  readonly results: readonly { readonly key: string }[];
  readonly nextCursor?: string;
}

async function withKeys(...keys: string[]): Promise<RunningApp> {
  const app = await runApp();
  for (const key of keys) await app.call('kvs', { method: 'set', args: [key, key.toUpperCase()] });
  return app;
}

const keysOf = (page: Page | undefined) => page?.results.map(({ key }) => key);

describe('querying plain values', () => {
  it('answers them in key order, page by page', async () => {
    const app = await withKeys('b.2', 'a.1', 'b.10', 'b.1');
    const where = ['key', 'BEGINS_WITH', 'b.'];
    const first = (await app.call<Page>('query', { where, limit: 2 })).value;
    expect(first).toEqual({
      results: [
        { key: 'b.1', value: 'B.1' },
        { key: 'b.10', value: 'B.10' },
      ],
      nextCursor: expect.any(String) as string,
    });
    const second = (await app.call<Page>('query', { where, limit: 2, cursor: first?.nextCursor })).value;
    expect(second).toEqual({ results: [{ key: 'b.2', value: 'B.2' }] });
  });

  it('answers 10 unless told otherwise, 100 at most', async () => {
    const app = await withKeys(...Array.from({ length: 12 }, (_key, at) => `key-${at + 10}`));
    expect(keysOf((await app.call<Page>('query')).value)).toHaveLength(10);
    expect(keysOf((await app.call<Page>('query', { limit: 100 })).value)).toHaveLength(12);
  });

  it.each([
    ['a page over 100', { limit: 101 }, 'LIST_QUERY_LIMIT_EXCEEDED'],
    ['a page of none', { limit: 0 }, 'LIST_QUERY_LIMIT_EXCEEDED'],
    ['another field than the key', { where: ['value', 'BEGINS_WITH', 'a'] }, 'QUERY_WHERE_FIELD_INVALID'],
    ['another condition than beginsWith', { where: ['key', 'EQUAL_TO', 'a'] }, 'INVALID_FILTER_CONDITION'],
    ['a number to begin with', { where: ['key', 'BEGINS_WITH', 5] }, 'INVALID_FILTER_VALUES'],
    ['a cursor that is none', { cursor: 'made up' }, 'BAD_REQUEST'],
  ])('refuses %s', async (_what, payload, code) => {
    const app = await withKeys('a');
    expect((await app.call('query', payload)).error).toMatchObject({ status: 400, code });
  });

  it('refuses two conditions', async () => {
    const app = await runApp();
    const condition = { property: 'key', condition: 'BEGINS_WITH', values: ['a'] };
    const { value } = await app.call('raw', {
      path: '/api/v1/query',
      body: { where: [condition, condition] },
    });
    expect(value).toMatchObject({ status: 400, code: 'QUERY_WHERE_INVALID' });
  });

  it('refuses the cursor of another query', async () => {
    const app = await withKeys('a1', 'a2');
    const { value } = await app.call<Page>('query', { limit: 1 });
    const other = await app.call('query', { where: ['key', 'BEGINS_WITH', 'a'], cursor: value?.nextCursor });
    expect(other.error).toMatchObject({
      code: 'BAD_REQUEST',
      message: 'The cursor belongs to a query with other parameters.',
    });
  });

  it('lags behind writes and deletions as told, while get does not', async () => {
    const app = await withKeys('old');
    app.clock.advance(10_000);
    app.faults.set({ queryLagMs: 5000 });
    await app.call('kvs', { method: 'set', args: ['new', 'NEW'] });
    await app.call('kvs', { method: 'set', args: ['old', 'changed'] });
    expect((await app.call<Page>('query')).value?.results).toEqual([{ key: 'old', value: 'OLD' }]);
    expect((await app.call('kvs', { method: 'get', args: ['old'] })).value).toBe('changed');
    app.clock.advance(5000);
    expect(keysOf((await app.call<Page>('query')).value)).toEqual(['new', 'old']);
    await app.call('kvs', { method: 'delete', args: ['old'] });
    expect(keysOf((await app.call<Page>('query')).value)).toEqual(['new', 'old']);
    app.faults.set({ queryLagMs: 0 });
    expect(keysOf((await app.call<Page>('query')).value)).toEqual(['new']);
  });
});
