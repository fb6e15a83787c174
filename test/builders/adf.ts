import type { AdfNode } from '#src/domain/backlog/issue';

/** A node with children; texts become text nodes. */
export function node(type: string, ...content: readonly (AdfNode | string)[]): AdfNode {
  return { type, content: content.map((child) => (typeof child === 'string' ? text(child) : child)) };
}

/** A text node with marks, such as `code` or `strike`. */
export function text(value: string, ...marks: readonly string[]): AdfNode {
  return { type: 'text', text: value, ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }) };
}

/** A node without children that says something in its attributes. */
export function leaf(type: string, attrs: Readonly<Record<string, unknown>> = {}): AdfNode {
  return { type, attrs };
}

export const paragraph = (...content: readonly (AdfNode | string)[]) => node('paragraph', ...content);
export const heading = (...content: readonly (AdfNode | string)[]) => node('heading', ...content);
export const code = (value: string) => node('codeBlock', value);
export const item = (value: string) => node('listItem', paragraph(value));

/** A document; texts become paragraphs. */
export function document(...content: readonly (AdfNode | string)[]): AdfNode {
  return node('doc', ...content.map((child) => (typeof child === 'string' ? paragraph(child) : child)));
}
