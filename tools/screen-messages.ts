import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Plugin } from 'vite';

const STATIC = fileURLToPath(new URL('../static', import.meta.url));

/** The sources of a folder and of the folders beside it that it imports from, whatever shows on a screen. */
function sourcesOf(folder: string, seen = new Set<string>()): readonly string[] {
  if (seen.has(folder) || !existsSync(folder)) return [];
  seen.add(folder);
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('build'))
    .map((path) => readFileSync(join(folder, path), 'utf8'));
  const beside = own.flatMap((source) =>
    [...source.matchAll(/(?:from |import\()'(?:\.\.\/)+([a-z-]+)\//g)].map(([, name = '']) =>
      join(STATIC, name),
    ),
  );
  return [...own, ...[...new Set(beside)].flatMap((other) => sourcesOf(other, seen))];
}

/**
 * The messages that a screen names. Screens share one catalogue, and each would carry the words of all the others. Ids are always
 * written out in the sources: a test of the catalogue holds that.
 */
export function messagesOf(folder: string, catalogue: Readonly<Record<string, string>>) {
  const sources = sourcesOf(resolve(folder)).join('\n');
  return Object.fromEntries(Object.entries(catalogue).filter(([id]) => sources.includes(`'${id}'`)));
}

/** Gives a screen those messages alone that it names. */
export function screenMessages(folder: string): Plugin {
  return {
    name: 'screen-messages',
    enforce: 'pre',
    load(id) {
      if (!/\/static\/ui\/messages\/[a-z-]+\.json$/i.test(id)) return undefined;
      const catalogue = JSON.parse(readFileSync(id, 'utf8')) as Record<string, string>;
      return JSON.stringify(messagesOf(folder, catalogue));
    },
  };
}
