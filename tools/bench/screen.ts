import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { load } from 'cheerio';

/** Kilobytes, gzipped, of the scripts that a built screen's index.html names: what first paint waits for. */
export function firstPaintGzipKB(build: string): number {
  const page = load(readFileSync(join(build, 'index.html'), 'utf8'));
  const scripts = page('script[src], link[rel="modulepreload"]')
    .toArray()
    .map((element) => page(element).attr('src') ?? page(element).attr('href') ?? '');
  const bytes = [...new Set(scripts)].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(build, path))).length,
    0,
  );
  return Math.round((bytes / 1024) * 10) / 10;
}
