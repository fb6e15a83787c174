import type { AdfNode } from '#src/domain/backlog/issue';

/** One line of a run of text that stands by itself: of a paragraph, a list item, a cell, a heading. */
export interface TextLine {
  /**
   * Headings, table headers and titles of expands name what follows; text says it. Code blocks are `code`; what is
   * shown but holds no text of the author's (media, cards, macros) is `object`.
   */
  readonly kind: 'heading' | 'text' | 'code' | 'object';
  /** The innermost list that the line is in; `task` is a list of boxes to tick. */
  readonly list: 'bullet' | 'task' | null;
  /** Depth of a heading, 0 for titles of expands, 1 to 6 for headings, 7 for table headers; null for the rest. */
  readonly level: number | null;
  /** Whether it opens its paragraph or item; the others follow a line break of the author's. */
  readonly isFirst: boolean;
  /** Never blank. Inline code, cards and inline media are replaced by `OBJECT`. */
  readonly text: string;
}

/** Stands in for what is no text, so that the sentence around it stays whole: Unicode's object replacement character. */
export const OBJECT = '\uFFFC';

/** Marks under which text does not count as written: code is not prose, and struck text was taken back. */
const CODE_MARK = 'code';
const STRUCK_MARK = 'strike';
const OBJECTS = new Set(['media', 'blockCard', 'embedCard', 'extension', 'multiBodiedExtension']);
const EXPAND_LEVEL = 0;
/** Table headers are below every heading. */
export const TABLE_LEVEL = 7;

const read = new WeakMap<AdfNode, readonly TextLine[]>();

/**
 * Reads an Atlassian Document Format document (or any node) as lines of text in reading order. Reads every node
 * that holds text, those unknown to it included; leaves out struck text and the editor's own placeholders. A document is
 * read once, however many checks ask.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function readLines(node: AdfNode): readonly TextLine[] {
  const known = read.get(node);
  if (known !== undefined) return known;
  const lines: TextLine[] = [];
  collect(node, TOP, lines);
  read.set(node, lines);
  return lines;
}

type Place = Pick<TextLine, 'kind' | 'list' | 'level'>;

const TOP: Place = { kind: 'text', list: null, level: null };

function collect(node: AdfNode, around: Place, lines: TextLine[]): void {
  if (node.type === 'codeBlock') {
    const code = (node.content ?? []).map(({ text }) => text ?? '').join('');
    push(lines, { ...around, kind: 'code' }, code);
    return;
  }
  if (OBJECTS.has(node.type)) push(lines, { ...around, kind: 'object' }, OBJECT);
  const place = placeIn(node, around);
  if (isExpand(node)) {
    push(lines, { kind: 'heading', list: null, level: EXPAND_LEVEL }, attribute(node, 'title'));
  }
  let text = '';
  for (const child of node.content ?? []) {
    const inline = inlineText(child);
    if (inline === null) {
      push(lines, place, text);
      text = '';
      collect(child, place, lines);
    } else {
      text += inline;
    }
  }
  push(lines, place, text);
}

function placeIn(node: AdfNode, around: Place): Place {
  switch (node.type) {
    case 'heading':
      return { kind: 'heading', list: around.list, level: levelOf(node) };
    case 'tableHeader':
      return { kind: 'heading', list: around.list, level: TABLE_LEVEL };
    case 'bulletList':
    case 'orderedList':
      return { ...around, list: 'bullet' };
    case 'taskList':
      return { ...around, list: 'task' };
    default:
      return around;
  }
}

/** 1 where a heading does not say. */
function levelOf({ attrs }: AdfNode): number {
  const level = attrs?.['level'];
  return typeof level === 'number' ? level : 1;
}

function isExpand({ type }: AdfNode): boolean {
  return type === 'expand' || type === 'nestedExpand';
}

const WRITTEN = /\S/u;

function push(lines: TextLine[], { kind, list, level }: Place, block: string): void {
  if (block === '') return;
  if (!block.includes('\n')) {
    if (WRITTEN.test(block)) lines.push({ kind, list, level, isFirst: true, text: block });
    return;
  }
  let isFirst = true;
  for (const text of block.split('\n')) {
    if (!WRITTEN.test(text)) continue;
    lines.push({ kind, list, level, isFirst, text });
    isFirst = false;
  }
}

/** Jira's own tick, Unicode's, and the ones in boxes. */
const TICK = /check/u;

/** What an inline node reads as; null for a block, which is read on its own. */
function inlineText(node: AdfNode): string | null {
  switch (node.type) {
    case 'text':
      return writtenText(node);
    case 'hardBreak':
      return '\n';
    case 'mention':
    case 'status':
      return attribute(node, 'text');
    case 'emoji':
      return TICK.test(attribute(node, 'shortName')) ? '✓' : ' ';
    case 'date':
      return isoDate(attribute(node, 'timestamp'));
    case 'inlineCard':
    case 'mediaInline':
    case 'inlineExtension':
      return OBJECT;
    case 'placeholder':
      return '';
    default:
      return null;
  }
}

function writtenText({ text, marks }: AdfNode): string {
  if (text === undefined) return '';
  if (marks?.some(({ type }) => type === STRUCK_MARK) === true) return ' ';
  return marks?.some(({ type }) => type === CODE_MARK) === true ? OBJECT : text;
}

/** The day of an ADF timestamp, which is in milliseconds and written as text; '' when it is neither. */
function isoDate(timestamp: string): string {
  const date = new Date(Number(timestamp));
  return timestamp === '' || Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

function attribute(node: AdfNode, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
