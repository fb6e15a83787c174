import { textAdf } from '#sandbox/jira/adf';
import type { Operation } from '#sandbox/jira/rest/scopes';
import type { ConformanceSite } from '#tools/conformance/seed';

/** A call to make, and the status that it must have. */
export interface Sample {
  readonly operation: Operation;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly status: number;
}

const PLATFORM_READS: readonly Sample[] = [
  // The caller is no app.
  { operation: 'GET /rest/api/3/jql/function/computation', status: 403 },
  {
    operation: 'POST /rest/api/3/jql/function/computation/search',
    body: { precomputationIDs: [] },
    status: 403,
  },
  { operation: 'POST /rest/api/3/jql/function/computation', body: { values: [] }, status: 403 },
  { operation: 'GET /rest/api/3/serverInfo', status: 200 },
  { operation: 'GET /rest/api/3/myself', query: 'expand=groups,applicationRoles', status: 200 },
  { operation: 'GET /rest/api/3/user', query: 'accountId=member', status: 200 },
  { operation: 'GET /rest/api/3/user', query: 'accountId=nobody', status: 404 },
  { operation: 'GET /rest/api/3/user/bulk', query: 'accountId=member&accountId=admin', status: 200 },
  { operation: 'GET /rest/api/3/users/search', status: 200 },
  { operation: 'GET /rest/api/3/user/assignable/search', query: 'project=SCR&query=the', status: 200 },
  {
    operation: 'GET /rest/api/3/mypermissions',
    query: 'permissions=BROWSE_PROJECTS,EDIT_ISSUES&projectKey=SCR',
    status: 200,
  },
  { operation: 'GET /rest/api/3/mypermissions', query: 'permissions=FLY', status: 400 },
  { operation: 'GET /rest/api/3/permissions', status: 200 },
  { operation: 'GET /rest/api/3/field', status: 200 },
  { operation: 'GET /rest/api/3/field/search', query: 'type=custom', status: 200 },
  { operation: 'GET /rest/api/3/priority', status: 200 },
  { operation: 'GET /rest/api/3/priority/{id}', params: { id: 1 }, status: 200 },
  { operation: 'GET /rest/api/3/priority/{id}', params: { id: 99 }, status: 404 },
  { operation: 'GET /rest/api/3/priority/search', status: 200 },
  { operation: 'GET /rest/api/3/resolution', status: 200 },
  { operation: 'GET /rest/api/3/resolution/{id}', params: { id: 10000 }, status: 200 },
  { operation: 'GET /rest/api/3/status', status: 200 },
  { operation: 'GET /rest/api/3/status/{idOrName}', params: { idOrName: 'Done' }, status: 200 },
  { operation: 'GET /rest/api/3/statuscategory', status: 200 },
  { operation: 'GET /rest/api/3/issuetype', status: 200 },
  { operation: 'GET /rest/api/3/issuetype/{id}', params: { id: 10001 }, status: 200 },
  { operation: 'GET /rest/api/3/issueLinkType', status: 200 },
  { operation: 'GET /rest/api/3/project', query: 'expand=lead', status: 200 },
  { operation: 'GET /rest/api/3/project/search', query: 'expand=description,lead', status: 200 },
  { operation: 'GET /rest/api/3/project/search', query: 'action=dance', status: 400 },
  { operation: 'GET /rest/api/3/project/{projectIdOrKey}', params: { projectIdOrKey: 'SCR' }, status: 200 },
  { operation: 'GET /rest/api/3/project/{projectIdOrKey}', params: { projectIdOrKey: 'TEAM' }, status: 200 },
  { operation: 'GET /rest/api/3/project/{projectIdOrKey}', params: { projectIdOrKey: 'NO' }, status: 404 },
  {
    operation: 'GET /rest/api/3/project/{projectIdOrKey}/statuses',
    params: { projectIdOrKey: 'TEAM' },
    status: 200,
  },
  {
    operation: 'GET /rest/api/3/project/{projectIdOrKey}/role',
    params: { projectIdOrKey: 'SCR' },
    status: 200,
  },
  {
    operation: 'GET /rest/api/3/project/{projectIdOrKey}/role/{id}',
    params: { projectIdOrKey: 'SCR', id: 10002 },
    status: 200,
  },
  { operation: 'GET /rest/api/3/search/jql', query: 'jql=project=SCR&maxResults=2', status: 200 },
  {
    operation: 'GET /rest/api/3/search/jql',
    query: 'jql=project=SCR&fields=*all&expand=names,schema,changelog',
    status: 200,
  },
  { operation: 'GET /rest/api/3/search/jql', query: 'jql=order+by+created', status: 400 },
  {
    operation: 'POST /rest/api/3/search/jql',
    body: { jql: 'project in (SCR, TEAM) ORDER BY Rank', fields: ['*navigable'], reconcileIssues: [10000] },
    status: 200,
  },
  { operation: 'POST /rest/api/3/search/approximate-count', body: { jql: 'project = SCR' }, status: 200 },
  { operation: 'POST /rest/api/3/search/approximate-count', body: { jql: 'nonsense' }, status: 400 },
  {
    operation: 'POST /rest/api/3/issue/bulkfetch',
    body: { issueIdsOrKeys: ['SCR-1', 'SCR-2', 'SCR-99'], fields: ['*all'], expand: ['changelog', 'names'] },
    status: 200,
  },
  {
    operation: 'POST /rest/api/3/changelog/bulkfetch',
    body: { issueIdsOrKeys: ['SCR-1', 'SCR-2', 'SCR-3'], maxResults: 3 },
    status: 200,
  },
  {
    operation: 'POST /rest/api/3/changelog/bulkfetch',
    body: { issueIdsOrKeys: ['SCR-1', 'SCR-2'], fieldIds: ['status', 'customfield_10020'] },
    status: 200,
  },
  { operation: 'POST /rest/api/3/changelog/bulkfetch', body: { issueIdsOrKeys: [] }, status: 400 },
  { operation: 'GET /rest/api/3/search/jql', query: 'jql=filter=10001', status: 200 },
];

function issueSamples({ story, bug, link, comment }: ConformanceSite): Sample[] {
  const params = { issueIdOrKey: story.key };
  const path = '/rest/api/3/issue/{issueIdOrKey}';
  return [
    {
      operation: 'POST /rest/api/3/permissions/check',
      body: {
        globalPermissions: ['ADMINISTER'],
        projectPermissions: [
          { permissions: ['EDIT_ISSUES'], issues: [Number(story.id)], projects: [Number(story.projectId)] },
        ],
      },
      status: 200,
    },
    { operation: `GET ${path}`, params, query: 'expand=changelog,names,schema', status: 200 },
    { operation: `GET ${path}`, params: { issueIdOrKey: 'SCR-99' }, status: 404 },
    { operation: `GET ${path}/changelog`, params, status: 200 },
    { operation: `GET ${path}/comment`, params, status: 200 },
    { operation: `GET ${path}/comment/{id}`, params: { ...params, id: comment.id }, status: 200 },
    { operation: `GET ${path}/comment/{id}`, params: { ...params, id: 1 }, status: 404 },
    { operation: `GET ${path}/transitions`, params, status: 200 },
    { operation: 'GET /rest/api/3/issueLink/{linkId}', params: { linkId: link.id }, status: 200 },
    {
      operation: `PUT ${path}`,
      params,
      body: { fields: { summary: 'Changed' }, update: { labels: [{ add: 'three' }] } },
      status: 204,
    },
    {
      operation: `PUT ${path}`,
      params,
      query: 'returnIssue=true',
      body: { fields: { priority: { id: '2' } } },
      status: 200,
    },
    { operation: `PUT ${path}`, params, body: { fields: { status: { id: '1' } } }, status: 400 },
    { operation: `PUT ${path}/assignee`, params, body: { accountId: null }, status: 204 },
    { operation: `POST ${path}/transitions`, params, body: { transition: { id: '41' } }, status: 204 },
    { operation: `POST ${path}/transitions`, params, body: { transition: { id: '99' } }, status: 400 },
    { operation: `POST ${path}/comment`, params, body: { body: textAdf('Said.') }, status: 201 },
    { operation: `POST ${path}/comment`, params, body: { body: 'no document' }, status: 400 },
    {
      operation: `PUT ${path}/comment/{id}`,
      params: { ...params, id: comment.id },
      body: { body: textAdf('Said better.') },
      status: 200,
    },
    { operation: `DELETE ${path}/comment/{id}`, params: { ...params, id: comment.id }, status: 204 },
    { operation: 'DELETE /rest/api/3/issueLink/{linkId}', params: { linkId: link.id }, status: 204 },
    {
      operation: 'POST /rest/api/3/issueLink',
      body: { type: { name: 'Blocks' }, inwardIssue: { key: bug.key }, outwardIssue: { key: story.key } },
      status: 201,
    },
    {
      operation: 'POST /rest/api/3/issue',
      body: { fields: { project: { key: 'SCR' }, issuetype: { name: 'Task' }, summary: 'New' } },
      status: 201,
    },
    { operation: 'POST /rest/api/3/issue', body: { fields: { project: { key: 'SCR' } } }, status: 400 },
  ];
}

function softwareSamples({ board, active, future, closed, story, bug, epic }: ConformanceSite): Sample[] {
  const params = { boardId: board.id };
  const issue = { issueIdOrKey: story.key };
  const agile = '/rest/agile/1.0';
  const software = '/rest/software/1.0';
  const sprintParams = { sprintId: active.id };
  return [
    { operation: `GET ${agile}/board`, query: 'projectKeyOrId=SCR&type=scrum', status: 200 },
    { operation: `GET ${agile}/board`, query: 'type=round', status: 400 },
    { operation: `GET ${agile}/board/{boardId}`, params, status: 200 },
    { operation: `GET ${agile}/board/{boardId}`, params: { boardId: 99 }, status: 404 },
    { operation: `GET ${agile}/board/{boardId}/configuration`, params, status: 200 },
    { operation: `GET ${agile}/board/{boardId}/configuration`, params: { boardId: 2 }, status: 200 },
    { operation: `GET ${agile}/board/{boardId}/sprint`, params, query: 'state=active,future', status: 200 },
    { operation: `GET ${agile}/board/{boardId}/sprint`, params: { boardId: 2 }, status: 400 },
    { operation: `GET ${agile}/board/{boardId}/project`, params, status: 200 },
    { operation: `GET ${agile}/board/{boardId}/epic`, params, status: 200 },
    { operation: `GET ${agile}/epic/{epicIdOrKey}`, params: { epicIdOrKey: epic.key }, status: 200 },
    { operation: `GET ${agile}/sprint/{sprintId}`, params: { sprintId: closed.id }, status: 200 },
    { operation: `GET ${software}/board/{boardId}/backlog`, params, status: 200 },
    { operation: `GET ${software}/board/{boardId}/backlog`, params, query: 'jql=nonsense', status: 400 },
    { operation: `GET ${software}/board/{boardId}/backlog/approximate-count`, params, status: 200 },
    { operation: `GET ${software}/board/{boardId}/issue`, params, query: 'maxResults=2', status: 200 },
    { operation: `GET ${software}/board/{boardId}/issue/approximate-count`, params, status: 200 },
    {
      operation: `GET ${software}/board/{boardId}/sprint/{sprintId}/issue`,
      params: { ...params, ...sprintParams },
      status: 200,
    },
    { operation: `GET ${software}/sprint/{sprintId}/issue`, params: sprintParams, status: 200 },
    { operation: `GET ${agile}/board/{boardId}/backlog`, params, status: 200 },
    { operation: `GET ${agile}/board/{boardId}/issue`, params, status: 200 },
    {
      operation: `GET ${agile}/board/{boardId}/sprint/{sprintId}/issue`,
      params: { ...params, ...sprintParams },
      status: 200,
    },
    { operation: `GET ${agile}/sprint/{sprintId}/issue`, params: sprintParams, status: 200 },
    { operation: `GET ${agile}/issue/{issueIdOrKey}`, params: issue, status: 200 },
    {
      operation: `GET ${agile}/issue/{issueIdOrKey}/estimation`,
      params: issue,
      query: `boardId=${board.id}`,
      status: 200,
    },
    {
      operation: `PUT ${agile}/issue/{issueIdOrKey}/estimation`,
      params: issue,
      query: `boardId=${board.id}`,
      body: { value: '8' },
      status: 200,
    },
    {
      operation: `PUT ${agile}/issue/rank`,
      body: { issues: [bug.key], rankAfterIssue: story.key },
      status: 204,
    },
    { operation: `PUT ${agile}/issue/rank`, body: { issues: [bug.key] }, status: 400 },
    {
      operation: `POST ${agile}/sprint/{sprintId}/issue`,
      params: { sprintId: future.id },
      body: { issues: [bug.key] },
      status: 204,
    },
    { operation: `POST ${agile}/backlog/issue`, body: { issues: [bug.key] }, status: 204 },
    {
      operation: `POST ${agile}/sprint`,
      body: { name: 'Sprint 4', originBoardId: board.id, goal: 'Go on' },
      status: 201,
    },
    {
      operation: `POST ${agile}/sprint/{sprintId}`,
      params: { sprintId: future.id },
      body: { goal: 'Other' },
      status: 200,
    },
    {
      operation: `PUT ${agile}/sprint/{sprintId}`,
      params: { sprintId: future.id },
      body: { name: 'Renamed' },
      status: 200,
    },
    {
      operation: `POST ${agile}/sprint/{sprintId}`,
      params: { sprintId: active.id },
      body: { state: 'closed' },
      status: 200,
    },
    {
      operation: `POST ${agile}/sprint/{sprintId}`,
      params: { sprintId: closed.id },
      body: { state: 'active' },
      status: 400,
    },
    { operation: `DELETE ${agile}/sprint/{sprintId}`, params: { sprintId: future.id }, status: 204 },
    { operation: `DELETE /rest/api/3/issue/{issueIdOrKey}`, params: { issueIdOrKey: bug.key }, status: 204 },
  ];
}

/** Calls to every endpoint, in an order in which they can follow each other. */
export function samplesFor(site: ConformanceSite): Sample[] {
  return [...PLATFORM_READS, ...issueSamples(site), ...softwareSamples(site)];
}
