import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Manifest, ManifestResource } from '#sandbox/forge/manifest';
import { contentTypeOf } from '#sandbox/forge/resources/content-type';
import { fileWithin } from '#sandbox/forge/resources/file';
import { BRIDGE_PATH, policyOf, withBridge } from '#sandbox/forge/resources/page';

/** The `sandbox` attribute of the iframes that Forge shows Custom UI in. */
export const FRAME_SANDBOX =
  'allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts';

const BRIDGE_FILE = fileURLToPath(new URL('./browser/global-bridge.js', import.meta.url));

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const text = (status: number, body: string): Answer => ({
  status,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body,
});

const notBuilt = ({ key, path }: ManifestResource): Answer => ({
  status: 503,
  headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  body: `<!doctype html><title>Not built</title><p>The resource ${key} has no ${path}/index.html yet. Stop the site and run <code>npm start</code>, which builds it.</p>`,
});

function decode(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/**
 * Serves the app's resources at `/<resource key>/…`, as Forge's CDN does from an origin of its own: pages with the bridge
 * and the real Content-Security-Policy, and only files of the resource's folder.
 * @param options.root folder of `manifest.yml`, below which the resources' paths are.
 * @param options.siteOrigin origin of the site that frames the pages, such as `http://localhost:8080`.
 */
export function createResourceServer(options: {
  readonly manifest: Manifest;
  readonly root: string;
  readonly siteOrigin: string;
}): (request: IncomingMessage, response: ServerResponse) => void {
  const { manifest, root, siteOrigin } = options;

  const fileAnswer = (file: string): Answer => {
    const headers = { 'content-type': contentTypeOf(file), 'x-content-type-options': 'nosniff' };
    if (!file.endsWith('.html')) {
      return { status: 200, headers: { ...headers, 'cache-control': 'no-cache' }, body: readFileSync(file) };
    }
    const body = withBridge(readFileSync(file, 'utf8'));
    const policy = policyOf(body, manifest, siteOrigin);
    return {
      status: 200,
      headers: { ...headers, 'cache-control': 'no-store', 'content-security-policy': policy },
      body,
    };
  };

  const answerOf = (url: string): Answer => {
    const address = url.split(/[?#]/)[0] ?? '/';
    if (address === BRIDGE_PATH) return fileAnswer(BRIDGE_FILE);
    const [, key = '', rest] = /^\/([^/]+)(\/.*)?$/.exec(address) ?? [];
    const resource = manifest.resources.get(key);
    if (!resource) return text(404, `manifest.yml declares no resource "${key}".`);
    if (rest === undefined) {
      return { status: 308, headers: { location: `/${key}/` }, body: '' };
    }
    const path = decode(rest === '/' ? '/index.html' : rest);
    const file = path === null ? null : fileWithin(resolve(join(root, resource.path)), path);
    if (file !== null) return fileAnswer(file);
    return path === '/index.html' ? notBuilt(resource) : text(404, `The resource ${key} has no such file.`);
  };

  return (request, response) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const answer = isRead ? answerOf(request.url ?? '/') : text(405, 'Resources can only be read.');
    response.writeHead(answer.status, { ...answer.headers });
    response.end(request.method === 'HEAD' ? undefined : answer.body);
  };
}
