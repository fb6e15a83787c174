import { z } from 'zod';

import { Refusal } from '#sandbox/api/exchange';
import type { ShownModule } from '#sandbox/api/modules';
import type { Page } from '#sandbox/confluence/model';
import { createWikiViewer } from '#sandbox/confluence/permissions';
import type { WikiSite } from '#sandbox/confluence/site';
import type { ModuleContext } from '#sandbox/forge/host.types';
import { type AdfLike, configOfNode, extensionKeyOf, macroIn } from '#sandbox/forge/macro-node';

const MACRO_PLACE = z.object({
  kind: z.literal('macro'),
  moduleKey: z.string(),
  pageId: z.string(),
  localId: z.string(),
  modal: z.unknown().optional(),
  /** Present while the page is edited: what the editor holds is on no server yet. */
  editing: z
    .object({
      config: z.record(z.string(), z.unknown()).optional(),
      body: z.unknown().optional(),
      /** Present for the configuration page. */
      configuring: z.object({ isInserting: z.boolean() }).optional(),
    })
    .optional(),
});

/** Where in Confluence a module was opened, as the browser says it. */
export const WIKI_PLACE = z.discriminatedUnion('kind', [
  MACRO_PLACE,
  z.object({
    kind: z.literal('space'),
    moduleKey: z.string(),
    spaceKey: z.string(),
    modal: z.unknown().optional(),
  }),
  z.object({ kind: z.literal('wiki'), moduleKey: z.string(), modal: z.unknown().optional() }),
]);

type WikiPlace = z.infer<typeof WIKI_PLACE>;

interface Site {
  readonly wiki: WikiSite;
  readonly url: string;
}

/** The rich text in a bodied macro, as a document. */
export const bodyOfNode = (node: AdfLike) =>
  node.type === 'bodiedExtension' ? { type: 'doc', version: 1, content: node.content ?? [] } : undefined;

/** The macro as the published page has it. @throws Refusal 404 */
function publishedMacro(page: Page, localId: string, module: ShownModule) {
  const node = macroIn(page.body, localId);
  if (!node || extensionKeyOf(node) !== module.macro?.extensionKey) {
    throw new Refusal(404, `Page ${page.id} has no macro "${module.key}" with the id "${localId}".`);
  }
  return { config: configOfNode(node), body: bodyOfNode(node) };
}

/** The Forge context of a macro on a page. `state` is what the macro holds there. */
export function macroContext(
  module: ShownModule,
  page: Page,
  localId: string,
  site: Site,
  state: {
    readonly config: Readonly<Record<string, unknown>> | undefined;
    readonly body?: unknown;
    readonly isEditing?: boolean;
    readonly configuring?: { readonly isInserting: boolean } | undefined;
    readonly modal?: unknown;
  },
): ModuleContext {
  const space = site.wiki.space(page.spaceId);
  const { config, body, configuring, modal } = state;
  const macro = {
    ...(configuring && { isConfiguring: true, isInserting: configuring.isInserting }),
    ...(body !== undefined && { body }),
  };
  return {
    moduleKey: module.key,
    moduleType: 'macro',
    localId,
    extension: {
      content: { id: page.id, type: 'page', subtype: null },
      space: { id: space.id, key: space.key },
      isEditing: state.isEditing === true,
      references: [],
      ...(config !== undefined && { config }),
      ...(Object.keys(macro).length > 0 && { macro }),
      ...(modal !== undefined && { modal }),
    },
  };
}

function contextOfMacro(
  place: Extract<WikiPlace, { kind: 'macro' }>,
  module: ShownModule,
  accountId: string | undefined,
  site: Site,
): ModuleContext {
  const viewer = createWikiViewer(site.wiki, accountId);
  const page = site.wiki.get('pages', place.pageId);
  const { editing, localId, modal } = place;
  const isAllowed = page && (editing ? viewer.canEdit(page) : viewer.canView(page));
  if (!page || !isAllowed) throw new Refusal(404, `No page ${place.pageId} for this user.`);
  const state = editing
    ? { config: editing.config, body: editing.body, isEditing: true, configuring: editing.configuring }
    : publishedMacro(page, localId, module);
  return macroContext(module, page, localId, site, { ...state, modal });
}

/**
 * The Forge context of a module at a place in Confluence, for a user who may see the place.
 * @throws Refusal 404 when the module does not belong there, or there is no such page or space for the user.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/macro/#extension-context
 */
export function wikiContextOf(
  place: WikiPlace,
  module: ShownModule,
  accountId: string | undefined,
  site: Site,
): ModuleContext {
  if (module.place !== place.kind) throw new Refusal(404, `${module.type} is not shown there.`);
  if (place.kind === 'macro') return contextOfMacro(place, module, accountId, site);
  const modal = place.modal === undefined ? {} : { modal: place.modal };
  const at = { moduleKey: module.key, moduleType: module.type };
  if (place.kind === 'wiki') {
    return { ...at, extension: { location: `${site.url}/wiki/apps/${module.key}`, ...modal } };
  }
  const space = site.wiki.spaceByKey(place.spaceKey);
  if (!space || !createWikiViewer(site.wiki, accountId).can('read space', space)) {
    throw new Refusal(404, `No space "${place.spaceKey}" for this user.`);
  }
  const location = `${site.url}/wiki/spaces/${space.key}/apps/${module.key}`;
  return { ...at, extension: { location, space: { id: space.id, key: space.key }, ...modal } };
}
