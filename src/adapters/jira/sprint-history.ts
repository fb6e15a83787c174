import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { INSTANT } from '#src/adapters/jira/instant';
import { estimateSchema } from '#src/adapters/jira/issue';
import { allPages, issuePage, listQuery } from '#src/adapters/jira/issue-page';
import { isAnyOf, WITHOUT_SUB_TASKS } from '#src/adapters/jira/jql';
import {
  countPractice,
  practiceFields,
  practiceSchema,
  type Practice,
} from '#src/adapters/jira/story-practice';
import { SPRINTS_REQUIRED, type SprintOutcome } from '#src/domain/capacity/sprint-history';
import type { BoardToRead } from '#src/ports/backlog';
import type { BoardSetup } from '#src/ports/boards';
import { ReadFailure } from '#src/ports/read-failure';
import type { ClosedSprint, ReadSprintHistory } from '#src/ports/sprints';

/** Each issue costs a point, so the past is read newest first and so far only. Six sprints of a usual team. */
const ISSUES_AT_ONCE = 44;
/** Further pages, when the first says how many issues a sprint has. */
const FEWEST_MORE = 10;
const MOST_MORE = 100;

/** A done issue, as far as it tells which sprint delivered it and what the team's practice is. */
export interface DoneIssue extends Practice {
  readonly estimate: number | null;
  /** ISO 8601 in UTC; null where the site's workflow sets no resolution. */
  readonly resolved: string | null;
  /** The sprints it was in when they closed. */
  readonly closedSprintIds: readonly number[];
  /** The sprint it was in last; null when that one is still open. */
  readonly lastClosedSprintId: number | null;
}

function doneIssue(board: BoardToRead): z.ZodType<DoneIssue> {
  const sprint = z.object({ id: z.number().int(), completeDate: INSTANT.optional() });
  const known = z.object({
    resolutiondate: INSTANT.nullish(),
    sprint: z.object({ id: z.number().int() }).nullish(),
    closedSprints: z.array(sprint).nullish(),
  });
  const fields = z.intersection(known, z.intersection(estimateSchema(board), practiceSchema(board)));
  return z
    .object({ fields })
    .transform(
      ({
        fields: { estimate, isStory, saysHow, resolutiondate, sprint: open, closedSprints },
      }): DoneIssue => {
        const byEnd = (closedSprints ?? []).toSorted((one, other) =>
          (one.completeDate ?? '').localeCompare(other.completeDate ?? ''),
        );
        return {
          estimate,
          isStory,
          saysHow,
          resolved: resolutiondate ?? null,
          closedSprintIds: byEnd.map(({ id }) => id),
          lastClosedSprintId: open ? null : (byEnd.at(-1)?.id ?? null),
        };
      },
    );
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
export function sumDelivered(
  sprints: readonly ClosedSprint[],
  issues: readonly DoneIssue[],
): readonly SprintOutcome[] {
  return sprints.map((sprint) => {
    const delivered = issues.filter((issue) => isDeliveredBy(sprint, issue));
    return {
      sprintId: sprint.id,
      startDate: sprint.startDate,
      completeDate: sprint.completeDate,
      deliveredPoints: delivered.reduce((sum, issue) => sum + (issue.estimate ?? 0), 0),
      deliveredItems: delivered.length,
      ...countPractice(delivered),
    };
  });
}

/** Where estimates count, an issue without one delivers nothing, and need not be paid for. */
function hasEstimate({ estimation }: BoardSetup): string[] {
  const number = /^customfield_(\d+)$/.exec(estimation?.fieldId ?? '')?.[1];
  return number === undefined ? [] : [`cf[${number}] > 0`];
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

/** Of a board that estimates, issues whose estimate is not empty. */
function isMeasured({ estimation }: BoardSetup): string[] {
  const number = /^customfield_(\d+)$/.exec(estimation?.fieldId ?? '')?.[1];
  return number === undefined ? [] : [`cf[${number}] is not EMPTY`];
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
    const jql = [isAnyOf('sprint', [sprintId]), WITHOUT_SUB_TASKS, ...isMeasured(board)].join(' AND ');
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
      ...hasEstimate(board),
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
