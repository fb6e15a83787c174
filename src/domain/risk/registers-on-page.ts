import type { AdfNode } from '#src/domain/backlog/issue';
import { readLines } from '#src/domain/backlog/text/adf-text';

/** A register's macro on a page. */
export interface RegisterOnPage {
  readonly localId: string;
  /** The heading that it stands under, as its author wrote it; null above the first. */
  readonly heading: string | null;
}

/** Confluence names a macro of an app by the app, its environment and the module: the last is the same in all of them. */
const MACRO = /\/static\/risk-register$/;

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/**
 * The registers of a page in the order of its document, within tables and layouts too. A macro without an id has no register.
 * @see https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/
 */
export function registersOnPage(document: AdfNode): readonly RegisterOnPage[] {
  const found: RegisterOnPage[] = [];
  let heading: string | null = null;
  const walk = (node: AdfNode) => {
    if (node.type === 'heading')
      heading = textOf(
        readLines(node)
          .map(({ text }) => text)
          .join(' '),
      );
    const { extensionKey, localId } = node.attrs ?? {};
    const id = textOf(localId);
    if (id !== null && MACRO.test(textOf(extensionKey) ?? '')) found.push({ localId: id, heading });
    for (const child of node.content ?? []) walk(child);
  };
  walk(document);
  return found;
}
