import { useReducer } from 'react';

import {
  configOfNode,
  extensionKeyOf,
  localIdOfNode,
  macroIn,
  macroNode,
  type MacroStamp,
} from '../../forge/macro-node';
import type { AdfNode } from '../parts/adf-view';
import type { WikiDocument } from './wiki-client';

/** What the editor holds: the title and the blocks of the document, in their order. */
export interface Content {
  readonly title: string;
  readonly blocks: readonly AdfNode[];
}

interface History {
  readonly now: Content;
  readonly before: readonly Content[];
}

type Step = { readonly to: Content; readonly isTyping: boolean } | 'undo';

function step(history: History, change: Step): History {
  const { now, before } = history;
  if (change === 'undo') {
    const last = before.at(-1);
    return last ? { now: last, before: before.slice(0, -1) } : history;
  }
  // Letters that follow one another are one step back.
  return { now: change.to, before: change.isTyping && before.length > 0 ? before : [...before, now] };
}

/** The content with its history: every change but typing can be undone alone. */
export function useEditorContent(initial: Content) {
  const [{ now, before }, dispatch] = useReducer(step, { now: initial, before: [] });
  return {
    content: now,
    canUndo: before.length > 0,
    set: (to: Content) => {
      dispatch({ to, isTyping: false });
    },
    type: (to: Content) => {
      dispatch({ to, isTyping: true });
    },
    undo: () => {
      dispatch('undo');
    },
  };
}

export const emptyParagraph: AdfNode = { type: 'paragraph', content: [] };

export const contentOf = (title: string, body: WikiDocument): Content => ({
  title,
  blocks: body.content?.length ? body.content : [emptyParagraph],
});

export const documentOf = ({ blocks }: Content): WikiDocument => ({
  type: 'doc',
  version: 1,
  content: blocks,
});

/** The plain text of a block that can be typed in: a paragraph or heading without marks. Null for any other, which stays as it is. */
export function plainTextOf(block: AdfNode): string | null {
  if (block.type !== 'paragraph' && block.type !== 'heading') return null;
  const nodes = block.content ?? [];
  if (nodes.some((node) => node.type !== 'text' || (node.marks ?? []).length > 0)) return null;
  return nodes.map(({ text = '' }) => text).join('');
}

/** The block with other words. */
export const withText = (block: AdfNode, text: string): AdfNode => ({
  ...block,
  content: text === '' ? [] : [{ type: 'text', text }],
});

export const isMacro = (block: AdfNode) => extensionKeyOf(block) !== null;

/** Puts a macro where an empty paragraph was, or after another block; a place to go on writing comes after it. */
export function insertMacro(
  content: Content,
  index: number,
  stamp: MacroStamp,
  localId: string,
  config: Readonly<Record<string, unknown>> | undefined,
): Content {
  const node = macroNode(stamp, localId, config) as AdfNode;
  const macro = stamp.layout === 'inline' ? { type: 'paragraph', content: [node] } : node;
  const blocks = [...content.blocks];
  blocks.splice(index, 1, macro);
  if (index === blocks.length - 1) blocks.push(emptyParagraph);
  return { ...content, blocks };
}

/** The same macro once more, with an id of its own, as Confluence's editor pastes it. */
export function duplicateMacro(content: Content, index: number, localId: string): Content {
  const block = content.blocks[index];
  if (!block) return content;
  const { parameters } = block.attrs ?? {};
  const copied: AdfNode = {
    ...block,
    attrs: { ...block.attrs, localId, parameters: { ...(parameters as object), localId } },
  };
  return { ...content, blocks: content.blocks.toSpliced(index + 1, 0, copied) };
}

function withConfig(node: AdfNode, localId: string, config: object, body: AdfNode | null): AdfNode {
  if (extensionKeyOf(node) !== null && localIdOfNode(node) === localId) {
    const parameters = { ...(node.attrs?.['parameters'] as object), guestParams: config };
    return {
      ...node,
      attrs: { ...node.attrs, parameters },
      ...(body?.content && { content: body.content }),
    };
  }
  if (!node.content) return node;
  return { ...node, content: node.content.map((child) => withConfig(child, localId, config, body)) };
}

/** The content with the macro's parameters replaced; null when the macro is gone. */
export function configureMacro(
  content: Content,
  localId: string,
  config: object,
  body: AdfNode | null,
): Content | null {
  if (!macroIn(documentOf(content), localId)) return null;
  return { ...content, blocks: content.blocks.map((block) => withConfig(block, localId, config, body)) };
}

export { configOfNode, localIdOfNode };
