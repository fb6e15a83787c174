import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, it } from 'vitest';

import { runApp, type RunningApp } from './running-app';

const SCOPES = new Set(['read:jira-work', 'storage:app']);
const IMPERSONATING = (text: string) =>
  text.replace(
    '    - read:jira-work\n    - storage:app',
    '    read:jira-work:\n      allowImpersonation: true\n    storage:app: {}',
  );

const asked = ({ requests }: RunningApp) => requests.map(({ request }) => request);

describe('product requests of the backend', () => {
  it.each([
    ['as the user who called', { from: 'user' }, { caller: 'user', accountId: 'lead' }],
    ['as the same user by name', { from: 'user', accountId: 'lead' }, { caller: 'user', accountId: 'lead' }],
    ['as the app', { from: 'app' }, { caller: 'app', accountId: null }],
    ['as nobody', { from: 'none' }, { caller: 'app', accountId: undefined }],
  ])("go to Jira %s with the manifest's scopes", async (_who, payload, sender) => {
    const app = await runApp();
    expect(await app.call('product', { ...payload, method: 'put', body: { a: 1 } })).toEqual({
      value: { status: 200, text: '{"key":"A-1"}', limit: '5' },
    });
    expect(asked(app)).toEqual([
      {
        method: 'PUT',
        path: '/rest/api/3/issue/A-1?fields=summary',
        headers: { 'content-type': 'application/json' },
        body: '{"a":1}',
        scopes: SCOPES,
        ...sender,
      },
    ]);
    expect(app.requests[0]?.invocationId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('pass an answer without a body on', async () => {
    const app = await runApp({ answer: () => ({ status: 204, headers: {}, body: '' }) });
    expect((await app.call('product', { from: 'app' })).value).toEqual({
      status: 204,
      text: '',
      limit: null,
    });
  });

  it('as another user need scopes that allow impersonation, and carry only those', async () => {
    const app = await runApp();
    expect((await app.call('product', { from: 'user', accountId: 'other' })).error).toMatchObject({
      name: 'NEEDS_AUTHENTICATION_ERR',
      status: 401,
    });
    const allowed = await runApp({ manifest: IMPERSONATING });
    await allowed.call('product', { from: 'user', accountId: 'other' });
    expect(asked(allowed)).toMatchObject([{ accountId: 'other', scopes: new Set(['read:jira-work']) }]);
    expect(app.requests).toEqual([]);
  });

  it('as the user need a user', async () => {
    const app = await runApp();
    await app.call('push', { queue: 'work', events: { body: { asUser: true } } });
    await app.host.drain();
    expect((await app.seen())[1]).toMatchObject({ answer: { error: { name: 'NEEDS_AUTHENTICATION_ERR' } } });
  });

  it('say what is not simulated', async () => {
    const app = await runApp();
    expect((await app.call('product', { from: 'confluence' })).value).toMatchObject({
      status: 501,
      text: expect.stringContaining(
        'confluence (GET /rest/api/3/issue/A-1?fields=summary) is not simulated',
      ) as string,
    });
    expect((await app.call('raw', { path: '/api/v1/flush', body: {} })).value).toMatchObject({
      status: 501,
      code: 'NOT_SIMULATED',
    });
  });

  it('refuse a report of account ids without its scope', async () => {
    const app = await runApp();
    expect((await app.call('privacy')).error).toEqual({ status: 403 });
  });
});

describe('product requests of a screen', () => {
  it("are the viewer's, under the app's scopes", async () => {
    const app = await runApp({ answer: () => ({ status: 404, headers: { a: 'b' }, body: '{}' }) });
    const answer = await app.host.fetchProduct(
      { product: 'jira', restPath: '/rest/api/3/field', fetchRequestInit: { headers: [['Accept', 'x']] } },
      'viewer',
    );
    expect(answer).toEqual({ body: '{}', headers: { a: 'b' }, status: 404, statusText: 'Not Found' });
    expect(asked(app)).toEqual([
      {
        method: 'GET',
        path: '/rest/api/3/field',
        headers: { accept: 'x' },
        body: undefined,
        accountId: 'viewer',
        caller: 'screen',
        scopes: SCOPES,
      },
    ]);
  });

  it('say that Confluence is not simulated', async () => {
    const { host } = await runApp();
    expect(await host.fetchProduct({ product: 'confluence', restPath: '/wiki' }, 'viewer')).toMatchObject({
      status: 501,
      statusText: 'Not Implemented',
      body: expect.stringContaining('not simulated') as string,
    });
  });
});

describe('egress', () => {
  it.each([
    ['the SDK', false],
    ['the global fetch', true],
  ])('is refused to %s where the manifest does not declare it', async (_by, global) => {
    const app = await runApp();
    expect((await app.call('fetch', { url: 'https://example.com/a', global })).error).toEqual({
      name: 'REQUEST_EGRESS_ALLOWLIST_ERR',
      status: 403,
      message:
        'URL not included in the external fetch backend permissions: https://example.com/a. Visit go.atlassian.com/forge-egress for more information.',
    });
  });

  it('goes out where the manifest declares it', async () => {
    const server = createServer((_request, response) => response.end('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const declare = (text: string) =>
      text.replace(
        'permissions:',
        `permissions:\n  external:\n    fetch:\n      backend:\n        - '${origin}'\n        - address: '*.example.org'`,
      );
    const app = await runApp({ manifest: declare });
    expect((await app.call('fetch', { url: `${origin}/a` })).value).toBe('hello');
    expect((await app.call('fetch', { url: 'https://example.org.evil.test/' })).error?.status).toBe(403);
    server.close();
  });
});
