import type { Issue, Status } from '#sandbox/jira/model';
import { statusBean } from '#sandbox/jira/rest/beans/metadata';
import { type Call, NO_CONTENT, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { actorOf, findIssue, projectOf } from '#sandbox/jira/rest/lookups';
import { ISSUE_IN_PATH, applyRequest } from '#sandbox/jira/rest/platform/issue-writes';
import { readIssueRequest } from '#sandbox/jira/rest/platform/issue-request';
import { callOnly } from '#sandbox/jira/rest/points';
import { bodyOf, objectIn, stringIn } from '#sandbox/jira/rest/request';

/** Jira's simple workflow: from every status to every status, numbered 11, 21, 31 … */
function transitionsOf(call: Call, issue: Issue): { id: string; to: Status }[] {
  const project = projectOf(call, issue);
  if (!call.viewer.can('TRANSITION_ISSUES', project, issue)) return [];
  return project.statusIds.flatMap((statusId, place) => {
    const to = call.site.get('statuses', statusId);
    return to ? [{ id: String(place * 10 + 11), to }] : [];
  });
}

const GET = defineEndpoint({
  operation: 'GET /rest/api/3/issue/{issueIdOrKey}/transitions',
  points: callOnly,
  handle(call) {
    const issue = findIssue(call, call.params['issueIdOrKey'] ?? '');
    const only = call.query.get('transitionId');
    const transitions = transitionsOf(call, issue)
      .filter(({ id }) => only === null || id === only)
      .map(({ id, to }) => ({
        id,
        name: to.name,
        to: statusBean(call, to),
        hasScreen: false,
        isGlobal: true,
        isInitial: false,
        isAvailable: true,
        isConditional: false,
        looped: false,
      }));
    return ok({ expand: 'transitions', transitions });
  },
});

const DO = defineEndpoint({
  operation: 'POST /rest/api/3/issue/{issueIdOrKey}/transitions',
  points: callOnly,
  ...ISSUE_IN_PATH,
  handle(call) {
    const issue = findIssue(call, call.params['issueIdOrKey'] ?? '');
    const body = bodyOf(call);
    const transition = objectIn(body, 'transition');
    const id = transition && stringIn(transition, 'id');
    if (id === undefined) throw new RestError(400, ["Missing 'transition' identifier"]);
    const found = transitionsOf(call, issue).find((each) => each.id === id);
    if (!found) {
      throw new RestError(400, [
        `It seems that you have tried to perform a workflow operation (${id}) that is not valid for the current state of this issue. The likely cause is that somebody has changed the issue recently, please look at the issue history for details.`,
      ]);
    }
    const request = readIssueRequest(call, body, projectOf(call, issue), issue);
    call.site.batch(() => {
      applyRequest(call, issue, request);
      call.site.transitionIssue(issue.id, found.to.id, actorOf(call));
    });
    return NO_CONTENT;
  },
});

export const TRANSITIONS = [GET, DO];
