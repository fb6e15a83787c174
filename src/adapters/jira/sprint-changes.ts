import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { JSON_BODY } from '#src/adapters/jira/json-body';
import { orRefused } from '#src/adapters/jira/refused';
import type { MoveIssues, RankBefore, WriteGoal } from '#src/ports/sprint-changes';

const IS_WRITE = { isWrite: true };

function posting(body: object, method: 'POST' | 'PUT' = 'POST') {
  return { method, headers: JSON_BODY, body: JSON.stringify(body) };
}

/**
 * A partial update: what it does not name stays as it is.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-sprint/#api-rest-agile-1-0-sprint-sprintid-post
 */
export function writeGoal({ requestJira, ask }: JiraAccess): WriteGoal {
  return async (sprintId, goal) => {
    const send = async () => await requestJira(route`/rest/agile/1.0/sprint/${sprintId}`, posting({ goal }));
    await orRefused(ask('sprint goal', z.unknown(), send, IS_WRITE));
  };
}

/**
 * The backlog of the whole site and not of one board: an issue leaves its open sprint, whichever boards show that.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-sprint/#api-rest-agile-1-0-sprint-sprintid-issue-post
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-backlog/#api-rest-agile-1-0-backlog-issue-post
 */
export function moveIssues({ requestJira, ask }: JiraAccess): MoveIssues {
  return async (issues, sprintId, beforeKey) => {
    const ranked = { issues, ...(beforeKey === null ? {} : { rankBeforeIssue: beforeKey }) };
    const send = async () =>
      sprintId === null
        ? await requestJira(route`/rest/agile/1.0/backlog/issue`, posting({ issues }))
        : await requestJira(route`/rest/agile/1.0/sprint/${sprintId}/issue`, posting(ranked));
    await orRefused(ask('move issues', z.unknown(), send, IS_WRITE));
  };
}

/** Jira answers 204, or 207 where single issues could not be ranked, which is rare and leaves the others ranked. */
const RANKED = z.object({ entries: z.array(z.object({ status: z.number() })).optional() }).nullish();

/** @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-issue/#api-rest-agile-1-0-issue-rank-put */
export function rankBefore({ requestJira, ask }: JiraAccess): RankBefore {
  return async (issues, beforeKey) => {
    const send = async () =>
      await requestJira(
        route`/rest/agile/1.0/issue/rank`,
        posting({ issues, rankBeforeIssue: beforeKey }, 'PUT'),
      );
    await orRefused(ask('rank issues', RANKED, send, IS_WRITE));
  };
}
