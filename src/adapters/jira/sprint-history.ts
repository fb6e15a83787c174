import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { INSTANT } from '#src/adapters/jira/instant';
import { estimateSchema } from '#src/adapters/jira/issue';
import { allPages, issuePage, listQuery } from '#src/adapters/jira/issue-page';
import { isAnyOf } from '#src/adapters/jira/jql';
import type { BoardSetup } from '#src/ports/boards';
import type { ClosedSprint, ReadSprintHistory } from '#src/ports/sprints';

const PAGE = 1000;

/** A done issue, as far as it tells which sprint delivered it. */
export interface DoneIssue {
  readonly estimate: number | null;
  /** ISO 8601 in UTC; null where the site's workflow sets no resolution. */
  readonly resolved: string | null;
  /** The sprints it was in when they closed. */
  readonly closedSprintIds: readonly number[];
  /** The sprint it was in last; null when that one is still open. */
  readonly lastClosedSprintId: number | null;
}

function doneIssue(board: BoardSetup): z.ZodType<DoneIssue> {
  const sprint = z.object({ id: z.number().int(), completeDate: INSTANT.optional() });
  const known = z.object({
    resolutiondate: INSTANT.nullish(),
    sprint: z.object({ id: z.number().int() }).nullish(),
    closedSprints: z.array(sprint).nullish(),
  });
  return z
    .object({ fields: z.intersection(known, estimateSchema(board)) })
    .transform(({ fields: { estimate, resolutiondate, sprint: open, closedSprints } }) => {
      const byEnd = (closedSprints ?? []).toSorted((one, other) =>
        (one.completeDate ?? '').localeCompare(other.completeDate ?? ''),
      );
      return {
        estimate,
        resolved: resolutiondate ?? null,
        closedSprintIds: byEnd.map(({ id }) => id),
        lastClosedSprintId: open ? null : (byEnd.at(-1)?.id ?? null),
      };
    });
}

/** Whether the sprint delivered the issue: resolved inside it or, where Jira says no date, in it last of all. */
function isDeliveredBy(sprint: ClosedSprint, issue: DoneIssue): boolean {
  if (issue.resolved === null) return issue.lastClosedSprintId === sprint.id;
  const { startDate, completeDate } = sprint;
  return (
    issue.closedSprintIds.includes(sprint.id) && startDate <= issue.resolved && issue.resolved <= completeDate
  );
}

/** Sums up what each sprint delivered, in the order given. */
export function sumDelivered(sprints: readonly ClosedSprint[], issues: readonly DoneIssue[]) {
  return sprints.map((sprint) => {
    const delivered = issues.filter((issue) => isDeliveredBy(sprint, issue));
    return {
      sprintId: sprint.id,
      startDate: sprint.startDate,
      completeDate: sprint.completeDate,
      deliveredPoints: delivered.reduce((sum, issue) => sum + (issue.estimate ?? 0), 0),
      deliveredItems: delivered.length,
    };
  });
}

/** Where estimates count, an issue without one delivers nothing, and need not be paid for. */
function hasEstimate({ estimation }: BoardSetup): string[] {
  const number = /^customfield_(\d+)$/.exec(estimation?.fieldId ?? '')?.[1];
  return number === undefined ? [] : [`cf[${number}] > 0`];
}

/**
 * Approximates what closed sprints delivered from how their issues stand today: those in the board's done column that were
 * resolved between a sprint's start and its end, with today's estimate. Issues that left the sprint's board since, or were
 * re-estimated, make it differ from Jira's own Sprint Report; a history from the change logs is to replace it.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-get
 */
export function readSprintHistory({ requestJira, ask }: JiraAccess): ReadSprintHistory {
  return async (board, sprints) => {
    if (sprints.length === 0) return [];
    if (board.doneStatusIds.length === 0) return sumDelivered(sprints, []);
    const sprintIds = sprints.map((sprint) => sprint.id);
    const jql = [
      isAnyOf('sprint', sprintIds),
      isAnyOf('status', board.doneStatusIds),
      'issuetype in standardIssueTypes()',
      ...hasEstimate(board),
    ].join(' AND ');
    const fields = [
      'resolutiondate',
      'sprint',
      'closedSprints',
      ...(board.estimation ? [board.estimation.fieldId] : []),
    ];
    const schema = issuePage(doneIssue(board));
    const issues = await allPages(async (nextPageToken) => {
      const query = listQuery({ fields, jql, maxResults: PAGE, nextPageToken });
      return await ask('issues of closed sprints', schema, () =>
        requestJira(route`/rest/software/1.0/board/${board.id}/issue?${query}`),
      );
    });
    return sumDelivered(sprints, issues);
  };
}
