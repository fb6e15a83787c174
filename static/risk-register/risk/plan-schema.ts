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

/** Attributes as they came. */
export const rawOf = (node: { readonly attrs: Readonly<Record<string, unknown>> }) =>
  (node.attrs['raw'] ?? {}) as Readonly<Record<string, unknown>>;
/** What a sealed node stands for. */
export const sealedOf = (node: Node) => node.attrs['node'] as AdfNode;

function shownText(node: AdfNode): string {
  const text = planText({ type: 'doc', content: [node] }).trim();
  return text === '' ? `[${node.type}]` : text;
}

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
