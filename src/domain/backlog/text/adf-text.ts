import type { AdfNode } from '#src/domain/backlog/issue';

/** A run of text that stands by itself: a paragraph, a list item, a cell, a heading. */
export interface TextBlock {
  /** Headings, table headers and titles of expands name what follows; the rest says it. */
  readonly kind: 'heading' | 'text';
  /** Lines broken as the author broke them. Inline code, cards and inline media are replaced by `OBJECT`. */
  readonly text: string;
}

/** Stands in for what is no text, so that the sentence around it stays whole: Unicode's object replacement character. */
export const OBJECT = '\uFFFC';

const CODE_NODES = new Set(['codeBlock']);
const HEADING_NODES = new Set(['heading', 'tableHeader']);
/** Marks under which text does not count as written: code is not prose, and struck text was taken back. */
const CODE_MARK = 'code';
const STRUCK_MARK = 'strike';

/**
 * Reads an Atlassian Document Format document (or any node) as blocks of text in reading order. Reads every node
 * that holds text, those unknown to it included; leaves out code blocks, struck text and the editor's own
 * placeholders. Links, cards, emoji and media hold no text of the author's, save a caption.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function readBlocks(node: AdfNode): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  collect(node, 'text', blocks);
  return blocks;
}

function collect(node: AdfNode, inherited: TextBlock['kind'], blocks: TextBlock[]): void {
  if (CODE_NODES.has(node.type)) return;
  const kind = HEADING_NODES.has(node.type) ? 'heading' : inherited;
  const title = node.type.toLowerCase().endsWith('expand') ? attribute(node, 'title') : '';
  if (title.trim() !== '') blocks.push({ kind: 'heading', text: title });
  let line = '';
  for (const child of node.content ?? []) {
    const text = inlineText(child);
    if (text === null) {
      push(blocks, kind, line);
      line = '';
      collect(child, kind, blocks);
    } else {
      line += text;
    }
  }
  push(blocks, kind, line);
}

function push(blocks: TextBlock[], kind: TextBlock['kind'], text: string): void {
  if (text.trim() !== '') blocks.push({ kind, text });
}

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
      return ' ';
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
