import { Schema, type MarkSpec, type Node, type NodeSpec } from 'prosemirror-model';

import type { AdfNode } from '#src/domain/backlog/issue';
import { planText } from '#src/domain/risk/plan-text';

import { textOf } from '../../ui/json';

/**
 * The part of the Atlassian Document Format that the editor edits. Its documents are ProseMirror's own, so names and nesting are
 * the same; attributes are kept as they came, and whatever else a plan has in it stands in the text as a sealed block.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */

const RAW = { raw: { default: null } };
const SEALED = { node: { default: null } };

const rawOf = (node: { readonly attrs: Readonly<Record<string, unknown>> }) =>
  (node.attrs['raw'] ?? {}) as Readonly<Record<string, unknown>>;
const sealedOf = (node: Node) => node.attrs['node'] as AdfNode;

const levelOf = (node: Node): number => {
  const level = Number(rawOf(node)['level'] ?? 3);
  return level >= 1 && level <= 6 ? level : 3;
};

const nodes: Readonly<Record<string, NodeSpec>> = {
  doc: { content: 'block+', attrs: RAW },
  paragraph: {
    content: 'inline*',
    group: 'block',
    attrs: RAW,
    parseDOM: [{ tag: 'p' }],
    toDOM: () => ['p', 0],
  },
  heading: {
    content: 'inline*',
    group: 'block',
    attrs: RAW,
    defining: true,
    parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { raw: { level } } })),
    toDOM: (node) => [`h${levelOf(node)}`, 0],
  },
  bulletList: {
    content: 'listItem+',
    group: 'block',
    attrs: RAW,
    parseDOM: [{ tag: 'ul' }],
    toDOM: () => ['ul', 0],
  },
  orderedList: {
    content: 'listItem+',
    group: 'block',
    attrs: RAW,
    parseDOM: [{ tag: 'ol' }],
    toDOM: () => ['ol', 0],
  },
  listItem: {
    content: 'block+',
    attrs: RAW,
    defining: true,
    parseDOM: [{ tag: 'li' }],
    toDOM: () => ['li', 0],
  },
  blockquote: {
    content: 'block+',
    group: 'block',
    attrs: RAW,
    parseDOM: [{ tag: 'blockquote' }],
    toDOM: () => ['blockquote', 0],
  },
  codeBlock: {
    content: 'text*',
    marks: '',
    group: 'block',
    code: true,
    attrs: RAW,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }],
    toDOM: () => ['pre', ['code', 0]],
  },
  rule: { group: 'block', attrs: RAW, parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  sealedBlock: {
    group: 'block',
    atom: true,
    attrs: SEALED,
    toDOM: (node) => [
      'div',
      { class: 'plan__sealed', 'data-type': sealedOf(node).type },
      shownText(sealedOf(node)),
    ],
  },
  text: { group: 'inline' },
  hardBreak: {
    inline: true,
    group: 'inline',
    selectable: false,
    attrs: RAW,
    parseDOM: [{ tag: 'br' }],
    toDOM: () => ['br'],
  },
  sealedInline: {
    inline: true,
    group: 'inline',
    atom: true,
    attrs: SEALED,
    toDOM: (node) => ['span', { class: 'plan__sealed-inline' }, shownText(sealedOf(node))],
  },
};

const marks: Readonly<Record<string, MarkSpec>> = {
  link: {
    attrs: RAW,
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (element) => {
          const href = element.getAttribute('href') ?? '';
          return /^https?:/.test(href) ? { raw: { href } } : false;
        },
      },
    ],
    // No address: a click would leave the editor's frame.
    toDOM: (mark) => ['a', { title: textOf(rawOf(mark)['href']) ?? '' }, 0],
  },
  em: { attrs: RAW, parseDOM: [{ tag: 'i' }, { tag: 'em' }], toDOM: () => ['em', 0] },
  strong: { attrs: RAW, parseDOM: [{ tag: 'b' }, { tag: 'strong' }], toDOM: () => ['strong', 0] },
  strike: { attrs: RAW, parseDOM: [{ tag: 's' }, { tag: 'del' }], toDOM: () => ['s', 0] },
  underline: { attrs: RAW, parseDOM: [{ tag: 'u' }], toDOM: () => ['u', 0] },
  code: { attrs: RAW, parseDOM: [{ tag: 'code' }], toDOM: () => ['code', 0] },
  // Several may stand on the same text.
  sealedMark: { attrs: { mark: { default: null } }, excludes: '', toDOM: () => ['span', 0] },
};

export const PLAN_SCHEMA = new Schema({ nodes, marks });

const INLINE = new Set([
  'mention',
  'emoji',
  'date',
  'status',
  'inlineCard',
  'placeholder',
  'inlineExtension',
  'mediaInline',
]);

function shownText(node: AdfNode): string {
  const text = planText({ type: 'doc', content: [node] }).trim();
  return text === '' ? `[${node.type}]` : text;
}

type Json = Record<string, unknown>;

function markJson(mark: { readonly type: string }): Json {
  const { attrs } = mark as { readonly attrs?: unknown };
  return PLAN_SCHEMA.marks[mark.type] === undefined || mark.type === 'sealedMark'
    ? { type: 'sealedMark', attrs: { mark } }
    : { type: mark.type, attrs: { raw: attrs ?? null } };
}

function json(node: AdfNode, isInline: boolean): Json {
  const { type, text, attrs, content, marks: own = [], ...rest } = node;
  const isKnown = PLAN_SCHEMA.nodes[type] !== undefined && !type.startsWith('sealed');
  // Marks of a block, such as an alignment, have no place here.
  const isPlain = isInline || own.length === 0;
  if (type === 'text') return { type, text, marks: own.map(markJson) };
  if (!isKnown || !isPlain || (Object.keys(rest).length > 0 && type !== 'doc')) {
    return isInline || INLINE.has(type)
      ? { type: 'sealedInline', attrs: { node }, marks: own.map(markJson) }
      : { type: 'sealedBlock', attrs: { node } };
  }
  const holdsInline = PLAN_SCHEMA.nodes[type]?.inlineContent === true;
  const inside = (content ?? [])
    .filter((child) => child.text !== '')
    .map((child) => json(child, holdsInline));
  return { type, attrs: { raw: type === 'doc' ? { ...rest, attrs } : (attrs ?? null) }, content: inside };
}

/** A plan as the editor holds it. What it does not know, or has in an unusual place, is sealed, never dropped. */
export function planToEditor(plan: AdfNode | null): Node {
  const empty = () => PLAN_SCHEMA.node('doc', { raw: { version: 1 } }, [PLAN_SCHEMA.node('paragraph')]);
  if (plan === null || (plan.content ?? []).length === 0) return empty();
  try {
    const document = PLAN_SCHEMA.nodeFromJSON(json(plan, false));
    document.check();
    return document;
  } catch {
    const { version } = plan as { readonly version?: unknown };
    const sealed = (plan.content ?? []).map((node) => PLAN_SCHEMA.node('sealedBlock', { node }));
    return PLAN_SCHEMA.node('doc', { raw: { version: version ?? 1 } }, sealed);
  }
}

/** The plan as it is stored; null when there is nothing in it. */
export function planFromEditor(document: Node): AdfNode | null {
  const isEmpty =
    document.childCount === 1 &&
    document.firstChild?.type.name === 'paragraph' &&
    document.firstChild.childCount === 0;
  if (isEmpty) return null;
  const { attrs, ...rest } = rawOf(document) as Json;
  const top = { type: 'doc', ...rest, ...(attrs !== undefined && { attrs }), content: childrenOf(document) };
  // ProseMirror's JSON is an ADF document by the schema above.
  return top as unknown as AdfNode;
}

function childrenOf(node: Node): AdfNode[] {
  const children: AdfNode[] = [];
  node.forEach((child) => children.push(adf(child)));
  return children;
}

function adf(node: Node): AdfNode {
  if (node.type.name.startsWith('sealed')) return sealedOf(node);
  const own = node.marks.map((mark) =>
    mark.type.name === 'sealedMark'
      ? (mark.attrs['mark'] as { readonly type: string })
      : { type: mark.type.name, ...(mark.attrs['raw'] !== null && { attrs: rawOf(mark) }) },
  );
  const marked = own.length > 0 && { marks: own };
  if (node.isText) return { type: 'text', text: node.text ?? '', ...marked };
  return {
    type: node.type.name,
    ...(node.attrs['raw'] !== null && { attrs: rawOf(node) }),
    ...marked,
    ...(!node.isLeaf && { content: childrenOf(node) }),
  };
}
