import type { Issue } from '#sandbox/jira/model';
import { type Call, type Endpoint, NO_CONTENT, RestError, defineEndpoint } from '#sandbox/jira/rest/endpoint';
import { actorOf, findIssue, findSprint, projectOf, requirePermission } from '#sandbox/jira/rest/lookups';
import { callOnly } from '#sandbox/jira/rest/points';
import { bodyOf, isObject, stringIn, stringsIn } from '#sandbox/jira/rest/request';

const MOST_MOVED = 50;
const RANKED_MEMBERS = ['issues', 'rankAfterIssue', 'rankBeforeIssue', 'rankCustomFieldId'];

const MOVED: Pick<Endpoint, 'writesTo'> = {
  writesTo: ({ body }) =>
    isObject(body) && Array.isArray(body['issues'])
      ? body['issues'].map((each: unknown) => String(each))
      : [],
};

/** The issues of the body, each of which the caller may schedule. */
function movedIssues(call: Call, members = RANKED_MEMBERS): Issue[] {
  const idsOrKeys = stringsIn(bodyOf(call, members), 'issues');
  if (idsOrKeys.length === 0) throw new RestError(400, ['issues must not be empty.']);
  if (idsOrKeys.length > MOST_MOVED) {
    throw new RestError(400, [`A maximum of ${MOST_MOVED} issues can be moved at once.`]);
  }
  const issues = idsOrKeys.map((idOrKey) => findIssue(call, idOrKey));
  for (const issue of issues) {
    requirePermission(
      call,
      'SCHEDULE_ISSUES',
      projectOf(call, issue),
      issue,
      'You do not have the permission to schedule issues in this project.',
    );
  }
  return issues;
}

/** Ranks the issues where the body says so; nothing when it does not. */
function rank(call: Call, issues: readonly Issue[]): boolean {
  const body = bodyOf(call);
  const [before, after] = [stringIn(body, 'rankBeforeIssue'), stringIn(body, 'rankAfterIssue')];
  if (before !== undefined && after !== undefined) {
    throw new RestError(400, ['Only one of rankBeforeIssue and rankAfterIssue may be given.']);
  }
  const anchor = before ?? after;
  if (anchor === undefined) return false;
  const { id } = findIssue(call, anchor);
  call.site.rankIssues(
    issues.map((issue) => issue.id),
    before === undefined ? { after: id } : { before: id },
    actorOf(call),
  );
  return true;
}

function moveAll(call: Call, issues: readonly Issue[], sprintId: number | null): void {
  call.site.batch(() => {
    for (const issue of issues) call.site.moveToSprint(issue.id, sprintId, actorOf(call));
    rank(call, issues);
  });
}

const RANK = defineEndpoint({
  operation: 'PUT /rest/agile/1.0/issue/rank',
  points: callOnly,
  ...MOVED,
  handle(call) {
    if (!rank(call, movedIssues(call))) {
      throw new RestError(400, ['One of rankBeforeIssue and rankAfterIssue is required.']);
    }
    return NO_CONTENT;
  },
});

const TO_SPRINT = defineEndpoint({
  operation: 'POST /rest/agile/1.0/sprint/{sprintId}/issue',
  points: callOnly,
  ...MOVED,
  handle(call) {
    const sprint = findSprint(call, call.params['sprintId'] ?? '');
    if (sprint.state === 'closed')
      throw new RestError(400, ['Issues can only be moved to open or active sprints.']);
    moveAll(call, movedIssues(call), sprint.id);
    return NO_CONTENT;
  },
});

const TO_BACKLOG = defineEndpoint({
  operation: 'POST /rest/agile/1.0/backlog/issue',
  points: callOnly,
  ...MOVED,
  handle(call) {
    moveAll(call, movedIssues(call, ['issues']), null);
    return NO_CONTENT;
  },
});

export const MOVES = [RANK, TO_SPRINT, TO_BACKLOG];
