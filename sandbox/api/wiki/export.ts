import type { LocalSite } from '#sandbox/api/local-site';
import { bodyOfNode, macroContext } from '#sandbox/api/wiki/place';
import type { Page } from '#sandbox/confluence/model';
import { type AdfLike, configOfNode, extensionKeyOf, localIdOfNode } from '#sandbox/forge/macro-node';
import type { MacroExport } from '#sandbox/forge/host.types';

type ExportType = MacroExport['exportType'];

const text = (words: string): AdfLike => ({ type: 'text', text: words });
const paragraph = (words: string): AdfLike => ({ type: 'paragraph', content: [text(words)] });

/** What stands where a macro failed; the export goes on. */
const failed = (words: string): AdfLike => ({
  type: 'panel',
  attrs: { panelType: 'error' },
  content: [paragraph(words)],
});

/** A macro among words takes the words of its document. */
const inline = (nodes: readonly AdfLike[]): readonly AdfLike[] =>
  nodes.flatMap((node) => (node.type === 'text' ? [node] : inline(node.content ?? [])));

async function exported(
  site: LocalSite,
  page: Page,
  node: AdfLike,
  exportType: ExportType,
  accountId: string | undefined,
): Promise<readonly AdfLike[]> {
  const module = site.modules.find(({ macro }) => macro?.extensionKey === extensionKeyOf(node));
  const title = node.attrs?.['text'];
  const name = module?.title ?? (typeof title === 'string' ? title : 'Macro');
  if (!module) return [failed(`${name}: the app of this macro is not installed.`)];
  const [config, body] = [configOfNode(node), bodyOfNode(node)];
  const at = macroContext(module, page, localIdOfNode(node), site, { config, body });
  try {
    const answer = await site.host.exportMacro(at, { exportType, config, ...(body && { body }) }, accountId);
    // Without an adfExport function, a bodied macro is exported as its body.
    if (answer === null) return body ? body.content : [paragraph(`${name} cannot be exported.`)];
    return answer.content ?? [];
  } catch (error) {
    return [
      failed(`Error rendering macro '${name}': ${error instanceof Error ? error.message : String(error)}`),
    ];
  }
}

async function replaced(
  node: AdfLike,
  exportOf: (macro: AdfLike) => Promise<readonly AdfLike[]>,
): Promise<AdfLike> {
  if (!node.content) return node;
  const content: AdfLike[] = [];
  // One after the other, as the functions of a page are called.
  for (const child of node.content) {
    if (extensionKeyOf(child) === null) content.push(await replaced(child, exportOf));
    else {
      const nodes = await exportOf(child);
      content.push(...(child.type === 'inlineExtension' ? inline(nodes) : nodes));
    }
  }
  return { ...node, content };
}

/**
 * A page's document with every macro replaced by what its `adfExport` function answers, called once for each macro. An error of
 * one stands in its place.
 */
export async function exportDocument(
  site: LocalSite,
  page: Page,
  exportType: ExportType,
  accountId: string | undefined,
): Promise<AdfLike> {
  return await replaced(page.body, async (node) => await exported(site, page, node, exportType, accountId));
}
