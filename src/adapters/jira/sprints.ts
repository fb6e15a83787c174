import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { JiraRefusal } from '#src/adapters/jira/ask';
import { INSTANT } from '#src/adapters/jira/instant';
import type { ClosedSprint, ReadClosedSprints, ReadOpenSprints } from '#src/ports/sprints';

/** One sprint, from a board's list or by itself. */
export const SPRINT = z.object({
  id: z.number().int(),
  name: z.string(),
  state: z.enum(['active', 'future', 'closed']),
  goal: z.string().nullish(),
  startDate: INSTANT.optional(),
  endDate: INSTANT.optional(),
  completeDate: INSTANT.optional(),
  originBoardId: z.number().int().nullish(),
});

const SPRINT_PAGE = z.object({
  isLast: z.boolean(),
  total: z.number().int().optional(),
  values: z.array(SPRINT),
});

export type Sprint = z.infer<typeof SPRINT>;

const PAGE = 50;

/** Jira answers 400 for a board that does not support sprints: Kanban, or sprints switched off. */
function isWithoutSprints(error: unknown): boolean {
  return error instanceof JiraRefusal && error.status === 400;
}

async function orNull<Value>(reading: Promise<Value>): Promise<Value | null> {
  return await reading.catch((error: unknown) => {
    if (isWithoutSprints(error)) return null;
    throw error;
  });
}

function toOpen({ id, name, state }: Sprint) {
  return state === 'closed' ? [] : [{ id, name, state }];
}

/** A sprint that was closed without ever being started delivered nothing and says nothing. */
function toClosed({ id, startDate, completeDate }: Sprint): ClosedSprint[] {
  return startDate === undefined || completeDate === undefined ? [] : [{ id, startDate, completeDate }];
}

/**
 * A board's active and future sprints in its order; null when it has no sprints at all.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-boardid-sprint-get
 */
export function listOpen({ requestJira, ask }: JiraAccess) {
  const page = async (boardId: number, startAt: number) =>
    await ask('open sprints', SPRINT_PAGE, () =>
      requestJira(
        route`/rest/agile/1.0/board/${boardId}/sprint?state=active,future&startAt=${startAt}&maxResults=${PAGE}`,
      ),
    );
  return async (boardId: number): Promise<readonly Sprint[] | null> => {
    const read: Sprint[] = [];
    for (;;) {
      const answer = await orNull(page(boardId, read.length));
      if (!answer) return null;
      read.push(...answer.values);
      if (answer.isLast || answer.values.length === 0) return read;
    }
  };
}

export function readOpenSprints(access: JiraAccess): ReadOpenSprints {
  const list = listOpen(access);
  return async (boardId) => (await list(boardId))?.flatMap(toOpen) ?? null;
}

/**
 * The sprints that a board closed last, at most `count` of them, oldest first; none on a board without sprints. Jira lists
 * closed sprints oldest first and has no order to choose. So the first call asks for one, which tells how many there are, and
 * the second for the last of them: most teams have closed more than they are asked about, and a sprint read in vain costs a
 * point. Should Jira leave out the total, every page is read.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-boardid-sprint-get
 */
export function listClosed({ requestJira, ask }: JiraAccess) {
  const page = async (boardId: number, startAt: number, size: number) =>
    await ask('closed sprints', SPRINT_PAGE, () =>
      requestJira(
        route`/rest/agile/1.0/board/${boardId}/sprint?state=closed&startAt=${startAt}&maxResults=${size}`,
      ),
    );
  return async (boardId: number, count: number): Promise<readonly Sprint[]> => {
    const first = await orNull(page(boardId, 0, 1));
    if (!first) return [];
    let read = first.values;
    let { isLast } = first;
    let next = first.total === undefined ? read.length : Math.max(first.total - count, read.length);
    while (!isLast) {
      const answer = await page(boardId, next, first.total === undefined ? PAGE : count);
      read = [...read, ...answer.values];
      next += answer.values.length;
      isLast = answer.isLast || answer.values.length === 0;
    }
    const unique = [...new Map(read.map((sprint) => [sprint.id, sprint])).values()];
    return unique
      .filter((sprint) => toClosed(sprint).length > 0)
      .sort((one, other) => (one.completeDate ?? '').localeCompare(other.completeDate ?? ''))
      .slice(-count);
  };
}

export function readClosedSprints(access: JiraAccess): ReadClosedSprints {
  const list = listClosed(access);
  return async (boardId, count) => (await list(boardId, count)).flatMap(toClosed);
}
