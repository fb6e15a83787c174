import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { issueFields, issueSchema } from '#src/adapters/jira/issue';
import { allPages, issuePage, listQuery } from '#src/adapters/jira/issue-page';
import { isAnyOf, isNoneOf, WITHOUT_SUB_TASKS } from '#src/adapters/jira/jql';
import type { BoardToRead } from '#src/ports/backlog';
import type { DescribeIssues, ListedPlan, ReadPlannedIssues } from '#src/ports/sprint-issues';

/** More than teams plan for a sprint: one page is nearly always all. */
const PAGE = 100;

const PLANNING = z.object({
  fields: z.object({
    flagged: z.boolean().nullish(),
    labels: z.array(z.string()).nullish(),
    closedSprints: z.array(z.object({ id: z.number().int() })).nullish(),
  }),
});

/** The software API's own names for fields that are custom ones elsewhere, with an id of each site's own. */
const PLANNING_FIELDS = ['flagged', 'labels', 'closedSprints'];

function planSchema(board: BoardToRead): z.ZodType<ListedPlan> {
  return z.unknown().transform((value, context): ListedPlan => {
    const issue = issueSchema(board).safeParse(value);
    const planning = PLANNING.safeParse(value);
    if (issue.success && planning.success) {
      const { flagged, labels, closedSprints } = planning.data.fields;
      return {
        ...issue.data,
        isFlagged: flagged === true,
        labels: labels ?? [],
        isCarriedIn: (closedSprints ?? []).length > 0,
      };
    }
    for (const { path } of [...(issue.error?.issues ?? []), ...(planning.error?.issues ?? [])]) {
      context.addIssue({ code: 'custom', message: 'another shape', path });
    }
    return z.NEVER;
  });
}

/** @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-get */
export function readPlannedIssues({ requestJira, ask }: JiraAccess): ReadPlannedIssues {
  return async (board, sprintId) => {
    const jql = [isAnyOf('sprint', [sprintId]), isNoneOf('status', board.doneStatusIds), WITHOUT_SUB_TASKS]
      .filter(Boolean)
      .join(' AND ');
    const fields = [...new Set([...issueFields(board), ...PLANNING_FIELDS])];
    return await allPages(async (nextPageToken) => {
      const query = listQuery({ fields, jql, maxResults: PAGE, nextPageToken });
      return await ask('planned issues', issuePage(planSchema(board)), () =>
        requestJira(route`/rest/software/1.0/board/${board.id}/issue?${query}`),
      );
    });
  };
}

const DESCRIBED = z.object({
  id: z.string(),
  fields: z.object({
    summary: z.string(),
    issuetype: z.object({ name: z.string() }),
    flagged: z.boolean().nullish(),
  }),
});

/** Jira takes longer addresses than these ids make. */
const IDS_AT_ONCE = 250;

/** @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-get */
export function describeIssues({ requestJira, ask }: JiraAccess): DescribeIssues {
  const read = async (boardId: number, ids: readonly string[]) =>
    await allPages(async (nextPageToken) => {
      const fields = ['summary', 'issuetype', 'flagged'];
      const query = listQuery({ fields, jql: isAnyOf('id', ids), maxResults: ids.length, nextPageToken });
      return await ask('issues of the sprint', issuePage(DESCRIBED), () =>
        requestJira(route`/rest/software/1.0/board/${boardId}/issue?${query}`),
      );
    });
  return async ({ id: boardId }, issueIds) => {
    const parts = Array.from({ length: Math.ceil(issueIds.length / IDS_AT_ONCE) }, (_, part) =>
      issueIds.slice(part * IDS_AT_ONCE, (part + 1) * IDS_AT_ONCE),
    );
    const found = await Promise.all(parts.map(async (ids) => await read(boardId, ids)));
    return new Map(
      found
        .flat()
        .map(({ id, fields: { summary, issuetype, flagged } }) => [
          id,
          { summary, type: issuetype.name, isFlagged: flagged === true },
        ]),
    );
  };
}
