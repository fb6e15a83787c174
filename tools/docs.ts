import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parse } from 'yaml';

import { listingPages } from '#tools/listing/pages';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const manifest: unknown = parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8'));
for (const [path, text] of await listingPages(ROOT, manifest)) {
  writeFileSync(join(ROOT, path), text);
  console.log(`${path} is up to date.`);
}
