import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { scopePage } from '#tools/listing/scope-table';

const ROOT = join(import.meta.dirname, '../..');
const MANIFEST = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');

test('docs/scopes.md is what the manifest asks for; "npm run docs" makes it anew', async () => {
  const file = join(ROOT, 'docs', 'scopes.md');
  const page = await format(scopePage(parse(MANIFEST)), { ...(await resolveConfig(file)), filepath: file });
  expect(readFileSync(file, 'utf8')).toBe(page);
});

test('a scope without a reason, and a reason without a scope, are named', () => {
  const more = MANIFEST.replace('    - storage:app\n', '    - storage:app\n    - read:me\n');
  expect(() => scopePage(parse(more))).toThrow(/Without a reason: read:me\./);
  const less = MANIFEST.replace('    - write:jira-work\n', '');
  expect(() => scopePage(parse(less))).toThrow(/Not in the manifest: write:jira-work\./);
});
