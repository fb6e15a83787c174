import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { JiraRefusal } from '#src/adapters/jira/ask';
import { issuePage, listQuery } from '#src/adapters/jira/issue-page';
import { isAfter, isAnyOf, isNoneOf } from '#src/adapters/jira/jql';
import type { ProbeFrom, ProbeIssues, ReadActiveSprints } from '#src/ports/kept-health';

/** Jira's search index follows a change within seconds, at bad times within a minute or two. */
const INDEX_LAG_MINUTES = 2;

/** Minutes back from now: a date would be read in the viewer's time zone, which the app need not know. */
function minutesSince({ since, now }: ProbeFrom): number {
  return Math.max(0, Math.ceil((now.getTime() - since.getTime()) / 60_000)) + INDEX_LAG_MINUTES;
}

/**
 * Matches the issues that make an answer old: those of the answer that changed or are now in an active sprint, and open ones
 * that changed and may have come into it. Of issues that the viewer changed here only later changes count: the answer has
 * theirs in it. Other ids stand in it once: 500 of them make 5 KB of address.
 */
export function probeQuery(from: ProbeFrom): string {
  const isRecent = `updated >= -${minutesSince(from)}m`;
  const { issueIds, activeSprintIds, ownChanges } = from;
  const own = ownChanges.map(({ issueId }) => issueId);
  const others = issueIds.filter((id) => !own.includes(id));
  const started = activeSprintIds.length === 0 ? [] : [isAnyOf('sprint', activeSprintIds)];
  const isOld = (ids: readonly string[], changed: string) =>
    `(${isAnyOf('id', ids)} AND (${[changed, ...started].join(' OR ')}))`;
  const open = [isRecent, 'statusCategory != Done', '(sprint is EMPTY OR sprint not in openSprints())'];
  const mayComeIn = [...open, ...(own.length === 0 ? [] : [isNoneOf('id', own)])].join(' AND ');
  const old = [
    ...(others.length === 0 ? [] : [isOld(others, isRecent)]),
    ...ownChanges.map(({ issueId, updated }) => isOld([issueId], isAfter('updated', updated))),
  ];
  return old.length === 0 ? mayComeIn : [...old, `(${mayComeIn})`].join(' OR ');
}

const IDS = issuePage(z.object({ id: z.string() }));

/**
 * Jira refuses a query that names an issue which was deleted or which the viewer may not see any more: a change, too.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-get
 */
export function probeIssues({ requestJira, ask }: JiraAccess): ProbeIssues {
  return async (boardId, from) => {
    const query = listQuery({ fields: ['id'], jql: probeQuery(from), maxResults: 1, nextPageToken: null });
    try {
      const { issues } = await ask('probe', IDS, () =>
        requestJira(route`/rest/software/1.0/board/${boardId}/issue?${query}`),
      );
      return issues.length > 0;
    } catch (error) {
      if (error instanceof JiraRefusal && error.status === 400) return true;
      throw error;
    }
  };
}

const SPRINTS = z.object({ values: z.array(z.object({ id: z.number().int() })) });

/**
 * One page: nobody runs more than 50 sprints at once. Jira answers 400 for a board without sprints.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-boardid-sprint-get
 */
export function readActiveSprints({ requestJira, ask }: JiraAccess): ReadActiveSprints {
  return async (boardId) => {
    try {
      const { values } = await ask('active sprints', SPRINTS, () =>
        requestJira(route`/rest/agile/1.0/board/${boardId}/sprint?state=active`),
      );
      return values.map(({ id }) => id).sort((one, other) => one - other);
    } catch (error) {
      if (error instanceof JiraRefusal && error.status === 400) return [];
      throw error;
    }
  };
}
