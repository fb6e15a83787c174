import type { Issue, IssueType, Project } from '#sandbox/jira/model';
import {
  type Call,
  type Endpoint,
  NO_CONTENT,
  RestError,
  defineEndpoint,
  ok,
} from '#sandbox/jira/rest/endpoint';
import { actorOf, findIssue, projectOf, requirePermission } from '#sandbox/jira/rest/lookups';
import { WRONG_PARENT } from '#sandbox/jira/rest/platform/field-refusal';
import { type IssueRequest, readIssueRequest } from '#sandbox/jira/rest/platform/issue-request';
import { wholeIssue } from '#sandbox/jira/rest/platform/issue-reads';
import { callOnly } from '#sandbox/jira/rest/points';
import { bodyOf, booleanOf, isObject, listOf, objectIn } from '#sandbox/jira/rest/request';

export const ISSUE_IN_PATH: Pick<Endpoint, 'writesTo'> = {
  writesTo: ({ params }) => [params['issueIdOrKey'] ?? ''],
};

/** Carries out what a request asks for, as one change on the disk. */
export function applyRequest(call: Call, issue: Issue, request: IssueRequest): void {
  const act = actorOf(call);
  call.site.batch(() => {
    call.site.editIssue(issue.id, request.edit, act);
    if (request.sprintId !== undefined) call.site.moveToSprint(issue.id, request.sprintId, act);
    for (const body of request.comments) call.site.addComment(issue.id, body, act);
  });
}

const EDIT = defineEndpoint({
  operation: 'PUT /rest/api/3/issue/{issueIdOrKey}',
  points: callOnly,
  ...ISSUE_IN_PATH,
  handle(call) {
    const issue = findIssue(call, call.params['issueIdOrKey'] ?? '');
    const body = bodyOf(call);
    if (body['fields'] === undefined && body['update'] === undefined) {
      throw new RestError(400, ["one of 'fields' or 'update' required"]);
    }
    const project = projectOf(call, issue);
    requirePermission(
      call,
      'EDIT_ISSUES',
      project,
      issue,
      'You do not have permission to edit issues in this project.',
    );
    applyRequest(call, issue, readIssueRequest(call, body, project, issue));
    if (!booleanOf(call.query, 'returnIssue', false)) return NO_CONTENT;
    return ok(wholeIssue(call, findIssue(call, issue.id), [], listOf(call.query, 'expand')));
  },
});

function chosen(value: unknown, ...keys: string[]): string {
  if (!isObject(value)) return '';
  const found = keys.map((key) => value[key]).find((each) => typeof each === 'string');
  return typeof found === 'string' ? found : '';
}

function typeFor(call: Call, project: Project, value: unknown): IssueType {
  const wanted = chosen(value, 'id', 'name');
  const found = project.issueTypeIds
    .flatMap((id) => call.site.get('issueTypes', id) ?? [])
    .find(({ id, name }) => id === wanted || name === wanted);
  if (!found) throw new RestError(400, [], { issuetype: 'Specify a valid issue type' });
  return found;
}

function checkParent(call: Call, type: IssueType, { edit: { parentId } }: IssueRequest): void {
  if (!parentId) {
    if (type.hierarchyLevel !== -1) return;
    throw new RestError(400, [], {
      parent: 'Issue type is a sub-task but parent issue key or id not specified.',
    });
  }
  const parent = call.site.get('issues', parentId);
  const above = parent && call.site.get('issueTypes', parent.issueTypeId)?.hierarchyLevel;
  if (above !== type.hierarchyLevel + 1) throw new RestError(400, [], { parent: WRONG_PARENT });
}

const CREATE = defineEndpoint({
  operation: 'POST /rest/api/3/issue',
  points: callOnly,
  handle(call) {
    const body = bodyOf(call);
    const fields = objectIn(body, 'fields') ?? {};
    const project = call.site.project(chosen(fields['project'], 'id', 'key'));
    if (!project || !call.viewer.can('BROWSE_PROJECTS', project)) {
      throw new RestError(400, [], { project: 'Specify a valid project ID or key' });
    }
    requirePermission(
      call,
      'CREATE_ISSUES',
      project,
      undefined,
      'You do not have permission to create issues in this project.',
    );
    const type = typeFor(call, project, fields['issuetype']);
    const request = readIssueRequest(call, body, project, undefined, ['project', 'issuetype']);
    const { summary, isFlagged, ...rest } = request.edit;
    if (summary === undefined) {
      throw new RestError(400, [], { summary: 'You must specify a summary of the issue.' });
    }
    checkParent(call, type, request);
    const act = actorOf(call);
    const created = call.site.batch(() => {
      const issue = call.site.createIssue(
        {
          ...rest,
          summary,
          projectId: project.id,
          issueTypeId: type.id,
          ...(request.sprintId === undefined ? {} : { sprintId: request.sprintId }),
        },
        act,
      );
      applyRequest(call, issue, {
        edit: isFlagged === true ? { isFlagged } : {},
        comments: request.comments,
      });
      return issue;
    });
    return {
      status: 201,
      body: {
        id: created.id,
        key: created.key,
        self: `${call.siteUrl}/rest/api/3/issue/${created.id}`,
      },
    };
  },
});

const DELETE = defineEndpoint({
  operation: 'DELETE /rest/api/3/issue/{issueIdOrKey}',
  points: callOnly,
  ...ISSUE_IN_PATH,
  handle(call) {
    const issue = findIssue(call, call.params['issueIdOrKey'] ?? '');
    requirePermission(
      call,
      'DELETE_ISSUES',
      projectOf(call, issue),
      issue,
      'You do not have permission to delete issues in this project.',
    );
    const hasSubtasks = call.site
      .childrenOf(issue.id)
      .some((child) => call.site.get('issueTypes', child.issueTypeId)?.hierarchyLevel === -1);
    if (hasSubtasks && !booleanOf(call.query, 'deleteSubtasks', false)) {
      throw new RestError(400, [
        `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
      ]);
    }
    call.site.deleteIssue(issue.id, actorOf(call));
    return NO_CONTENT;
  },
});

const ASSIGN = defineEndpoint({
  operation: 'PUT /rest/api/3/issue/{issueIdOrKey}/assignee',
  points: callOnly,
  ...ISSUE_IN_PATH,
  handle(call) {
    const issue = findIssue(call, call.params['issueIdOrKey'] ?? '');
    const body = bodyOf(call);
    const project = projectOf(call, issue);
    requirePermission(call, 'ASSIGN_ISSUES', project, issue);
    const accountId = body['accountId'] ?? null;
    const assignee = accountId === null ? null : { accountId };
    applyRequest(call, issue, readIssueRequest(call, { fields: { assignee } }, project, issue));
    return NO_CONTENT;
  },
});

export const ISSUE_WRITES = [EDIT, CREATE, DELETE, ASSIGN];
