import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { ITEM, toChange, type ReadFieldsOfLog } from '#src/adapters/jira/change-log-item';
import { INSTANT } from '#src/adapters/jira/instant';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import type { FieldChange } from '#src/domain/capacity/sprint-record-timeline';

/** Jira's limits of one call: issues, and entries on a page. */
const ISSUES_AT_ONCE = 1_000;
const ENTRIES_AT_ONCE = 10_000;

/** The first number of milliseconds that is no number of seconds within a thousand years. */
const MILLISECONDS_FROM = 1e11;

/** Documented as a date and time; the documentation's own example has seconds since 1970. Read as milliseconds. */
export const CREATED = z.union([
  INSTANT.transform((iso) => Date.parse(iso)),
  z.number().transform((value) => (value < MILLISECONDS_FROM ? value * 1_000 : value)),
]);

const PAGE = z.object({
  issueChangeLogs: z
    .array(
      z.object({
        issueId: z.string(),
        changeHistories: z
          .array(z.object({ id: z.string().optional(), created: CREATED, items: z.array(ITEM).default([]) }))
          .default([]),
      }),
    )
    .default([]),
  nextPageToken: z.string().nullish(),
});

interface Entry {
  readonly id: number;
  readonly change: FieldChange;
}

/** Ids of the fields, as the filter of the call takes them. */
function fieldIds({ sprint, hasStatus, estimate }: ReadFieldsOfLog): readonly string[] {
  return [sprint?.id, hasStatus ? 'status' : undefined, estimate?.id].filter((id) => id !== undefined);
}

/** In the order of time, and of one instant in the order in which they were written. */
function inOrder(entries: readonly Entry[]): readonly FieldChange[] {
  return entries
    .toSorted((one, other) => one.change.at - other.change.at || one.id - other.id)
    .map(({ change }) => change);
}

/**
 * Reads what became of these fields in these issues: a call for each thousand issues, side by side, and one for each ten thousand
 * entries. Issues without such an entry are missing, and so are those that the viewer may not see: Jira does not tell them apart.
 * @returns by issue id, oldest change first.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-changelog-bulkfetch-post
 */
export async function readChangeLogs(
  { requestJira, ask }: JiraAccess,
  issueIds: readonly string[],
  fields: ReadFieldsOfLog,
): Promise<ReadonlyMap<string, readonly FieldChange[]>> {
  const found = new Map<string, Entry[]>();
  const readPages = async (ids: readonly string[]) => {
    let token: string | null = null;
    do {
      const body: string = JSON.stringify({
        issueIdsOrKeys: ids,
        fieldIds: fieldIds(fields),
        maxResults: ENTRIES_AT_ONCE,
        ...(token === null ? {} : { nextPageToken: token }),
      });
      const page: z.infer<typeof PAGE> = await ask('change logs', PAGE, () =>
        requestJira(route`/rest/api/3/changelog/bulkfetch`, { method: 'POST', headers: JSON_BODY, body }),
      );
      for (const { issueId, changeHistories } of page.issueChangeLogs) {
        const entries = found.get(issueId) ?? [];
        found.set(issueId, entries);
        for (const { id, created, items } of changeHistories) {
          for (const item of items) {
            const change = toChange(created, item, fields);
            if (change) entries.push({ id: Number(id ?? 0), change });
          }
        }
      }
      token = page.nextPageToken ?? null;
    } while (token !== null);
  };
  const chunks = Array.from({ length: Math.ceil(issueIds.length / ISSUES_AT_ONCE) }, (_, index) =>
    issueIds.slice(index * ISSUES_AT_ONCE, (index + 1) * ISSUES_AT_ONCE),
  );
  await Promise.all(chunks.map(readPages));
  return new Map([...found].map(([issueId, entries]) => [issueId, inOrder(entries)]));
}
