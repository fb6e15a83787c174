import type { Adf } from '#sandbox/jira/model';

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'codeBlock',
  'listItem',
  'blockquote',
  'panel',
  'tableRow',
  'rule',
  'taskItem',
  'decisionItem',
]);

function inline(node: Adf): string | undefined {
  if (node.type === 'text') return node.text ?? '';
  if (node.type === 'hardBreak') return '\n';
  const attrs = node.attrs ?? {};
  for (const name of ['text', 'shortName', 'url', 'title']) {
    if (node.content === undefined && typeof attrs[name] === 'string') return attrs[name];
  }
  return undefined;
}

/** The words of a document, a line a block; empty for null. */
export function adfText(document: Adf | null): string {
  if (document === null) return '';
  const leaf = inline(document);
  if (leaf !== undefined) return leaf;
  const text = (document.content ?? []).map(adfText).join('');
  return BLOCKS.has(document.type) && !text.endsWith('\n') ? `${text}\n` : text;
}

/** Plain text as a document: a paragraph for each block of lines, hard breaks inside. */
export function textAdf(text: string): Adf {
  const paragraphs = text.split(/\n{2,}/).filter((block) => block.trim() !== '');
  return {
    type: 'doc',
    version: 1,
    content: paragraphs.map((block) => ({
      type: 'paragraph',
      content: block
        .split('\n')
        .flatMap((line, index): Adf[] => [
          ...(index > 0 ? [{ type: 'hardBreak' }] : []),
          ...(line === '' ? [] : [{ type: 'text', text: line }]),
        ]),
    })),
  };
}
