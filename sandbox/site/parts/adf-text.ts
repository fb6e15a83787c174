import type { AdfNode } from './adf-view';

const inline = (node: AdfNode): string => {
  if (node.type === 'hardBreak') return '\n';
  return node.text ?? node.content?.map(inline).join('') ?? '';
};

function linesOf(node: AdfNode, bullet = ''): string[] {
  switch (node.type) {
    case 'doc':
      return (node.content ?? []).flatMap((child, index) => [...(index > 0 ? [''] : []), ...linesOf(child)]);
    case 'heading':
      return [`${'#'.repeat(Number(node.attrs?.['level'] ?? 1))} ${inline(node)}`];
    case 'bulletList':
    case 'orderedList':
      return (node.content ?? []).flatMap((child) => linesOf(child, '- '));
    case 'listItem':
      return (node.content ?? []).flatMap((child) => linesOf(child).map((line) => bullet + line));
    default:
      return inline(node).split('\n');
  }
}

/** A document as plain text: `# ` before headings, `- ` before list items, an empty line between blocks. */
export function toText(document: AdfNode | null): string {
  return document ? linesOf(document).join('\n') : '';
}

const textNodes = (text: string): AdfNode[] => (text === '' ? [] : [{ type: 'text', text }]);
const paragraph = (text: string): AdfNode => ({ type: 'paragraph', content: textNodes(text) });

function blockOf(block: string): AdfNode[] {
  const [, marks, heading] = /^(#{1,6}) (.+)$/.exec(block) ?? [];
  if (marks && heading)
    return [{ type: 'heading', attrs: { level: marks.length }, content: textNodes(heading) }];
  const lines = block.split('\n');
  if (lines.every((line) => /^[-*] /.test(line))) {
    const items = lines.map((line) => ({ type: 'listItem', content: [paragraph(line.slice(2))] }));
    return [{ type: 'bulletList', content: items }];
  }
  const content = lines.flatMap((line, index) => [
    ...(index > 0 ? [{ type: 'hardBreak' }] : []),
    ...textNodes(line),
  ]);
  return [{ type: 'paragraph', content }];
}

/** Plain text, as `toText` writes it, as a document; null when there is none, as Jira keeps an empty description. */
export function toDocument(text: string): (AdfNode & { readonly version: number }) | null {
  const blocks = text
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '');
  return blocks.length === 0 ? null : { type: 'doc', version: 1, content: blocks.flatMap(blockOf) };
}
