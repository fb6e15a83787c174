import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { parseManifest } from '#sandbox/forge/manifest';
import { createResourceServer, FRAME_SANDBOX } from '#sandbox/forge/resource-server';

import { manifestText } from './running-app';

const SITE = 'http://localhost:4321';
const root = mkdtempSync(join(tmpdir(), 'resources-'));
const servers: Server[] = [];

async function serve(manifest = manifestText()): Promise<number> {
  const server = createServer(
    createResourceServer({ manifest: parseManifest(manifest), root, siteOrigin: SITE }),
  );
  servers.push(server.listen(0, '127.0.0.1'));
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** Sends the path as it is: `fetch` would tidy `..` away. */
async function get(port: number, path: string, method = 'GET') {
  const asked = request({ host: '127.0.0.1', port, path, method }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let body = '';
  for await (const part of response.setEncoding('utf8')) body += String(part);
  return { status: response.statusCode, headers: response.headers, body };
}

let port: number;

beforeAll(async () => {
  mkdirSync(join(root, 'screen', 'assets'), { recursive: true });
  writeFileSync(
    join(root, 'screen', 'index.html'),
    '<!doctype html><html><head lang="en"><title>a</title></head><body><script>var a = 1</script></body></html>',
  );
  writeFileSync(join(root, 'screen', 'assets', 'main.js'), 'export {}');
  writeFileSync(join(root, 'screen', 'assets', 'a b.css'), 'a{}');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  symlinkSync(join(root, 'secret.txt'), join(root, 'screen', 'link.txt'));
  port = await serve();
});

afterAll(() => {
  for (const server of servers) server.close();
  rmSync(root, { recursive: true });
});

describe('serving a resource', () => {
  it.each(['/screen/', '/screen/index.html', '/screen/?theme=dark'])(
    'gives the page with the bridge before everything else: %s',
    async (path) => {
      const { status, headers, body } = await get(port, path);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
      expect(body).toContain('<head lang="en"><script src="/global-bridge.js"></script><title>');
    },
  );

  it.each([
    ['/screen/assets/main.js', 'text/javascript; charset=utf-8', 'export {}'],
    ['/screen/assets/a%20b.css', 'text/css; charset=utf-8', 'a{}'],
  ])('gives a file its type: %s', async (path, type, content) => {
    const { status, headers, body } = await get(port, path);
    expect({ status, type: headers['content-type'], body }).toEqual({ status: 200, type, body: content });
    expect(headers['content-security-policy']).toBeUndefined();
  });

  it('gives the bridge', async () => {
    const { headers, body } = await get(port, '/global-bridge.js');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(body).toContain('window.__bridge');
  });

  it('sends a folder without its slash on', async () => {
    expect(await get(port, '/screen')).toMatchObject({ status: 308, headers: { location: '/screen/' } });
  });

  it('answers HEAD without a body and refuses to be written to', async () => {
    expect(await get(port, '/screen/', 'HEAD')).toMatchObject({ status: 200, body: '' });
    expect((await get(port, '/screen/', 'POST')).status).toBe(405);
  });

  it.each([
    '/screen/missing.js',
    '/screen/assets/',
    '/screen/../secret.txt',
    '/screen/%2e%2e/secret.txt',
    '/screen/..%2fsecret.txt',
    '/screen/assets/..%2f..%2fsecret.txt',
    '/screen/link.txt',
    '/screen/a%00b',
    '/screen/%zz',
    '/other/',
    '/',
  ])('does not find %s', async (path) => {
    const { status, headers, body } = await get(port, path);
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 404,
      type: 'text/plain; charset=utf-8',
    });
    expect(body).not.toContain('secret\n');
    expect(body).not.toBe('secret');
  });

  it('says what to run when the resource is not built', async () => {
    const unbuilt = await serve(manifestText((text) => text.replace('path: screen', 'path: static/unbuilt')));
    const { status, body } = await get(unbuilt, '/screen/');
    expect(status).toBe(503);
    expect(body).toContain('static/unbuilt/index.html');
    expect(body).toContain('npm start');
  });
});

describe('the Content-Security-Policy', () => {
  const directives = async (of: number) => {
    const header = (await get(of, '/screen/')).headers['content-security-policy'];
    return new Map(
      String(header)
        .split('; ')
        .map((directive) => {
          const [name = '', ...values] = directive.split(' ');
          return [name, values];
        }),
    );
  };

  it("is Forge's: own scripts, no inline styles, only the site to connect to and to be framed by", async () => {
    const policy = await directives(port);
    expect(policy.get('script-src')).toContain("'self'");
    expect(policy.get('script-src')?.filter((source) => source.startsWith("'sha256-"))).toHaveLength(1);
    expect(policy.get('script-src')).not.toContain("'unsafe-inline'");
    expect(policy.get('style-src')).not.toContain("'unsafe-inline'");
    expect(policy.get('connect-src')).toContain(SITE);
    expect(policy.get('frame-ancestors')).toContain(SITE);
    expect(policy.get('sandbox')?.join(' ')).toBe(FRAME_SANDBOX);
    expect(policy.has('report-uri')).toBe(false);
  });

  it("opens what the manifest's permissions name", async () => {
    const permissions =
      'permissions:\n  content:\n    styles:\n      - unsafe-inline\n  external:\n    images:\n      - address: https://images.example.com\n';
    const policy = await directives(
      await serve(manifestText((text) => text.replace('permissions:\n', permissions))),
    );
    expect(policy.get('style-src')).toContain("'unsafe-inline'");
    expect(policy.get('img-src')).toContain('https://images.example.com');
  });
});
