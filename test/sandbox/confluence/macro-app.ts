import { fileURLToPath } from 'node:url';

import { startSite } from '#sandbox/server';
import { macroNode } from '#sandbox/forge/macro-node';

const file = (name: string) => fileURLToPath(new URL(`./app/${name}`, import.meta.url));

export const LEAD = '5b10a2844c20165700ede21a';
export const VIEWER = '5b10a2844c20165700ede27a';
export const OUTSIDER = '5b10a2844c20165700ede28b';

const KEY = (module: string) =>
  `00000000-0000-0000-0000-000000000001/22222222-3333-4444-8555-666666666666/static/${module}`;

/** A macro of the app in this folder, as it stands in a page. */
export const macro = (
  module: 'register' | 'word' | 'boxed' | 'unknown',
  localId: string,
  config?: Readonly<Record<string, unknown>>,
) => {
  const layout = { register: 'block', word: 'inline', boxed: 'bodied', unknown: 'block' } as const;
  return macroNode({ extensionKey: KEY(module), title: module, layout: layout[module] }, localId, config);
};

/** The local site in memory with the app in this folder and the demo's data. */
export async function startMacroSite(pages: string) {
  const site = await startSite({
    port: 0,
    stateFile: ':memory:',
    manifest: file('manifest.yml'),
    entry: file('index.cjs'),
    pages,
  });
  /** Calls the site's own API as somebody's browser would. */
  // The type parameter says what a test expects; the test checks it.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  const call = async <Body = unknown>(accountId: string, method: string, path: string, body?: unknown) => {
    const response = await fetch(site.url + path, {
      method,
      headers: { cookie: `local-site-user=${accountId}`, 'sec-fetch-site': 'same-origin' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Body };
  };
  const page = (title: string) => [...site.wiki.all('pages')].find((each) => each.title === title)!;
  return { site, call, page };
}
