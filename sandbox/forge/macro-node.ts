import type { Adf } from '#sandbox/jira/model';

/** How a macro of a Forge app stands in a page's document. Nothing here but plain data: the site's pages use it too. */

const EXTENSION_TYPE = 'com.atlassian.ecosystem';
const NODE_TYPES = new Set(['extension', 'bodiedExtension', 'inlineExtension']);

export type MacroLayout = 'block' | 'inline' | 'bodied';

/** What of a macro's module goes into its node. */
export interface MacroStamp {
  /** `<app>/<environment>/static/<module>`. */
  readonly extensionKey: string;
  readonly title: string;
  readonly layout: MacroLayout;
}

/** A document, from the outside: whoever reads it does not change it. */
export type AdfLike = {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly AdfLike[];
};

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

/** The key of the macro that a node is; null for a node that is no macro of a Forge app. */
export function extensionKeyOf(node: AdfLike): string | null {
  const { extensionType, extensionKey } = node.attrs ?? {};
  if (!NODE_TYPES.has(node.type) || extensionType !== EXTENSION_TYPE) return null;
  return typeof extensionKey === 'string' ? extensionKey : null;
}

/** The id of a macro on its page. A copied page has macros with the same ones. */
export function localIdOfNode(node: AdfLike): string {
  const id = node.attrs?.['localId'];
  return typeof id === 'string' ? id : '';
}

/** What the macro's configuration kept; undefined before it was ever submitted. */
export function configOfNode(node: AdfLike): Readonly<Record<string, unknown>> | undefined {
  const { guestParams } = recordOf(node.attrs?.['parameters']);
  return guestParams === undefined ? undefined : recordOf(guestParams);
}

/** All macros of a document, in its order, macros within macros included. */
export function macrosIn(node: AdfLike): AdfLike[] {
  const inside = (node.content ?? []).flatMap(macrosIn);
  return extensionKeyOf(node) === null ? inside : [node, ...inside];
}

/** The macro with an id; undefined when the document has none. */
export const macroIn = (document: AdfLike, localId: string): AdfLike | undefined =>
  macrosIn(document).find((node) => localIdOfNode(node) === localId);

const NODE_OF: Readonly<Record<MacroLayout, string>> = {
  block: 'extension',
  inline: 'inlineExtension',
  bodied: 'bodiedExtension',
};

/** A new macro as the editor puts it into a document. */
export function macroNode(
  stamp: MacroStamp,
  localId: string,
  config: Readonly<Record<string, unknown>> | undefined,
): Adf {
  return {
    type: NODE_OF[stamp.layout],
    attrs: {
      extensionType: EXTENSION_TYPE,
      extensionKey: stamp.extensionKey,
      parameters: {
        localId,
        extensionId: `ari:cloud:ecosystem::extension/${stamp.extensionKey}`,
        extensionTitle: stamp.title,
        forgeEnvironment: 'DEVELOPMENT',
        ...(config !== undefined && { guestParams: config }),
      },
      text: stamp.title,
      ...(stamp.layout !== 'inline' && { layout: 'default' }),
      localId,
    },
    ...(stamp.layout === 'bodied' && { content: [{ type: 'paragraph', content: [] }] }),
  };
}
