import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';
import { parse } from 'yaml';

import { dataPage } from '#tools/listing/data-page';
import { listingPages } from '#tools/listing/pages';
import { scopePage } from '#tools/listing/scope-table';

const ROOT = join(import.meta.dirname, '../..');
const MANIFEST = readFileSync(join(ROOT, 'manifest.yml'), 'utf8');

test('the pages of permissions and data are those of the manifest; "npm run docs" makes them anew', async () => {
  const pages = await listingPages(ROOT, parse(MANIFEST));
  expect(pages).toHaveLength(2);
  for (const [path, text] of pages) expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
});

test('a scope without a reason, and a reason without a scope, are named', () => {
  const more = MANIFEST.replace('    - storage:app\n', '    - storage:app\n    - read:me\n');
  expect(() => scopePage(parse(more))).toThrow(/Without a reason: read:me\./);
  const less = MANIFEST.replace('    - write:jira-work\n', '');
  expect(() => scopePage(parse(less))).toThrow(/Not in the manifest: write:jira-work\./);
});

test('an entity without a description, and a description without an entity, are named', () => {
  const other = MANIFEST.replace('- name: kept-health', '- name: kept-answer');
  expect(() => dataPage(parse(other))).toThrow(
    /Without a description: kept-answer\. Not in the manifest: kept-health\./,
  );
});
