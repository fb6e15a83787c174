import type { Node } from 'prosemirror-model';

import type { AdfNode } from '#src/domain/backlog/issue';

import { PLAN_SCHEMA, rawOf, sealedOf } from './plan-schema';

/** Nodes that stand within a line, which no schema says of a node that it does not know. */
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
