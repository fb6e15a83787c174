import type { Sprint } from '#sandbox/jira/model';

const instant = (value: number | null, name: string) =>
  value === null ? {} : { [name]: new Date(value).toISOString() };

/** A sprint as the software API gives it. Dates that are not set are left out. */
export function sprintBean(siteUrl: string, sprint: Sprint) {
  return {
    id: sprint.id,
    self: `${siteUrl}/rest/agile/1.0/sprint/${sprint.id}`,
    state: sprint.state,
    name: sprint.name,
    ...instant(sprint.startDate, 'startDate'),
    ...instant(sprint.endDate, 'endDate'),
    ...instant(sprint.completeDate, 'completeDate'),
    createdDate: new Date(sprint.createdDate).toISOString(),
    originBoardId: sprint.originBoardId,
    goal: sprint.goal,
  };
}

/** A sprint as the Sprint custom field has it. */
export function sprintValue(sprint: Sprint) {
  return {
    id: sprint.id,
    name: sprint.name,
    state: sprint.state,
    boardId: sprint.originBoardId,
    goal: sprint.goal,
    ...instant(sprint.startDate, 'startDate'),
    ...instant(sprint.endDate, 'endDate'),
    ...instant(sprint.completeDate, 'completeDate'),
  };
}
