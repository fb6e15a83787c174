import { route } from '@forge/api';
import { z } from 'zod';

import type { WikiAccess } from '#src/adapters/confluence/access';
import { ReadFailure } from '#src/ports/read-failure';
import type { MaySeeSpace, ReadPagesInSight } from '#src/ports/risk/summaries';

/** Addresses are below the site's `/wiki`; one that is not would lead somewhere else. */
const PAGES = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      spaceId: z.string(),
      _links: z.object({ webui: z.string().startsWith('/') }),
    }),
  ),
});

/**
 * One call for all of them: what the list leaves out is not there for the viewer.
 * @param access `asUser().requestConfluence`.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/#api-pages-get
 */
export function readPagesInSight({ requestConfluence, ask }: WikiAccess): ReadPagesInSight {
  return async (pageIds) => {
    if (pageIds.length === 0) return [];
    const query = new URLSearchParams({ id: pageIds.join(','), status: 'current', limit: '250' });
    const { results } = await ask('pages', PAGES, () =>
      requestConfluence(route`/wiki/api/v2/pages?${query}`),
    );
    return results.map(({ id, title, spaceId, _links }) => ({
      id,
      title,
      spaceId,
      path: `/wiki${_links.webui}`,
    }));
  };
}

const SPACE = z.object({ id: z.string() });

/** @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-space/#api-spaces-id-get */
export function maySeeSpace({ requestConfluence, ask }: WikiAccess): MaySeeSpace {
  return async (spaceId) => {
    try {
      await ask('space', SPACE, () => requestConfluence(route`/wiki/api/v2/spaces/${spaceId}`));
      return true;
    } catch (error) {
      if (error instanceof ReadFailure && (error.kind === 'not-found' || error.kind === 'no-access'))
        return false;
      throw error;
    }
  };
}
