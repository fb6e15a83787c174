import type { AdfNode } from '#src/domain/backlog/issue';

/** An inline node or a text; a line of a document is made of them. */
export type Inline = AdfNode | string;

const inline = (part: Inline): AdfNode => (typeof part === 'string' ? { type: 'text', text: part } : part);

/** ADF knows no empty text. */
const isThere = (part: Inline) => part !== '';

export const paragraph = (...parts: readonly Inline[]): AdfNode => ({
  type: 'paragraph',
  content: parts.filter(isThere).map(inline),
});

export const heading = (level: number, text: string): AdfNode => ({
  type: 'heading',
  attrs: { level },
  content: [inline(text)],
});

export const strong = (text: string): AdfNode => {
  const node = { type: 'text', text, marks: [{ type: 'strong' }] };
  return node;
};

/** Shown by the product as the account's name; `name` stands in where it is not looked up. */
export const mention = (accountId: string, name: string | null): AdfNode => ({
  type: 'mention',
  attrs: { id: accountId, ...(name !== null && { text: `@${name}` }) },
});

export const bullets = (...items: readonly (readonly Inline[])[]): AdfNode => ({
  type: 'bulletList',
  content: items.map((parts) => ({ type: 'listItem', content: [paragraph(...parts)] })),
});

/** How a cell looks: the background as `#rrggbb`, the width of its column in pixels; the product's own where they are left out. */
interface CellLook {
  readonly background?: string;
  readonly width?: number;
}

/** @see https://developer.atlassian.com/cloud/jira/platform/apis/document/nodes/table_cell/ */
const lookOf = ({ background, width }: CellLook) => ({
  ...(background !== undefined && { background }),
  ...(width !== undefined && { colwidth: [width] }),
});

/** A cell of paragraphs. */
export const cell = (content: readonly AdfNode[], look: CellLook = {}): AdfNode => ({
  type: 'tableCell',
  attrs: lookOf(look),
  content: content.length > 0 ? content : [paragraph()],
});

export const headerCell = (text: string | readonly string[], look: CellLook = {}): AdfNode => ({
  type: 'tableHeader',
  attrs: lookOf(look),
  content: [text].flat().map((line) => paragraph(line)),
});

export const table = (...rows: readonly (readonly AdfNode[])[]): AdfNode => ({
  type: 'table',
  attrs: { isNumberColumnEnabled: false, layout: 'default' },
  content: rows.map((content) => ({ type: 'tableRow', content })),
});

export function document(...content: readonly AdfNode[]): AdfNode {
  const node = { type: 'doc', version: 1, content };
  return node;
}
