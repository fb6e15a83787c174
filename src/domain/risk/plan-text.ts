import type { AdfNode } from '#src/domain/backlog/issue';

/** Nodes that stand within a line; every other node starts a new one. */
const INLINE = new Set([
  'text',
  'hardBreak',
  'mention',
  'emoji',
  'date',
  'status',
  'inlineCard',
  'placeholder',
]);

/**
 * The text of a plan, a line for each block: what its length is measured by, and what a table cell or a file
 * shows. Unlike what readiness reads, it keeps everything that is written, code and struck text included.
 */
export function planText(plan: AdfNode): string {
  const lines: string[] = [];
  collect(plan, lines);
  return lines.join('\n');
}

/** A document with a paragraph for each line of a text; null for a text without any. */
export function planFromText(text: string): AdfNode | null {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  if (lines.every((line) => line === '')) return null;
  const paragraphs = lines.map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  const document = { type: 'doc', version: 1, content: paragraphs };
  return document;
}

function collect(node: AdfNode, lines: string[]): void {
  let line = '';
  for (const child of node.content ?? []) {
    if (INLINE.has(child.type)) {
      line += inlineText(child);
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    collect(child, lines);
  }
  if (line !== '') lines.push(line);
}

function inlineText({ type, text, attrs }: AdfNode): string {
  if (type === 'hardBreak') return '\n';
  if (type === 'date') return dayOf(Number(attrs?.['timestamp']));
  const shown = text ?? attrs?.['text'] ?? attrs?.['shortName'] ?? attrs?.['url'];
  return typeof shown === 'string' ? shown : '';
}

/** ADF writes dates as milliseconds. */
function dayOf(timestamp: number): string {
  const date = new Date(timestamp);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}
