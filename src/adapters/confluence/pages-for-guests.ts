import type { WikiAccess } from '#src/adapters/confluence/access';
import { checkPermission, present, readPlainPage } from '#src/adapters/confluence/pages';
import { ReadFailure } from '#src/ports/read-failure';
import type { MayEditPage, PageViewer, ReadPage, ReadTitles } from '#src/ports/risk/page-access';

/** Whose permission is asked for; Confluence's word for somebody who is not logged in is `anonymous`. */
const subjectOf = ({ accountId }: PageViewer) => accountId ?? 'anonymous';

/**
 * Pages for those whom the platform lets nobody act as: guests, and people who are not logged in. The app asks in its own name,
 * and first of all whether that very viewer may see the page; only then does it read it. A page that is not public is thus not
 * answered to the public, though the app itself may see it.
 * @param access `asApp().requestConfluence`.
 * @see https://developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users/
 */
export function readPageForGuest(access: WikiAccess, viewer: PageViewer): ReadPage {
  const check = checkPermission(access, subjectOf(viewer));
  return async (pageId) => {
    const [maySee, mayEdit] = await Promise.all([
      check(pageId, 'read'),
      viewer.kind === 'guest' ? check(pageId, 'update') : false,
    ]);
    if (!maySee) throw new ReadFailure('not-found', 'page: the viewer may not see it.');
    const { id, title, spaceId, status } = present(await readPlainPage(access, pageId));
    return { pageId: id, title, spaceId, canEdit: mayEdit && status !== 'archived' };
  };
}

/** Nobody edits without being logged in. */
export function mayGuestEdit(access: WikiAccess, viewer: PageViewer): MayEditPage {
  const check = checkPermission(access, subjectOf(viewer));
  return async (pageId) => viewer.kind === 'guest' && (await check(pageId, 'update'));
}

/** One page after the other is asked for: guests seldom look at copies. */
export function readTitlesForGuest(access: WikiAccess, viewer: PageViewer): ReadTitles {
  const readPage = readPageForGuest(access, viewer);
  return async (pageIds) => {
    const titles = new Map<string, string>();
    for (const pageId of pageIds) {
      const page = await readPage(pageId).catch((error: unknown) => {
        if (error instanceof ReadFailure && (error.kind === 'not-found' || error.kind === 'no-access'))
          return null;
        throw error;
      });
      if (page !== null) titles.set(pageId, page.title);
    }
    return titles;
  };
}
