import type { AdfNode } from '#src/domain/backlog/issue';

const VERBATIM = /\{(code|noformat)(?::[^}]*)?\}([\s\S]*?)(?:\{\1\}|$)/gi;
const BORDER = /\{(?:panel|quote|expand|info|note|tip|warning)(?::([^}]*))?\}/gi;
/** Of a panel or an expand: `title=Notes|bgColor=#fff`, or the title alone. */
const TITLE = /(?:^|\|)\s*(?:title=([^|}]*)|([^|=}]*)(?=\||$))/i;
/** Titles of panels stand above every heading; "h0." is how they are told apart on the way, since wiki text has none. */
const TITLE_LINE = 'h0. ';
const TICK = /(?<!\S)\(\/\)(?=\s)/g;
const COLOR = /\{color(?::[^}]*)?\}/gi;
const RULE = /^\s*-{4,}\s*$/;
const IMAGE = /![^\s!|][^!\n]*\.[a-z]{2,5}(?:\|[^!\n]*)?!/gi;
const HEADING = /^\s*h([0-6])\.\s+/i;
const BULLET = /^\s*[*#-]+\s+/;
const ROW = /^\s*\|/;
const CELL_BORDER = /\|{1,2}/g;
/** `*strong*`, `_em_` and `+inserted+` around whole words. */
const EMPHASIS = /(?<![\p{L}\p{N}\\])([*_+])(\S(?:[^\n]{0,200}?\S)?)\1(?![\p{L}\p{N}])/gu;
const ESCAPED = /\\([-*_+[\]{}!|#])/g;

/** Inline code, mention, bare link, link with words, struck text. */
const INLINE =
  /\{\{(.+?)\}\}|\[~([^\]\n]+)\]|\[((?:https?|mailto):[^\]|\n]+)\]|\[([^\]|\n]+)\|[^\]\n]*\]|(?<![^\s(])-(\S(?:[^\n]{0,200}?\S)?)-(?![\p{L}\p{N}-])/gu;

const block = (type: string, content: readonly AdfNode[]): AdfNode => ({ type, content });
const marked = (text: string, type: string): AdfNode => ({ type: 'text', text, marks: [{ type }] });

function textOf(wiki: string): AdfNode[] {
  const text = wiki.replace(EMPHASIS, '$2').replace(ESCAPED, '$1');
  return text === '' ? [] : [{ type: 'text', text }];
}

function inlineOf([, code, mention, url, words, struck]: RegExpMatchArray): AdfNode[] {
  if (code !== undefined) return [marked(code, 'code')];
  if (mention !== undefined) return [{ type: 'mention', attrs: { id: mention.replace(/^accountid:/, '') } }];
  if (url !== undefined) return [{ type: 'inlineCard', attrs: { url } }];
  return words === undefined ? [marked(struck ?? '', 'strike')] : textOf(words);
}

function lineOf(wiki: string): AdfNode[] {
  const line = wiki
    .replace(COLOR, '')
    .replace(IMAGE, ' ')
    .replace(TICK, '✓')
    .replace(/[ \t]+/g, ' ')
    .trim();
  const nodes: AdfNode[] = [];
  let from = 0;
  for (const match of line.matchAll(INLINE)) {
    nodes.push(...textOf(line.slice(from, match.index)), ...inlineOf(match));
    from = match.index + match[0].length;
  }
  return [...nodes, ...textOf(line.slice(from))];
}

function blockOf(line: string): AdfNode[] {
  if (RULE.test(line)) return [];
  if (ROW.test(line)) {
    // The bar inside a link is no border.
    const cells = line.replace(/\[[^\]\n]*\]/g, (link) => link.replaceAll('|', '\0'));
    return wrapped('paragraph', cells.replace(CELL_BORDER, ' ').replaceAll('\0', '|'));
  }
  const [, level] = HEADING.exec(line) ?? [];
  if (level !== undefined) {
    const attrs = { level: Number(level) };
    return wrapped('heading', line.replace(HEADING, '')).map((heading) => ({ ...heading, attrs }));
  }
  if (!BULLET.test(line)) return wrapped('paragraph', line);
  const item = wrapped('paragraph', line.replace(BULLET, ''));
  return item.length === 0 ? [] : [block('bulletList', [block('listItem', item)])];
}

function wrapped(type: string, wiki: string): AdfNode[] {
  const content = lineOf(wiki);
  return content.length === 0 ? [] : [block(type, content)];
}

function proseOf(wiki: string): AdfNode[] {
  return wiki
    .replace(BORDER, (_border, parameters?: string) => `\n${titleIn(parameters)}\n`)
    .split(/\r?\n|\\\\/)
    .flatMap(blockOf);
}

function titleIn(parameters = ''): string {
  const [, named, alone] = TITLE.exec(parameters) ?? [];
  const title = (named ?? alone ?? '').trim();
  return title === '' ? '' : TITLE_LINE + title;
}

/**
 * Reads Jira's wiki text as a document, as far as judging its words needs: headings, list items, paragraphs and table rows
 * a line each, with code, struck text, mentions and bare links told apart from prose. Images, link targets, colours, nesting
 * and the borders of panels are dropped; titles of panels are headings above all others.
 * @returns null for text without a word or line of code in it.
 */
export function wikiToAdf(wiki: string): AdfNode | null {
  const content: AdfNode[] = [];
  let from = 0;
  for (const match of wiki.matchAll(VERBATIM)) {
    content.push(...proseOf(wiki.slice(from, match.index)));
    const code = (match[2] ?? '').trim();
    if (code !== '') content.push(block('codeBlock', [{ type: 'text', text: code }]));
    from = match.index + match[0].length;
  }
  content.push(...proseOf(wiki.slice(from)));
  return content.length === 0 ? null : block('doc', content);
}
