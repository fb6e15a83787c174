import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { format, resolveConfig } from 'prettier';
import { parse } from 'yaml';

import { scopePage } from '#tools/listing/scope-table';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const file = join(ROOT, 'docs', 'scopes.md');
const page = scopePage(parse(readFileSync(join(ROOT, 'manifest.yml'), 'utf8')));
writeFileSync(file, await format(page, { ...(await resolveConfig(file)), filepath: file }));
console.log('docs/scopes.md is up to date.');
