import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';

import { Refusal } from '#sandbox/api/exchange';
import type { Session } from '#sandbox/api/session';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};

async function readBuilt(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EISDIR')) {
      throw new Refusal(404, 'There is no such file.');
    }
    throw error;
  }
}

/** Serves a file of the site's build under `/site/`. @throws Refusal 404 when there is none. */
export async function sendAsset(response: ServerResponse, folder: string, pathname: string): Promise<void> {
  const file = normalize(join(folder, decodeURIComponent(pathname.replace(/^\/site\//, ''))));
  if (!file.startsWith(folder + sep)) throw new Refusal(404, 'There is no such file.');
  const content = await readBuilt(file);
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  // Vite puts a hash of the content into the names of what it builds into assets.
  const cache = pathname.startsWith('/site/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  response.writeHead(200, {
    'content-type': type,
    'cache-control': cache,
    'x-content-type-options': 'nosniff',
  });
  response.end(content);
}

/** Serves the one page of the site, for whatever address inside it, in the session's colours from the first paint on. */
export async function sendPage(
  response: ServerResponse,
  folder: string,
  session: Session,
  resourceUrl: string,
): Promise<void> {
  const html = (await readBuilt(join(folder, 'index.html'))).toString('utf8');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'self'; frame-src ${resourceUrl}; img-src 'self' data:; frame-ancestors 'none'; base-uri 'self'`,
    'x-content-type-options': 'nosniff',
  });
  response.end(
    html
      .replace('<head>', '<head>\n    <base href="/site/" />')
      .replace('data-color-mode="light"', `data-color-mode="${session.theme}"`),
  );
}
