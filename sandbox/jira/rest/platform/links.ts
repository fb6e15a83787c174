import type { Issue, IssueLink } from '#sandbox/jira/model';
import { issueRefBean } from '#sandbox/jira/rest/beans/issue-refs';
import { linkTypeBean } from '#sandbox/jira/rest/beans/metadata';
import { type Call, NO_CONTENT, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { actorOf, findIssue, projectOf, requirePermission } from '#sandbox/jira/rest/lookups';
import { callOnly, oneObject } from '#sandbox/jira/rest/points';
import { bodyOf, isObject, objectIn, stringIn } from '#sandbox/jira/rest/request';

const NO_LINK = 'No issue link with id was found, or you do not have permission to see it.';

function endOf(call: Call, body: Readonly<Record<string, unknown>>, side: string): Issue {
  const given = objectIn(body, side);
  const idOrKey = given && (stringIn(given, 'id') ?? stringIn(given, 'key'));
  if (idOrKey === undefined) throw new RestError(400, [`'${side}' must name an issue by id or key.`]);
  return findIssue(call, idOrKey);
}

function linkOf(call: Call): { link: IssueLink; inward: Issue; outward: Issue } {
  const link = call.site.get('links', call.params['linkId'] ?? '');
  const inward = link && call.site.get('issues', link.inwardIssueId);
  const outward = link && call.site.get('issues', link.outwardIssueId);
  if (!inward || !outward || !call.viewer.canSee(inward) || !call.viewer.canSee(outward)) {
    throw new RestError(404, [NO_LINK]);
  }
  return { link, inward, outward };
}

function requireLinking(call: Call, ...issues: Issue[]): void {
  for (const issue of issues) {
    requirePermission(
      call,
      'LINK_ISSUES',
      projectOf(call, issue),
      issue,
      `No Link Issue Permission for issue '${issue.key}'`,
    );
  }
}

const idsIn = (body: unknown): string[] =>
  isObject(body)
    ? [body['inwardIssue'], body['outwardIssue']].flatMap((end) =>
        isObject(end) ? [String(end['id'] ?? end['key'])] : [],
      )
    : [];

const CREATE = defineEndpoint({
  operation: 'POST /rest/api/3/issueLink',
  points: callOnly,
  writesTo: ({ body }) => idsIn(body),
  handle(call) {
    const body = bodyOf(call);
    const wanted = objectIn(body, 'type') ?? {};
    const idOrName = stringIn(wanted, 'id') ?? stringIn(wanted, 'name') ?? '';
    const type = [...call.site.all('linkTypes')].find(
      ({ id, name }) => id === idOrName || name.toLowerCase() === idOrName.toLowerCase(),
    );
    if (!type) throw new RestError(404, [`No issue link type with name '${idOrName}' found.`]);
    const inward = endOf(call, body, 'inwardIssue');
    const outward = endOf(call, body, 'outwardIssue');
    requireLinking(call, inward, outward);
    call.site.linkIssues(type.id, inward.id, outward.id, actorOf(call));
    return { status: 201 };
  },
});

const GET = defineEndpoint({
  operation: 'GET /rest/api/3/issueLink/{linkId}',
  points: oneObject,
  handle(call) {
    const { link, inward, outward } = linkOf(call);
    const type = call.site.get('linkTypes', link.typeId);
    if (!type) throw new RestError(404, [NO_LINK]);
    return ok({
      id: link.id,
      self: `${call.siteUrl}/rest/api/3/issueLink/${link.id}`,
      type: linkTypeBean(call, type),
      inwardIssue: issueRefBean(call, inward),
      outwardIssue: issueRefBean(call, outward),
    });
  },
});

const DELETE = defineEndpoint({
  operation: 'DELETE /rest/api/3/issueLink/{linkId}',
  points: callOnly,
  handle(call) {
    const { link, inward, outward } = linkOf(call);
    requireLinking(call, inward, outward);
    call.site.unlinkIssues(link.id, actorOf(call));
    return NO_CONTENT;
  },
});

export const LINKS = [CREATE, GET, DELETE];
