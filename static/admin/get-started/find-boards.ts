import { rankBoards, type ListedBoard } from '#src/domain/first-run/rank-boards';

import type { Bridge } from '../../ui/bridge';
import { fieldsOf, idOf, textOf } from '../../ui/json';

/** Boards beyond this are found by their own pages. */
const BOARDS = 50;

/** Issues that say where the work is. */
const RECENT = 100;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

const TYPES = ['scrum', 'kanban', 'simple'] as const;

function boardOf(value: unknown): readonly ListedBoard[] {
  const { id, name, type, location } = fieldsOf(value);
  const { projectId, projectKey } = fieldsOf(location);
  const known = TYPES.find((each) => each === type);
  const title = textOf(name);
  if (typeof id !== 'number' || title === null || known === undefined) return [];
  return [{ id, name: title, type: known, projectId: idOf(projectId), projectKey: textOf(projectKey) }];
}

/**
 * The boards that the viewer sees, the most worth a look first: two calls of the browser, which cost the app no points.
 *
 * @throws JiraRefused when Jira refuses the list.
 * @see https://developer.atlassian.com/cloud/jira/software/rest/api-group-board/#api-rest-agile-1-0-board-get
 * @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-get
 */
export async function findBoards({ jira }: Pick<Bridge, 'jira'>): Promise<readonly ListedBoard[]> {
  const search = new URLSearchParams({
    jql: 'updated >= -14d ORDER BY updated DESC',
    fields: 'project',
    maxResults: String(RECENT),
  });
  const [list, found] = await Promise.all([
    jira(`/rest/agile/1.0/board?maxResults=${BOARDS}`),
    // Without it the boards are still there, by their kinds and names.
    jira(`/rest/api/3/search/jql?${search.toString()}`).catch(() => null),
  ]);
  const recent = listOf(fieldsOf(found)['issues']).flatMap((issue) => {
    const id = idOf(fieldsOf(fieldsOf(fieldsOf(issue)['fields'])['project'])['id']);
    return id === null ? [] : [id];
  });
  return rankBoards(listOf(fieldsOf(list)['values']).flatMap(boardOf), recent);
}
