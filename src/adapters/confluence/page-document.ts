import { route } from '@forge/api';
import { z } from 'zod';

import type { WikiAccess } from '#src/adapters/confluence/access';
import type { AdfNode } from '#src/domain/backlog/issue';
import { ReadFailure } from '#src/ports/read-failure';
import type { ReadPageDocument } from '#src/ports/risk/page-document';

const PAGE = z.object({ body: z.object({ atlas_doc_format: z.object({ value: z.string() }) }) });

/** Of a document's nodes, what makes them nodes; all else is kept as it is. */
const DOCUMENT = z.looseObject({
  type: z.literal('doc'),
  content: z.array(z.looseObject({ type: z.string() })),
});

function parsed(value: string): AdfNode {
  try {
    return DOCUMENT.parse(JSON.parse(value));
  } catch (error) {
    throw Object.assign(new ReadFailure('unexpected-answer', 'page: its document cannot be read.'), {
      cause: error,
    });
  }
}

/** @see https://developer.atlassian.com/cloud/confluence/rest/v2/api-group-page/#api-pages-id-get */
export function readPageDocument({ requestConfluence, ask }: WikiAccess): ReadPageDocument {
  return async (pageId) => {
    const { body } = await ask('page document', PAGE, () =>
      requestConfluence(route`/wiki/api/v2/pages/${pageId}?body-format=atlas_doc_format`),
    );
    return parsed(body.atlas_doc_format.value);
  };
}
