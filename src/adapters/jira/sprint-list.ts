import { route } from '@forge/api';

import type { JiraAccess } from '#src/adapters/jira/access';
import { listClosed, listOpen, SPRINT, type Sprint } from '#src/adapters/jira/sprints';
import type { BoardSprint, ReadBoardSprints, ReadSprint } from '#src/ports/sprint-list';

function toBoardSprint({ id, name, state, goal, ...rest }: Sprint): BoardSprint {
  return {
    id,
    name,
    state,
    goal: goal ?? '',
    startDate: rest.startDate ?? null,
    endDate: rest.endDate ?? null,
    completeDate: rest.completeDate ?? null,
    originBoardId: rest.originBoardId ?? null,
  };
}

export function readBoardSprints(access: JiraAccess): ReadBoardSprints {
  const [open, last] = [listOpen(access), listClosed(access)];
  return async (boardId, count) => {
    const [opened, closed] = await Promise.all([open(boardId), last(boardId, count)]);
    if (opened === null) return null;
    return {
      open: opened.filter(({ state }) => state !== 'closed').map(toBoardSprint),
      closed: closed.map(toBoardSprint),
    };
  };
}

/** @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-sprint/#api-rest-agile-1-0-sprint-sprintid-get */
export function readSprint({ requestJira, ask }: JiraAccess): ReadSprint {
  return async (sprintId) =>
    toBoardSprint(await ask('sprint', SPRINT, () => requestJira(route`/rest/agile/1.0/sprint/${sprintId}`)));
}
