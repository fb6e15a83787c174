import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { CREATED } from '#src/adapters/jira/change-logs';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import type { TextChange } from '#src/domain/flag-record/issue-fate';

/** Jira's limits of one call: issues, and entries on a page. */
const ISSUES_AT_ONCE = 1_000;
const ENTRIES_AT_ONCE = 10_000;

const TEXTS = ['summary', 'description'] as const;

/** The texts themselves are in the answer too: nothing here reads them. */
const PAGE = z.object({
  issueChangeLogs: z
    .array(
      z.object({
        issueId: z.string(),
        changeHistories: z
          .array(
            z.object({
              created: CREATED,
              items: z
                .array(z.object({ field: z.string().nullish(), fieldId: z.string().nullish() }))
                .default([]),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  nextPageToken: z.string().nullish(),
});

/**
 * Reads when the texts of issues changed: a call for each thousand issues, and one for each ten thousand entries. Issues whose texts never
 * changed are missing, and so are those that the viewer may not see.
 * @returns by issue id.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-changelog-bulkfetch-post
 */
export async function readTextChanges(
  { requestJira, ask }: JiraAccess,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, readonly TextChange[]>> {
  const found = new Map<string, TextChange[]>();
  for (let from = 0; from < issueIds.length; from += ISSUES_AT_ONCE) {
    let token: string | null = null;
    do {
      const body: string = JSON.stringify({
        issueIdsOrKeys: issueIds.slice(from, from + ISSUES_AT_ONCE),
        fieldIds: TEXTS,
        maxResults: ENTRIES_AT_ONCE,
        ...(token === null ? {} : { nextPageToken: token }),
      });
      const page: z.infer<typeof PAGE> = await ask('changes of text', PAGE, () =>
        requestJira(route`/rest/api/3/changelog/bulkfetch`, { method: 'POST', headers: JSON_BODY, body }),
      );
      for (const { issueId, changeHistories } of page.issueChangeLogs) {
        const changes = found.get(issueId) ?? [];
        found.set(issueId, changes);
        for (const { created, items } of changeHistories) {
          for (const { field, fieldId } of items) {
            const text = TEXTS.find((name) => name === (fieldId ?? field));
            if (text !== undefined) changes.push({ at: created, field: text });
          }
        }
      }
      token = page.nextPageToken ?? null;
    } while (token !== null);
  }
  return found;
}
