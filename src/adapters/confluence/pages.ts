import { route } from '@forge/api';
import { z } from 'zod';

import type { WikiAccess } from '#src/adapters/confluence/access';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import { ReadFailure } from '#src/ports/read-failure';
import type { MayEditPage, ReadPage, ReadTitles } from '#src/ports/risk/page-access';

const PAGE = z.object({
  id: z.string(),
  status: z.string(),
  title: z.string(),
  spaceId: z.string(),
  operations: z
    .object({ results: z.array(z.object({ operation: z.string(), targetType: z.string() })) })
    .optional(),
});

export type WikiPage = z.infer<typeof PAGE>;

/** An answer of the permission check. */
export const PERMISSION = z.object({ hasPermission: z.boolean() });

/** The trash still answers by id; what is in it is gone for its readers. */
const GONE: ReadonlySet<string> = new Set(['trashed', 'deleted']);

/** @throws ReadFailure `not-found` for a page in the trash. */
export function present(page: WikiPage): WikiPage {
  if (GONE.has(page.status)) throw new ReadFailure('not-found', 'page: it is in the trash.');
  return page;
}

/**
 * One call tells whether the viewer sees the page and what they may do there. An archived page is for reading only.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/#api-pages-id-get
 */
export function readPage({ requestConfluence, ask }: WikiAccess): ReadPage {
  return async (pageId) => {
    const page = present(
      await ask('page', PAGE, () =>
        requestConfluence(route`/wiki/api/v2/pages/${pageId}?include-operations=true`),
      ),
    );
    const { id, title, spaceId, status, operations } = page;
    const mayUpdate = (operations?.results ?? []).some(
      ({ operation, targetType }) => operation === 'update' && targetType === 'page',
    );
    return { pageId: id, title, spaceId, canEdit: mayUpdate && status !== 'archived' };
  };
}

/** A page without what the viewer may do there. */
export async function readPlainPage({ requestConfluence, ask }: WikiAccess, pageId: string) {
  return await ask('page', PAGE, () => requestConfluence(route`/wiki/api/v2/pages/${pageId}`));
}

/**
 * Asks Confluence itself, with all its restrictions, whether an account may do something on a page.
 * @param identifier an accountId, or `anonymous` for somebody who is not logged in.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content-permissions/#api-wiki-rest-api-content-id-permission-check-post
 */
export function checkPermission({ requestConfluence, ask }: WikiAccess, identifier: string) {
  return async (pageId: string, operation: 'read' | 'update'): Promise<boolean> => {
    const body = JSON.stringify({ subject: { type: 'user', identifier }, operation });
    const { hasPermission } = await ask('permission check', PERMISSION, () =>
      requestConfluence(route`/wiki/rest/api/content/${pageId}/permission/check`, {
        method: 'POST',
        headers: JSON_BODY,
        body,
      }),
    );
    return hasPermission;
  };
}

export function mayEditPage(access: WikiAccess, accountId: string): MayEditPage {
  const check = checkPermission(access, accountId);
  return async (pageId) => await check(pageId, 'update');
}

const LIST = z.object({ results: z.array(z.object({ id: z.string(), title: z.string() })) });

/** Confluence takes 250 ids, and leaves out pages that the viewer may not see or that are in the trash. */
export function readTitles({ requestConfluence, ask }: WikiAccess): ReadTitles {
  return async (pageIds) => {
    if (pageIds.length === 0) return new Map();
    const query = new URLSearchParams({ id: pageIds.join(','), limit: '250' });
    const { results } = await ask('pages', LIST, () => requestConfluence(route`/wiki/api/v2/pages?${query}`));
    return new Map(results.map(({ id, title }) => [id, title]));
  };
}
