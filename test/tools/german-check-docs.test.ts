import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readDoc } from '#tools/check-docs';

import type { Block, Inline } from '../../static/backlog-health/docs/doc';

const DOCS = join(import.meta.dirname, '../../docs');
const pagesIn = (folder: string) => readdirSync(join(DOCS, folder)).sort();
const pageOf = (folder: string, name: string) => readDoc(readFileSync(join(DOCS, folder, name), 'utf8'));

/** The code of a page, in its order, and nothing of its words: option names are the same in every language. */
function codeIn(value: Block | Inline | readonly unknown[]): readonly string[] {
  if (typeof value === 'string') return [];
  if (Array.isArray(value)) return value.flatMap((part: Block) => codeIn(part));
  if ('kind' in value && value.kind === 'code') return [value.text];
  return Object.values(value).flatMap((part: unknown) =>
    typeof part === 'object' ? codeIn(part as Block) : [],
  );
}

describe('the German pages of the checks', () => {
  it('are there for each check', () => {
    expect(pagesIn('de/checks')).toEqual(pagesIn('checks'));
  });

  it.each(pagesIn('checks'))(
    '%s has the parts of the English page, with the same options, in other words',
    (name) => {
      const [english, german] = [pageOf('checks', name), pageOf('de/checks', name)];
      expect(german.map(({ kind }) => kind)).toEqual(english.map(({ kind }) => kind));
      expect(codeIn(german)).toEqual(codeIn(english));
      const paragraphs = (page: readonly Block[]) =>
        page.flatMap((block) => (block.kind === 'paragraph' ? [JSON.stringify(block.parts)] : []));
      expect(paragraphs(german).filter((text) => paragraphs(english).includes(text))).toEqual([]);
    },
  );
});
