import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { doneIssue, sumDelivered, type DoneIssue } from '#src/adapters/jira/done-issue';
import { allPages, issuePage, listQuery } from '#src/adapters/jira/issue-page';
import { isAnyOf, WITHOUT_SUB_TASKS } from '#src/adapters/jira/jql';
import { practiceFields } from '#src/adapters/jira/story-practice';
import { SPRINTS_REQUIRED } from '#src/domain/capacity/sprint-history';
import type { BoardToRead } from '#src/ports/backlog';
import type { BoardSetup } from '#src/ports/boards';
import { ReadFailure } from '#src/ports/read-failure';
import type { ClosedSprint, ReadSprintHistory } from '#src/ports/sprints';

/** Each issue costs a point, so the past is read newest first and so far only. Six sprints of a usual team. */
const ISSUES_AT_ONCE = 44;
/** Further pages, when the first says how many issues a sprint has. */
const FEWEST_MORE = 10;
const MOST_MORE = 100;

/** Of a board that estimates by a field: those whose estimate compares so. */
function estimateIs({ estimation }: BoardSetup, comparison: '> 0' | 'is not EMPTY'): string[] {
  const number = /^customfield_(\d+)$/.exec(estimation?.fieldId ?? '')?.[1];
  return number === undefined ? [] : [`cf[${number}] ${comparison}`];
}

/**
 * The sprints of which every issue resolved in them was read, when issues come newest first: those that started after the
 * oldest one.
 * @param isAll Whether no issue is left to read.
 */
export function sprintsCovered(
  sprints: readonly ClosedSprint[],
  issues: readonly DoneIssue[],
  isAll: boolean,
): readonly ClosedSprint[] {
  if (isAll) return sprints;
  const oldest = issues.at(-1)?.resolved ?? null;
  return oldest === null ? [] : sprints.filter(({ startDate }) => startDate > oldest);
}

/** How many issues more seem to complete five sprints, going by how many cover those that are; a little more than that. */
function nextSize(covered: number, read: number): number {
  if (read === 0) return ISSUES_AT_ONCE;
  // Half a sprint more was read, on average, than is covered.
  const aSprint = read / (covered + 0.5);
  const size = Math.ceil((SPRINTS_REQUIRED - covered) * aSprint * 1.1);
  return Math.min(MOST_MORE, Math.max(FEWEST_MORE, size));
}

const COUNT = z.object({ count: z.number().int().nonnegative() });

/**
 * Approximates what closed sprints delivered from how their issues stand today: those in the board's done column that were
 * resolved between a sprint's start and its end, with today's estimate. Issues that left the sprint's board since, or were
 * re-estimated, make it differ from Jira's own Sprint Report. Of a sprint that seems to have delivered nothing, Jira counts whether
 * anything was in it, for one point.
 *
 * Issues without a date of resolution belong to the sprint that they were in last. Jira lists them after all others, where
 * reading need not come, so they are asked for by themselves, and all of them: mostly there are none, or nothing else.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-software-1-0-board-boardid-issue-get
 */
export function readSprintHistory(access: JiraAccess): ReadSprintHistory {
  const approximate = approximateHistory(access);
  const { requestJira, ask } = access;
  const isUnused = async (board: BoardToRead, sprintId: number) => {
    const jql = [isAnyOf('sprint', [sprintId]), WITHOUT_SUB_TASKS, ...estimateIs(board, 'is not EMPTY')].join(
      ' AND ',
    );
    const query = new URLSearchParams({ jql });
    const { count } = await ask('issues of a closed sprint', COUNT, () =>
      requestJira(route`/rest/software/1.0/board/${board.id}/issue/approximate-count?${query}`),
    );
    return count === 0;
  };
  return async (board, sprints) => {
    if (sprints.length === 0) return [];
    const outcomes = await approximate(board, sprints);
    // Without a done column nothing is ever delivered, whatever was in a sprint.
    if (board.doneStatusIds.length === 0) return outcomes;
    return await Promise.all(
      outcomes.map(async (outcome) =>
        outcome.deliveredItems === 0 && (await isUnused(board, outcome.sprintId))
          ? { ...outcome, isUnused: true }
          : outcome,
      ),
    );
  };
}

function approximateHistory({ requestJira, ask }: JiraAccess): ReadSprintHistory {
  return async (board, sprints) => {
    if (board.doneStatusIds.length === 0) return sumDelivered(sprints, []);
    const sprintIds = sprints.map((sprint) => sprint.id);
    const conditions = [
      isAnyOf('sprint', sprintIds),
      isAnyOf('status', board.doneStatusIds),
      WITHOUT_SUB_TASKS,
      // Where estimates count, an issue without one delivers nothing, and need not be paid for.
      ...estimateIs(board, '> 0'),
    ].join(' AND ');
    const fields = [
      'resolutiondate',
      'sprint',
      'closedSprints',
      ...(board.estimation ? [board.estimation.fieldId] : []),
      ...practiceFields(board),
    ];
    const schema = issuePage(doneIssue(board));
    const page = async (jql: string, maxResults: number, nextPageToken: string | null) => {
      const query = listQuery({ fields, jql, maxResults, nextPageToken });
      return await ask('issues of closed sprints', schema, () =>
        requestJira(route`/rest/software/1.0/board/${board.id}/issue?${query}`),
      );
    };

    const resolved = async () => {
      const jql = `${conditions} AND resolved is not EMPTY ORDER BY resolved DESC`;
      const issues: DoneIssue[] = [];
      let covered: readonly ClosedSprint[] = [];
      let token: string | null = null;
      do {
        const answer = await page(jql, nextSize(covered.length, issues.length), token);
        issues.push(...answer.issues);
        token = answer.nextPageToken ?? null;
        covered = sprintsCovered(sprints, issues, token === null);
      } while (token !== null && covered.length < SPRINTS_REQUIRED);
      return { issues, covered };
    };
    const undated = async () =>
      await allPages(
        async (token) => await page(`${conditions} AND resolved is EMPTY`, ISSUES_AT_ONCE, token),
      );

    const [dated, others] = await Promise.all([resolved(), undated()]);
    const issues = [...dated.issues, ...others];
    // They were found by their sprints: were those missing from all of them, every sprint would seem to have delivered nothing.
    if (issues.length > 0 && issues.every(({ closedSprintIds }) => closedSprintIds.length === 0)) {
      throw new ReadFailure('unexpected-answer', 'issues of closed sprints: none of them names its sprints.');
    }
    return sumDelivered(dated.covered, issues);
  };
}
