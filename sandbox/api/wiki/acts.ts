import { z } from 'zod';

import { Refusal } from '#sandbox/api/exchange';
import type { LocalSite } from '#sandbox/api/local-site';
import { pageFor, spaceFor } from '#sandbox/api/wiki/read';
import type { Page } from '#sandbox/confluence/model';
import { createWikiViewer } from '#sandbox/confluence/permissions';
import type { Adf } from '#sandbox/jira/model';
import { isDocument } from '#sandbox/rest/adf-schema';
import { SiteError } from '#sandbox/state/site-error';

const AUDIENCE = z.object({ accountIds: z.array(z.string()), groupIds: z.array(z.string()) }).nullable();
const DOCUMENT = z.custom<Adf>(isDocument, 'is no Atlassian document');
const ON_PAGE = { pageId: z.string() };

/** What the site's pages let somebody do in Confluence beside what they do by REST. */
export const WIKI_ACT = z.discriminatedUnion('act', [
  z.object({ act: z.literal('create'), spaceKey: z.string(), parentId: z.string().nullable() }),
  z.object({
    act: z.literal('saveDraft'),
    ...ON_PAGE,
    title: z.string(),
    body: DOCUMENT,
    basedOn: z.number().int().positive(),
  }),
  z.object({ act: z.literal('discardDraft'), ...ON_PAGE }),
  z.object({
    act: z.literal('copy'),
    ...ON_PAGE,
    title: z.string(),
    spaceKey: z.string(),
    copyRestrictions: z.boolean(),
    copyProperties: z.boolean(),
  }),
  z.object({
    act: z.literal('move'),
    ...ON_PAGE,
    spaceKey: z.string(),
    parentId: z.string().nullable(),
    index: z.number().int().nonnegative().optional(),
  }),
  z.object({ act: z.literal('restrict'), ...ON_PAGE, readers: AUDIENCE, editors: AUDIENCE }),
  z.object({ act: z.literal('restoreVersion'), ...ON_PAGE, number: z.number().int().positive() }),
  z.object({ act: z.enum(['archive', 'unarchive', 'trash', 'restore', 'purge']), ...ON_PAGE }),
]);

export type WikiAct = z.infer<typeof WIKI_ACT>;

type On<Name extends WikiAct['act']> = Extract<WikiAct, { act: Name }>;

const requireThat = (isAllowed: boolean, words: string): void => {
  if (!isAllowed) throw new Refusal(403, `This user may not ${words}.`);
};

function copy(site: LocalSite, page: Page, act: On<'copy'>, by: string): Page {
  const viewer = createWikiViewer(site.wiki, by);
  const space = spaceFor(site, viewer, act.spaceKey);
  requireThat(viewer.can('create page', space), 'create pages in that space');
  const { title, copyRestrictions, copyProperties } = act;
  // A copy lies beside its original, where that is in the same space.
  const isBeside = space.id === page.spaceId && page.parentId !== null;
  return site.wiki.copyPage(
    page.id,
    {
      title,
      spaceId: space.id,
      copyRestrictions,
      copyProperties,
      ...(isBeside && { parentId: page.parentId }),
    },
    { by },
  );
}

function move(site: LocalSite, page: Page, act: On<'move'>, by: string): Page {
  const viewer = createWikiViewer(site.wiki, by);
  const space = spaceFor(site, viewer, act.spaceKey);
  requireThat(viewer.canDelete(page) && viewer.can('create page', space), 'move the page there');
  const { parentId, index } = act;
  return site.wiki.movePage(page.id, {
    spaceId: space.id,
    parentId,
    ...(index !== undefined && { index }),
  });
}

function onPage(site: LocalSite, act: Exclude<WikiAct, On<'create'>>, by: string): Page | null {
  const { wiki } = site;
  const viewer = createWikiViewer(wiki, by);
  const page = pageFor(site, viewer, act.pageId);
  const space = wiki.space(page.spaceId);
  const edits = () => {
    requireThat(viewer.canEdit(page), 'edit the page');
  };
  const deletes = () => {
    requireThat(viewer.canDelete(page), 'delete the page');
  };
  switch (act.act) {
    case 'saveDraft':
      edits();
      return wiki.saveDraft(page.id, { title: act.title, body: act.body, basedOn: act.basedOn }, { by });
    case 'discardDraft':
      edits();
      return wiki.discardDraft(page.id);
    case 'copy':
      return copy(site, page, act, by);
    case 'move':
      return move(site, page, act, by);
    case 'restrict':
      edits();
      requireThat(viewer.can('restrict_content space', space), 'restrict the page');
      return wiki.restrictPage(page.id, { readers: act.readers, editors: act.editors });
    case 'restoreVersion':
      edits();
      return wiki.restoreVersion(page.id, act.number, { by });
    case 'archive':
    case 'unarchive':
      edits();
      requireThat(viewer.can('archive page', space), 'archive pages here');
      return act.act === 'archive' ? wiki.archivePage(page.id) : wiki.unarchivePage(page.id);
    case 'trash':
    case 'restore':
      deletes();
      return act.act === 'trash' ? wiki.trashPage(page.id) : wiki.restorePage(page.id);
    case 'purge':
      requireThat(viewer.can('administer space', space), 'delete pages for good');
      wiki.purgePage(page.id);
      return null;
  }
}

/**
 * Does what somebody asked for on the site's pages; answers the page that came of it, null when it is gone.
 * @throws Refusal 401 for nobody, 403 without the permission, 404 for what they cannot see, 422 when the records do not allow it.
 */
export function doWikiAct(site: LocalSite, act: WikiAct, accountId: string | undefined) {
  if (accountId === undefined) throw new Refusal(401, 'Log in to change anything.');
  const by = accountId;
  try {
    if (act.act !== 'create') {
      const page = onPage(site, act, by);
      return page && { id: page.id, spaceKey: site.wiki.space(page.spaceId).key };
    }
    const viewer = createWikiViewer(site.wiki, by);
    const space = spaceFor(site, viewer, act.spaceKey);
    requireThat(viewer.can('create page', space), 'create pages here');
    const { parentId } = act;
    const under = parentId === null ? {} : { parentId };
    const page = site.wiki.createPage({ spaceId: space.id, title: '', status: 'draft', ...under }, { by });
    return { id: page.id, spaceKey: space.key };
  } catch (error) {
    if (error instanceof SiteError) throw new Refusal(422, error.message);
    throw error;
  }
}
