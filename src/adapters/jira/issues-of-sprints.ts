import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { INSTANT } from '#src/adapters/jira/instant';
import { issuePage } from '#src/adapters/jira/issue-page';
import { isAnyOf, isSince, WITHOUT_SUB_TASKS } from '#src/adapters/jira/jql';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import type { NamedField } from '#src/adapters/jira/sprint-field';
import type { IssueTimeline } from '#src/domain/capacity/sprint-record-timeline';
import type { BoardSetup } from '#src/ports/boards';
import { ReadFailure } from '#src/ports/read-failure';

/** An issue as it stands now, without what became of it. */
export interface IssueFacts extends Omit<IssueTimeline, 'changes'> {
  readonly key: string;
}

/** Where issues are looked for: those of the board's saved filter, in whatever column, on whatever screen. */
export interface SprintIssueSource {
  readonly access: JiraAccess;
  readonly board: BoardSetup;
  readonly sprintField: NamedField;
}

/** Jira's limits: issues with fields on a page of a search, and by id in one call. */
const ISSUES_AT_ONCE = 100;

const SPRINTS = z.array(z.object({ id: z.number().int() })).nullish();

function factsSchema({ board: { estimation }, sprintField }: SprintIssueSource): z.ZodType<IssueFacts> {
  const fields = z
    .object({
      created: INSTANT.transform((iso) => Date.parse(iso)),
      status: z.object({ id: z.string() }),
      issuetype: z.object({ subtask: z.boolean().default(false) }),
    })
    .catchall(z.unknown());
  return z.object({ id: z.string(), key: z.string(), fields }).transform(({ id, key, fields: read }) => ({
    issueId: id,
    key,
    isSubtask: read.issuetype.subtask,
    created: read.created,
    sprintIds: (SPRINTS.parse(read[sprintField.id]) ?? []).map((sprint) => sprint.id),
    statusId: read.status.id,
    estimate: estimation ? (z.number().nullish().parse(read[estimation.fieldId]) ?? null) : null,
  }));
}

function factFields({ board: { estimation }, sprintField }: SprintIssueSource): readonly string[] {
  const fields = ['created', 'status', 'issuetype', sprintField.id];
  return estimation ? [...fields, estimation.fieldId] : fields;
}

function ofFilter({ filterId }: BoardSetup): string {
  if (filterId !== undefined && /^\d+$/.test(filterId)) return `filter = ${filterId}`;
  throw new ReadFailure('unexpected-answer', 'board configuration: it names no filter.');
}

/** A page of issues, and where the next one starts; null after the last. */
export interface FactsPage {
  readonly issues: readonly IssueFacts[];
  readonly next: string | null;
}

/**
 * A page of the issues whose Sprint field names one of these sprints now, and none of the others: what was done in them, what was carried
 * over and what is in them still, but not what was taken out.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post
 */
export async function listNamedIssues(
  source: SprintIssueSource,
  sprints: { readonly of: readonly number[]; readonly notOf: readonly number[] },
  from: string | null,
): Promise<FactsPage> {
  const { requestJira, ask } = source.access;
  const others = sprints.notOf.length === 0 ? [] : [`NOT ${isAnyOf('sprint', sprints.notOf)}`];
  const body = JSON.stringify({
    jql: [ofFilter(source.board), isAnyOf('sprint', sprints.of), ...others, WITHOUT_SUB_TASKS].join(' AND '),
    fields: factFields(source),
    maxResults: ISSUES_AT_ONCE,
    ...(from === null ? {} : { nextPageToken: from }),
  });
  const page = await ask('issues of sprints', issuePage(factsSchema(source)), () =>
    requestJira(route`/rest/api/3/search/jql`, { method: 'POST', headers: JSON_BODY, body }),
  );
  return { issues: page.issues, next: page.nextPageToken ?? null };
}

const IDS = issuePage(z.object({ id: z.string() }));

/**
 * Ids of the board's other issues that changed since an instant, the last changed first: among them are those that somebody took out of
 * the sprints, which no query finds. One page.
 * @param since ISO 8601.
 * @returns whether there were more than `most`, too.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post
 */
export async function listOtherIssues(
  { requestJira, ask }: JiraAccess,
  board: BoardSetup,
  {
    sprintIds,
    since,
    most,
  }: { readonly sprintIds: readonly number[]; readonly since: string; readonly most: number },
): Promise<{ readonly ids: readonly string[]; readonly isCut: boolean }> {
  const jql = [
    ofFilter(board),
    isSince('updated', since),
    `(sprint is EMPTY OR NOT ${isAnyOf('sprint', sprintIds)})`,
    `${WITHOUT_SUB_TASKS} ORDER BY updated DESC`,
  ].join(' AND ');
  const body = JSON.stringify({ jql, fields: ['id'], maxResults: most });
  const page = await ask('other issues', IDS, () =>
    requestJira(route`/rest/api/3/search/jql`, { method: 'POST', headers: JSON_BODY, body }),
  );
  return { ids: page.issues.map(({ id }) => id), isCut: Boolean(page.nextPageToken) };
}

/**
 * Issues by id, a call for each hundred, side by side. Issues that were deleted a moment ago, or that the viewer may not see any more, are
 * missing.
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post
 */
export async function readFacts(
  source: SprintIssueSource,
  issueIds: readonly string[],
): Promise<readonly IssueFacts[]> {
  const { requestJira, ask } = source.access;
  const schema = z.object({ issues: z.array(factsSchema(source)) });
  const chunks = Array.from({ length: Math.ceil(issueIds.length / ISSUES_AT_ONCE) }, (_, index) =>
    issueIds.slice(index * ISSUES_AT_ONCE, (index + 1) * ISSUES_AT_ONCE),
  );
  const pages = await Promise.all(
    chunks.map(async (issueIdsOrKeys) => {
      const body = JSON.stringify({ issueIdsOrKeys, fields: factFields(source) });
      return await ask('issues that were taken out', schema, () =>
        requestJira(route`/rest/api/3/issue/bulkfetch`, { method: 'POST', headers: JSON_BODY, body }),
      );
    }),
  );
  return pages.flatMap(({ issues }) => issues);
}
