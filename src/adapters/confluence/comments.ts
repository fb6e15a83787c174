import { route } from '@forge/api';
import { z } from 'zod';

import type { WikiAccess } from '#src/adapters/confluence/access';
import { readPlainPage } from '#src/adapters/confluence/pages';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import { ReadFailure } from '#src/ports/read-failure';
import type { AddComment, IsSeenByApp } from '#src/ports/risk/comments';

const COMMENT = z.object({ id: z.string() });

/**
 * Is not sent again when it is not known whether it arrived: two comments are worse than none.
 * @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-comment/#api-footer-comments-post
 */
export function addComment({ requestConfluence, ask }: WikiAccess): AddComment {
  return async (pageId, document) => {
    const body = { representation: 'atlas_doc_format', value: JSON.stringify(document) };
    await ask(
      'footer comment',
      COMMENT,
      () =>
        requestConfluence(route`/wiki/api/v2/footer-comments`, {
          method: 'POST',
          headers: JSON_BODY,
          body: JSON.stringify({ pageId, body }),
        }),
      { isWrite: true },
    );
  };
}

/** Drafts, archived pages and the trash are left alone. */
export function isSeenByApp(access: WikiAccess): IsSeenByApp {
  return async (pageId) => {
    try {
      return (await readPlainPage(access, pageId)).status === 'current';
    } catch (error) {
      if (error instanceof ReadFailure && (error.kind === 'not-found' || error.kind === 'no-access'))
        return false;
      throw error;
    }
  };
}
