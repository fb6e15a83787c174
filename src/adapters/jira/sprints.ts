import { route } from '@forge/api';
import { z } from 'zod';

import type { JiraAccess } from '#src/adapters/jira/access';
import { JiraRefusal } from '#src/adapters/jira/ask';
import { INSTANT } from '#src/adapters/jira/instant';
import type { ClosedSprint, ReadClosedSprints, ReadOpenSprints } from '#src/ports/sprints';

const SPRINT = z.object({
  id: z.number().int(),
  name: z.string(),
  state: z.enum(['active', 'future', 'closed']),
  startDate: INSTANT.optional(),
  completeDate: INSTANT.optional(),
});

const SPRINT_PAGE = z.object({
  isLast: z.boolean(),
  total: z.number().int().optional(),
  values: z.array(SPRINT),
});

type Sprint = z.infer<typeof SPRINT>;

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

/** @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-boardid-sprint-get */
export function readOpenSprints({ requestJira, ask }: JiraAccess): ReadOpenSprints {
  const page = async (boardId: number, startAt: number) =>
    await ask('open sprints', SPRINT_PAGE, () =>
      requestJira(
        route`/rest/agile/1.0/board/${boardId}/sprint?state=active,future&startAt=${startAt}&maxResults=${PAGE}`,
      ),
    );
  return async (boardId) => {
    const read: Sprint[] = [];
    for (;;) {
      const answer = await orNull(page(boardId, read.length));
      if (!answer) return null;
      read.push(...answer.values);
      if (answer.isLast || answer.values.length === 0) return read.flatMap(toOpen);
    }
  };
}

/**
 * Jira lists closed sprints oldest first and has no order to choose. So the first call asks for one, which tells how many
 * there are, and the second for the last of them: most teams have closed more than they are asked about, and a sprint read in
 * vain costs a point. Should Jira leave out the total, every page is read.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-boardid-sprint-get
 */
export function readClosedSprints({ requestJira, ask }: JiraAccess): ReadClosedSprints {
  const page = async (boardId: number, startAt: number, size: number) =>
    await ask('closed sprints', SPRINT_PAGE, () =>
      requestJira(
        route`/rest/agile/1.0/board/${boardId}/sprint?state=closed&startAt=${startAt}&maxResults=${size}`,
      ),
    );
  return async (boardId, count) => {
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
      .flatMap(toClosed)
      .sort((one, other) => one.completeDate.localeCompare(other.completeDate))
      .slice(-count);
  };
}
