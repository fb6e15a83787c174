import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import type { ListPrecomputations, Precomputation, UpdatePrecomputations } from '#src/ports/jql';

/** Jira writes its offset without a colon, which is no date to every parser. */
const INSTANT = z
  .string()
  .transform((text) => Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')))
  .pipe(z.number())
  .transform((at) => new Date(at).toISOString());

const KEPT = z.object({
  id: z.string(),
  functionName: z.string(),
  operator: z.enum(['in', 'not in']),
  arguments: z.array(z.string()).default([]),
  used: INSTANT,
  updated: INSTANT,
});

const PAGE_OF_KEPT = z.object({ isLast: z.boolean().optional(), values: z.array(z.unknown()) });

const PAGE = 100;

/** More than people keep in filters and dashboards; a site that has more is kept fresh in part. */
const PAGES_AT_MOST = 10;

/**
 * Last used first, so that the reading ends where nothing is in use any more. What is of another shape is not the app's to renew.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-jql-functions--apps-/#api-rest-api-3-jql-function-computation-get
 */
export function listPrecomputations({ requestJira, ask }: JiraAccess): ListPrecomputations {
  return async (usedSince) => {
    const found: Precomputation[] = [];
    for (let page = 0; page < PAGES_AT_MOST; page += 1) {
      const startAt = page * PAGE;
      const answer = await ask('precomputations', PAGE_OF_KEPT, () =>
        requestJira(
          route`/rest/api/3/jql/function/computation?orderBy=-used&startAt=${startAt}&maxResults=${PAGE}`,
        ),
      );
      const read = answer.values.flatMap((value) => KEPT.safeParse(value).data ?? []);
      for (const { id, functionName, operator, arguments: words, used, updated } of read) {
        if (Date.parse(used) < usedSince.getTime()) continue;
        found.push({ id, clause: { functionName, operator, arguments: words }, used, updated });
      }
      const last = read.at(-1);
      const isOver = last !== undefined && Date.parse(last.used) < usedSince.getTime();
      if (isOver || answer.isLast !== false || answer.values.length === 0) break;
    }
    return found;
  };
}

/**
 * Sets what Jira keeps for clauses. Sent twice it does the same as once.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-jql-functions--apps-/#api-rest-api-3-jql-function-computation-post
 */
export function updatePrecomputations({ requestJira, ask }: JiraAccess): UpdatePrecomputations {
  return async (updates) => {
    await ask('precomputation update', z.unknown(), () =>
      requestJira(route`/rest/api/3/jql/function/computation?skipNotFoundPrecomputations=true`, {
        method: 'POST',
        headers: JSON_BODY,
        body: JSON.stringify({ values: updates }),
      }),
    );
  };
}
