import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { marked, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';

import type { Block, Inline } from '../static/backlog-health/docs/doc';

/** The pages by the name of the module that serves them; of a language besides English, that name ends in it. */
const FOLDERS: Readonly<Record<string, string>> = {
  'virtual:check-docs': fileURLToPath(new URL('../docs/checks', import.meta.url)),
  'virtual:check-docs/de': fileURLToPath(new URL('../docs/de/checks', import.meta.url)),
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
};

/** Text as a reader sees it: the lexer leaves entities for an HTML page to resolve, and there is none. */
function plain(text: string): string {
  return text.replaceAll(/&(?:[a-z]+|#\d+);/gi, (entity) => {
    const character = ENTITIES[entity];
    if (character === undefined) throw new Error(`The entity ${entity} is not known.`);
    return character;
  });
}

/** Lines of a paragraph are broken to fit the file, not the screen. */
const unbroken = (text: string): string => plain(text).replaceAll(/\s*\n\s*/g, ' ');

function href(address: string): string {
  if (!address.startsWith('https://')) throw new Error(`A link of a check's page must be https: ${address}`);
  return address;
}

const IN_LINES = ['text', 'escape', 'codespan', 'em', 'strong', 'del', 'link', 'br'] as const;
const BLOCKS = ['space', 'heading', 'paragraph', 'text', 'code', 'list', 'table'] as const;

type Named<Type extends MarkedToken['type']> = Extract<MarkedToken, { readonly type: Type }>;

function isOne<Type extends MarkedToken['type']>(token: Token, types: readonly Type[]): token is Named<Type> {
  return types.some((type) => type === token.type);
}

function inline(token: Token): readonly Inline[] {
  if (!isOne(token, IN_LINES)) {
    throw new Error(`A check's page cannot show ${token.type} within a line: ${token.raw}`);
  }
  switch (token.type) {
    case 'text':
      return token.tokens === undefined ? [unbroken(token.text)] : inlines(token.tokens);
    case 'escape':
      return [token.text];
    case 'codespan':
      return [{ kind: 'code', text: plain(token.text) }];
    case 'em':
    case 'strong':
    case 'del':
      return [{ kind: token.type, parts: inlines(token.tokens) }];
    case 'link':
      return [{ kind: 'link', href: href(token.href), parts: inlines(token.tokens) }];
    case 'br':
      return [' '];
  }
}

const inlines = (tokens: readonly Token[]): readonly Inline[] => tokens.flatMap(inline);

const cells = (row: readonly Tokens.TableCell[]) => row.map((cell) => inlines(cell.tokens));

function block(token: Token): readonly Block[] {
  if (!isOne(token, BLOCKS)) throw new Error(`A check's page cannot show ${token.type}: ${token.raw}`);
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      // The title is the id of the check, which the screen names in words.
      return token.depth === 1 ? [] : [{ kind: 'heading', parts: inlines(token.tokens) }];
    case 'paragraph':
      return [{ kind: 'paragraph', parts: inlines(token.tokens) }];
    case 'text':
      return [{ kind: 'paragraph', parts: inline(token) }];
    case 'code':
      return [{ kind: 'code', text: token.text }];
    case 'list':
      return [
        {
          kind: 'list',
          isOrdered: token.ordered,
          items: token.items.map((item) => item.tokens.flatMap(block)),
        },
      ];
    case 'table':
      return [{ kind: 'table', head: cells(token.header), rows: token.rows.map(cells) }];
  }
}

/**
 * Turns a page of Markdown into data without its title, for screens that render no HTML.
 * @throws Error for anything that the screen has no element for, so that a page cannot lose a part in silence.
 */
export function readDoc(markdown: string): readonly Block[] {
  return marked.lexer(markdown).flatMap(block);
}

/** Serves the pages of docs/checks as `virtual:check-docs`, by the id of their check, and those of docs/de/checks beside them. */
export function checkDocs(): Plugin {
  return {
    name: 'check-docs',
    resolveId: (source) => (source in FOLDERS ? `\0${source}` : undefined),
    load(source) {
      const folder = FOLDERS[source.slice(1)];
      if (!source.startsWith('\0') || folder === undefined) return undefined;
      const docs: Record<string, readonly Block[]> = {};
      for (const name of readdirSync(folder)
        .filter((file) => file.endsWith('.md'))
        .sort()) {
        const path = join(folder, name);
        this.addWatchFile(path);
        docs[basename(name, '.md')] = readDoc(readFileSync(path, 'utf8'));
      }
      // Parsing a string is faster than reading the same data as a program.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(docs))});`;
    },
  };
}
