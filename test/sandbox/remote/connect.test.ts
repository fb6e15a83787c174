import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect as connectSocket } from 'node:net';
import type { AddressInfo } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { createClock } from '#sandbox/clock';
import { createFaults } from '#sandbox/faults';
import { DEMO_USERS } from '#sandbox/demo/seed';
import { listen } from '#sandbox/api/listen';
import { createRest } from '#sandbox/jira/rest/create-rest';
import { basicAuthentication, createRestListener } from '#sandbox/jira/rest/http';
import { connect, ConnectError } from '#sandbox/remote/connect';
import { proxyOf, useProxies } from '#sandbox/remote/proxy';
import { createSiteClient } from '#sandbox/remote/site-client';

import { demoSite } from '../demo/demo-site';
import { type Act, openFront, type Front } from './front';

const TOKEN = 'a-secret-token';
const emailOf = (role: string) => DEMO_USERS.find((user) => user.role === role)!.email;

let closeSite: () => Promise<void>;
let front: Front;

beforeAll(async () => {
  const { site } = demoSite(Date.now());
  const rest = createRest({
    site,
    clock: createClock(Date.now),
    faults: createFaults(),
    siteUrl: 'http://localhost',
  });
  const server = await listen(createRestListener(rest.handle, basicAuthentication(site)), 0);
  closeSite = server.close;
  front = await openFront(`http://localhost:${server.port}`);
});

afterAll(async () => {
  await front.close();
  await closeSite();
});

afterEach(() => {
  front.act(() => null);
});

interface How {
  readonly address?: string;
  readonly email?: string;
  readonly proxy?: string | null;
  readonly timeoutMs?: number;
}

const clientOf = ({ address = front.url, email = emailOf('lead'), ...how }: How = {}) =>
  createSiteClient({ address, email, token: TOKEN, ...how });

/** What is said when it does not work. */
async function complaintOf(how: How = {}): Promise<string> {
  try {
    await connect(clientOf(how));
  } catch (error) {
    expect(error).toBeInstanceOf(ConnectError);
    const { message } = error as Error;
    expect(message).not.toContain('\n');
    expect(message).not.toContain(TOKEN);
    return message;
  }
  throw new Error('It connected.');
}

describe('connect', () => {
  it('says who it is and which boards there are', async () => {
    const { account, boards, boardCount } = await connect(clientOf());
    const lead = DEMO_USERS.find((user) => user.role === 'lead')!;
    expect(account).toMatchObject({ accountId: lead.accountId, displayName: lead.displayName });
    expect(boards).toContainEqual({ id: 1, name: expect.any(String) as string, projectKey: 'AUR' });
    expect(boardCount).toBeGreaterThanOrEqual(boards.length);
    expect(front.seen.every(({ headers }) => headers.authorization?.startsWith('Basic '))).toBe(true);
  });

  it('says so when nobody has the e-mail address', async () => {
    const complaint = await complaintOf({ email: 'nobody@example.com' });
    expect(complaint).toContain('does not take the token of nobody@example.com (401)');
    expect(complaint).toContain('https://id.atlassian.com/manage-profile/security/api-tokens');
  });

  it('says so when the account sees no board', async () => {
    front.act(({ path }) =>
      path.startsWith('/rest/agile/') ? { status: 200, body: '{"total":0,"values":[]}' } : null,
    );
    expect(await complaintOf()).toMatch(/sees no board on http:.* Ask a project’s administrator/);
  });

  const html = (status: number): Act => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: '<html>',
  });
  it.each<readonly [string, Act, RegExp]>([
    ['an expired token', { status: 401 }, /does not take the token of .* \(401\).*it may have expired/],
    [
      'an answer to somebody who is not logged in',
      {
        status: 200,
        headers: { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED' },
        body: '{"accountId":"x","displayName":"X"}',
      },
      /does not take the token of .* \(200\)/,
    ],
    [
      'a log-in that wants a captcha',
      { status: 403, headers: { 'x-seraph-loginreason': 'AUTHENTICATION_DENIED' } },
      /does not take the token/,
    ],
    ['no access to Jira', { status: 403 }, /does not let .* use Jira \(403\)\. Ask its administrator/],
    ['no such page', { status: 404 }, /There is no Jira at http:.*: it answered 404\./],
    ['no such site', html(404), /There is no Jira at .* 404 with something else than JSON/],
    ['a page in its place', html(200), /There is no Jira at .* 200 with something else than JSON/],
    ['another program', { status: 200, body: '{"hello":1}' }, /no Jira Cloud at .* another shape/],
    [
      'a redirect to another site',
      { status: 302, headers: { location: 'https://new.atlassian.net/x?secret=1' } },
      /it leads on to https:\/\/new\.atlassian\.net\. Give/,
    ],
    [
      'a redirect to its own log-in',
      { status: 302, headers: { location: '/login' } },
      /leads to a page of its own/,
    ],
    [
      'too many calls',
      { status: 429, headers: { 'retry-after': '30' } },
      /\(429\)\. Try again in 30 seconds\./,
    ],
    ['far too many calls', { status: 429, headers: { 'retry-after': '600' } }, /Try again in 10 minutes\./],
    ['too many calls, and no word for how long', { status: 429 }, /Try again in a few minutes\./],
    ['a site that is down', { status: 503 }, /is in trouble \(503\)\. Try again later\./],
    ['a proxy that wants a log-in', html(407), /The proxy wants a log-in \(407\)/],
  ])('says so on %s', async (_name, act, words) => {
    front.act(() => act);
    expect(await complaintOf()).toMatch(words);
    expect(front.seen).toHaveLength(1);
  });

  it('never follows a redirect with the credentials', async () => {
    const elsewhere = await openFront(front.url);
    front.act(() => ({ status: 307, headers: { location: `${elsewhere.url}/rest/api/3/myself` } }));
    expect(await complaintOf()).toContain(`leads on to ${elsewhere.url}`);
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.close();
  });

  it('gives up on a site that does not answer', async () => {
    front.act(() => 'hang');
    expect(await complaintOf({ timeoutMs: 300 })).toMatch(/did not answer within 0 seconds.*HTTPS_PROXY/);
  });

  it('says so when nothing listens, or the host is not known', async () => {
    const gone = await openFront(front.url);
    await gone.close();
    expect(await complaintOf({ address: gone.url })).toMatch(/^localhost:\d+ refuses connections/);
    expect(await complaintOf({ address: 'https://nowhere.invalid' })).toMatch(
      /^There is no host nowhere\.invalid\./,
    );
  });

  it('says so when the other side does not speak https', async () => {
    expect(await complaintOf({ address: front.url.replace('http:', 'https:') })).toMatch(
      /did not answer in https/,
    );
  });
});

describe('a certificate that nobody vouches for', () => {
  it('is said to be one, with what to set', async () => {
    const pem = readFileSync(new URL('./untrusted.pem', import.meta.url));
    const server = createSecureServer({ key: pem, cert: pem }, (_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await complaintOf({ address: `https://localhost:${port}` })).toMatch(
      /The certificate of localhost:\d+ is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\).*NODE_EXTRA_CA_CERTS/,
    );
    server.close();
  });
});

/** A proxy of which each CONNECT ends in one way; `through` lets it pass. */
async function openProxy(ending: string) {
  const asked: string[] = [];
  const server = createServer();
  const sockets = new Set<{ destroy: () => unknown }>();
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (ending === 'cut') socket.destroy();
    else if (ending === 'through') {
      const [host = '', port = ''] = (request.url ?? '').split(':');
      const onward = connectSocket(Number(port), host, () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      sockets.add(onward);
      onward.on('error', () => socket.destroy());
    } else socket.end(`HTTP/1.1 ${ending}\r\n\r\n`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const environment = { http_proxy: `http://me:secret@127.0.0.1:${port}` };
  const restore = useProxies(environment);
  return {
    asked,
    proxy: proxyOf(environment, 'http://localhost'),
    port,
    close: () => {
      restore();
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describe('a proxy from the environment', () => {
  it('is used, and nothing is different', async () => {
    const way = await openProxy('through');
    const { boards } = await connect(clientOf({ proxy: way.proxy }));
    expect(boards.length).toBeGreaterThan(0);
    expect(way.asked).toContain(new URL(front.url).host);
    way.close();
  });

  it.each([
    ['407 Proxy Authentication Required', /The proxy 127\.0\.0\.1:\d+ wants a log-in \(407\)/],
    ['403 Forbidden', /The proxy 127\.0\.0\.1:\d+ does not let calls through to localhost:\d+ \(403\)/],
    ['cut', /did not answer within .* and the proxy 127\.0\.0\.1:\d+|broke off/],
  ])('is named when it answers %s', async (ending, words) => {
    const way = await openProxy(ending);
    const complaint = await complaintOf({ proxy: way.proxy, timeoutMs: 1_000 });
    expect(complaint).toMatch(words);
    expect(complaint).not.toContain('secret');
    way.close();
  });

  it('is named when it answers a page in the site’s place', async () => {
    front.act(() => ({ status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' }));
    const way = await openProxy('through');
    expect(await complaintOf({ proxy: way.proxy })).toContain(
      `or the proxy ${way.proxy} answers in its place`,
    );
    way.close();
  });

  it('is named when it is not there', async () => {
    const environment = { HTTP_PROXY: 'http://127.0.0.1:1' };
    const restore = useProxies(environment);
    expect(await complaintOf({ proxy: proxyOf(environment, front.url) })).toMatch(
      /^The proxy 127\.0\.0\.1:1 .* refuses connections/,
    );
    restore();
  });

  it.each([
    [{}, 'https://a.atlassian.net', null],
    [{ HTTPS_PROXY: 'http://proxy:3128' }, 'https://a.atlassian.net', 'proxy:3128'],
    [{ https_proxy: 'https://u:p@proxy' }, 'https://a.atlassian.net', 'proxy:443'],
    [{ HTTP_PROXY: 'http://proxy:3128' }, 'https://a.atlassian.net', null],
    [{ HTTPS_PROXY: 'not an address' }, 'https://a.atlassian.net', null],
  ])('of %j for %s is %s', (environment, origin, proxy) => {
    expect(proxyOf(environment, origin)).toBe(proxy);
  });
});
