import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { JiraRefusal } from '#src/adapters/jira/ask';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import { orRefused } from '#src/adapters/jira/refused';
import type { LinkBlocker, UnlinkBlocker } from '#src/ports/issue-edits';
import { WriteFailure } from '#src/ports/write-failure';

/** How the blocked side of a link reads, in the type that Jira comes with; a site may have named the type anew. */
const BLOCKED_BY = /\bblocked by\b/i;

const LINK_TYPES = z.object({ issueLinkTypes: z.array(z.object({ id: z.string(), inward: z.string() })) });

const LINKED = z.object({
  fields: z.object({
    issuelinks: z
      .array(
        z.object({
          id: z.string(),
          type: z.object({ inward: z.string() }),
          inwardIssue: z.object({ key: z.string() }).optional(),
        }),
      )
      .nullish(),
  }),
});

/** Jira answers 404 for an issue that it does not show, for one that is not there, and where linking is not allowed. */
function orUnknown(error: unknown): never {
  if (!(error instanceof JiraRefusal) || error.status !== 404) throw error;
  const { message, detail } = error;
  throw new WriteFailure('refused', message, { detail, reason: 'blocker-not-found' });
}

/**
 * Jira names the ends of a link by the words on the other end: the blocker is the inward issue, since its words stand on the
 * inward side of the blocked one.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-links/#api-rest-api-3-issuelink-post
 */
export function linkBlocker({ requestJira, ask }: JiraAccess): LinkBlocker {
  return async (issueId, blockerKey) => {
    const { issueLinkTypes } = await ask('link types', LINK_TYPES, () =>
      requestJira(route`/rest/api/3/issueLinkType`),
    );
    const type = issueLinkTypes.find(({ inward }) => BLOCKED_BY.test(inward));
    if (type === undefined) {
      throw new WriteFailure('refused', 'link: the site has no type of link that blocks.', {
        reason: 'no-blocking-link-type',
      });
    }
    const body = JSON.stringify({
      type: { id: type.id },
      inwardIssue: { key: blockerKey },
      outwardIssue: { id: issueId },
    });
    await orRefused(
      ask(
        'link',
        z.unknown(),
        () => requestJira(route`/rest/api/3/issueLink`, { method: 'POST', headers: JSON_BODY, body }),
        { isWrite: true },
      ),
    ).catch(orUnknown);
  };
}

/**
 * Finds the links among those that Jira shows the viewer of this issue: a link's id never comes from anywhere else.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-links/#api-rest-api-3-issuelink-linkid-delete
 */
export function unlinkBlocker({ requestJira, ask }: JiraAccess): UnlinkBlocker {
  return async (issueId, blockerKey) => {
    const { fields } = await ask('links', LINKED, () =>
      requestJira(route`/rest/api/3/issue/${issueId}?fields=issuelinks`),
    );
    const links = (fields.issuelinks ?? []).filter(
      ({ type, inwardIssue }) => BLOCKED_BY.test(type.inward) && inwardIssue?.key === blockerKey,
    );
    for (const { id } of links) {
      await orRefused(
        ask(
          'unlink',
          z.unknown(),
          () => requestJira(route`/rest/api/3/issueLink/${id}`, { method: 'DELETE' }),
          { isWrite: true },
        ),
      );
    }
    return links.length > 0;
  };
}
