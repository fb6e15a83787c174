import type { History, Issue } from '#sandbox/jira/model';
import { historiesSeenBy, historyBean, isOfField } from '#sandbox/jira/rest/beans/changelogs';
import {
  type IssueView,
  chooseFields,
  fieldLegend,
  fieldsWith,
  issueBean,
  readExpand,
} from '#sandbox/jira/rest/beans/issues';
import { type Call, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { findIssue } from '#sandbox/jira/rest/lookups';
import { pageOf, pageRequest, readToken, writeToken } from '#sandbox/jira/rest/paging';
import { objectsIn, oneObject } from '#sandbox/jira/rest/points';
import { bodyOf, integerIn, listOf, stringIn, stringsIn } from '#sandbox/jira/rest/request';

/** An issue in version 3 of the platform API. */
export function wholeIssue(call: Call, issue: Issue, fields: readonly string[], expand: readonly string[]) {
  const view: IssueView = {
    fields: fieldsWith('*all', fields),
    expand: readExpand(expand),
    form: 'adf',
    hasSoftwareFields: false,
  };
  const chosen = chooseFields(call, view);
  return { ...issueBean(call, issue, view, chosen), ...fieldLegend(view, chosen) };
}

const GET = defineEndpoint({
  operation: 'GET /rest/api/3/issue/{issueIdOrKey}',
  points: oneObject,
  handle(call) {
    const issue = findIssue(call, call.params['issueIdOrKey'] ?? '');
    return ok(wholeIssue(call, issue, listOf(call.query, 'fields'), listOf(call.query, 'expand')));
  },
});

const FETCH_MEMBERS = ['expand', 'fields', 'fieldsByKeys', 'issueIdsOrKeys', 'properties'];
const MOST_FETCHED = 100;
const MOST_HISTORIES = 40;

const BULK_FETCH = defineEndpoint({
  operation: 'POST /rest/api/3/issue/bulkfetch',
  points: objectsIn('issues'),
  handle(call) {
    const body = bodyOf(call, FETCH_MEMBERS);
    const wanted = [...new Set(stringsIn(body, 'issueIdsOrKeys'))];
    if (wanted.length === 0) throw new RestError(400, ['issueIdsOrKeys must not be empty.']);
    if (wanted.length > MOST_FETCHED) {
      throw new RestError(400, [`A maximum of ${MOST_FETCHED} issues can be fetched at once.`]);
    }
    const fields = stringsIn(body, 'fields').flatMap((names) => names.split(','));
    const view: IssueView = {
      fields: fields.length === 0 ? ['*navigable'] : fields,
      expand: readExpand(stringsIn(body, 'expand')),
      form: 'adf',
      hasSoftwareFields: false,
      mostHistories: MOST_HISTORIES,
    };
    const found = new Map<string, Issue>();
    const missing: string[] = [];
    for (const idOrKey of wanted) {
      const issue = call.site.issue(idOrKey);
      if (issue && call.viewer.canSee(issue)) found.set(issue.id, issue);
      else missing.push(idOrKey);
    }
    const chosen = chooseFields(call, view);
    return ok({
      issues: [...found.values()]
        .sort((a, b) => Number(a.id) - Number(b.id))
        .map((issue) => ({ ...issueBean(call, issue, view, chosen), ...fieldLegend(view, chosen) })),
      issueErrors: missing.map((id) => ({
        id,
        errorMessage: 'Issue does not exist or you do not have permission to see it.',
      })),
    });
  },
});

const CHANGELOG = defineEndpoint({
  operation: 'GET /rest/api/3/issue/{issueIdOrKey}/changelog',
  points: oneObject,
  handle(call) {
    const issue = findIssue(call, call.params['issueIdOrKey'] ?? '');
    const page = pageOf(historiesSeenBy(call, issue.id), pageRequest(call.query, 100));
    return ok({
      self: `${call.siteUrl}/rest/api/3/issue/${issue.id}/changelog`,
      ...page,
      values: page.values.map((history) => historyBean(call, history)),
    });
  },
});

const MOST_ISSUES = 1_000;
const MOST_FIELDS = 10;
const MOST_ENTRIES = 10_000;

/** Entries in Jira's order, oldest first, each with only the items of the fields that were asked for. */
function entriesOf(call: Call, issues: readonly Issue[], fieldIds: readonly string[]) {
  const entries = issues.flatMap(({ id }) =>
    historiesSeenBy(call, id).flatMap((history): { issueId: string; history: Omit<History, 'issueId'> }[] => {
      const items =
        fieldIds.length === 0
          ? history.items
          : history.items.filter((item) => fieldIds.some((fieldId) => isOfField(item, fieldId)));
      return items.length === 0 ? [] : [{ issueId: id, history: { ...history, items } }];
    }),
  );
  return entries.sort(
    (a, b) =>
      a.history.created - b.history.created ||
      Number(a.issueId) - Number(b.issueId) ||
      Number(a.history.id) - Number(b.history.id),
  );
}

const BULK_CHANGELOGS = defineEndpoint({
  operation: 'POST /rest/api/3/changelog/bulkfetch',
  points: objectsIn('issueChangeLogs'),
  handle(call) {
    const body = bodyOf(call, ['fieldIds', 'issueIdsOrKeys', 'maxResults', 'nextPageToken']);
    const idsOrKeys = stringsIn(body, 'issueIdsOrKeys');
    const fieldIds = stringsIn(body, 'fieldIds');
    const maxResults = integerIn(body, 'maxResults', 1_000, 1);
    if (idsOrKeys.length === 0 || idsOrKeys.length > MOST_ISSUES) {
      throw new RestError(400, [`issueIdsOrKeys must name 1 to ${MOST_ISSUES} issues.`]);
    }
    if (fieldIds.length > MOST_FIELDS) {
      throw new RestError(400, [`fieldIds must name at most ${MOST_FIELDS} fields.`]);
    }
    if (new Set(fieldIds).size < fieldIds.length) {
      throw new RestError(400, ['fieldIds must not name a field twice.']);
    }
    if (maxResults > MOST_ENTRIES) throw new RestError(400, [`maxResults must be at most ${MOST_ENTRIES}.`]);
    const issues = [...new Set(idsOrKeys)].flatMap((idOrKey) => {
      const issue = call.site.issue(idOrKey);
      return issue && call.viewer.canSee(issue) ? [issue] : [];
    });
    const unique = [...new Map(issues.map((issue) => [issue.id, issue])).values()];
    const query = JSON.stringify([idsOrKeys, fieldIds]);
    const entries = entriesOf(call, unique, fieldIds);
    const offset = readToken(stringIn(body, 'nextPageToken'), query);
    const page = entries.slice(offset, offset + maxResults);
    const byIssue = new Map<string, ReturnType<typeof historyBean>[]>();
    for (const { issueId, history } of page) {
      byIssue.set(issueId, [...(byIssue.get(issueId) ?? []), historyBean(call, history)]);
    }
    const end = offset + page.length;
    return ok({
      issueChangeLogs: [...byIssue].map(([issueId, changeHistories]) => ({ issueId, changeHistories })),
      ...(end < entries.length ? { nextPageToken: writeToken(end, query) } : {}),
    });
  },
});

export const ISSUE_READS = [GET, BULK_FETCH, CHANGELOG, BULK_CHANGELOGS];
