import { route } from '@forge/api';
import { z } from 'zod';

import type { WikiAccess } from '#src/adapters/confluence/access';
import type { IsPageUnrestricted } from '#src/ports/jql';
import { ReadFailure } from '#src/ports/read-failure';

const SIZED = z.object({ size: z.number().int().nonnegative() });

const RESTRICTION = z.object({ restrictions: z.object({ user: SIZED, group: SIZED }) });

/**
 * The page's own restriction. One of a page above it keeps the app from seeing this one at all, unless somebody put the app on that list.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v1/api-group-content-restrictions/#api-wiki-rest-api-content-id-restriction-byoperation-operationkey-get
 */
export function isPageUnrestricted({ requestConfluence, ask }: WikiAccess): IsPageUnrestricted {
  return async (pageId) => {
    try {
      const { restrictions } = await ask('read restriction', RESTRICTION, () =>
        requestConfluence(route`/wiki/rest/api/content/${pageId}/restriction/byOperation/read`),
      );
      return restrictions.user.size === 0 && restrictions.group.size === 0;
    } catch (error) {
      if (error instanceof ReadFailure && (error.kind === 'not-found' || error.kind === 'no-access')) {
        return false;
      }
      throw error;
    }
  };
}
