import { JSONTransformer } from '@atlaskit/editor-json-transformer';
import { WikiMarkupTransformer } from '@atlaskit/editor-wikimarkup-transformer';

import { textAdf } from '#sandbox/jira/adf';
import type { Adf } from '#sandbox/jira/model';

import { typedInsideWord } from '#sandbox/import/wiki-emoji';

/** Who a mention such as `[~jsmith]` or `[~accountid:5b10…]` means; undefined when nobody is known by that id. */
export type ResolveMention = (id: string) => { accountId: string; displayName: string } | undefined;

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: object;
  readonly marks?: readonly { readonly type: string; readonly attrs?: object }[];
  readonly content?: readonly (Node | undefined)[];
}

const wiki = new WikiMarkupTransformer();
const json = new JSONTransformer();
const ACCOUNT_ID = /^accountid:/i;

function knownAttributes(attrs: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attrs).filter(([name, value]) => value !== null && value !== '' && !name.startsWith('__')),
  );
}

function idOf(attrs: Record<string, unknown>): string {
  return typeof attrs['id'] === 'string' ? attrs['id'] : '';
}

function mention(node: Node, resolve: ResolveMention): Adf {
  const id = idOf(knownAttributes(node.attrs ?? {})).replace(ACCOUNT_ID, '');
  const user = resolve(id);
  return { type: 'mention', attrs: { id: user?.accountId ?? id, text: `@${user?.displayName ?? id}` } };
}

/** An attached file is not in the export: its name stays as text. */
function attachmentName(node: Node): string | undefined {
  const [media] = node.content ?? [];
  const attrs = knownAttributes(media?.attrs ?? {});
  return attrs['type'] === 'file' ? idOf(attrs) : undefined;
}

function joinTexts(nodes: readonly Adf[]): Adf[] {
  const joined: Adf[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (last?.type === 'text' && node.type === 'text' && !last.marks && !node.marks) {
      joined[joined.length - 1] = { ...last, text: `${last.text ?? ''}${node.text ?? ''}` };
    } else joined.push(node);
  }
  return joined;
}

function withoutAccidentalEmoji(nodes: readonly Adf[]): Adf[] {
  const kept = nodes.map((node, index) => {
    if (node.type !== 'emoji') return node;
    const text = typedInsideWord(node, nodes[index - 1], nodes[index + 1]);
    return text === undefined ? node : { type: 'text', text };
  });
  return kept.every((node, index) => node === nodes[index]) ? kept : joinTexts(kept);
}

function tidy(node: Node, resolve: ResolveMention): Adf {
  if (node.type === 'mention') return mention(node, resolve);
  if (node.type === 'mediaSingle' || node.type === 'mediaGroup') {
    const name = attachmentName(node);
    if (name !== undefined) return { type: 'paragraph', content: [{ type: 'text', text: name }] };
  }
  const attrs = knownAttributes(node.attrs ?? {});
  const marks = (node.marks ?? []).map((mark) =>
    mark.attrs ? { type: mark.type, attrs: knownAttributes(mark.attrs) } : { type: mark.type },
  );
  const content = (node.content ?? []).flatMap((child) => (child ? [tidy(child, resolve)] : []));
  return {
    type: node.type,
    ...(node.text === undefined ? {} : { text: node.text }),
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(marks.length > 0 ? { marks } : {}),
    ...(content.length > 0 ? { content: withoutAccidentalEmoji(content) } : {}),
  };
}

/**
 * Jira wiki markup as an ADF document, by Atlassian's own transformer. Attached files become their names; an emoji
 * inside a word becomes the characters that were typed.
 * @returns `isPlain` true when the markup could not be read and the text stands in plain paragraphs instead;
 * a null document when there is no text.
 */
export function wikiToAdf(
  text: string,
  resolve: ResolveMention = () => undefined,
): { adf: Adf | null; isPlain: boolean } {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  if (lines.trim() === '') return { adf: null, isPlain: false };
  try {
    const { content = [] } = tidy(json.encode(wiki.parse(lines)), resolve);
    return { adf: { type: 'doc', version: 1, content }, isPlain: false };
  } catch {
    return { adf: textAdf(lines), isPlain: true };
  }
}
