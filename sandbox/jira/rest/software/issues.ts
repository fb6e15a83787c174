import type { Board } from '#sandbox/jira/model';
import {
  chooseFields,
  fieldLegend,
  fieldsWith,
  issueBean,
  readExpand,
} from '#sandbox/jira/rest/beans/issues';
import { type Call, RestError, defineEndpoint, ok } from '#sandbox/jira/rest/endpoint';
import { actorOf, findBoard, findIssue, projectOf, requirePermission } from '#sandbox/jira/rest/lookups';
import { ISSUE_IN_PATH } from '#sandbox/jira/rest/platform/issue-writes';
import { callOnly, oneObject } from '#sandbox/jira/rest/points';
import { bodyOf, listOf, stringIn } from '#sandbox/jira/rest/request';

const GET = defineEndpoint({
  operation: 'GET /rest/agile/1.0/issue/{issueIdOrKey}',
  points: oneObject,
  handle(call) {
    const issue = findIssue(call, call.params['issueIdOrKey'] ?? '');
    const fields = listOf(call.query, 'fields');
    const view = {
      fields: fieldsWith('*all', fields),
      expand: readExpand(listOf(call.query, 'expand')),
      form: 'wiki' as const,
      hasSoftwareFields: true,
    };
    const chosen = chooseFields(call, view);
    return ok({ ...issueBean(call, issue, view, chosen), ...fieldLegend(view, chosen) });
  },
});

function estimationField(call: Call): { board: Board; fieldId: string } {
  const boardId = call.query.get('boardId');
  if (boardId === null) throw new RestError(400, ['The query parameter boardId is required.']);
  const board = findBoard(call, boardId);
  if (board.estimation.type !== 'field') {
    throw new RestError(400, ['The board does not estimate issues by a field.']);
  }
  return { board, fieldId: board.estimation.fieldId };
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const GET_ESTIMATION = defineEndpoint({
  operation: 'GET /rest/agile/1.0/issue/{issueIdOrKey}/estimation',
  points: callOnly,
  handle(call) {
    const issue = findIssue(call, call.params['issueIdOrKey'] ?? '');
    const { fieldId } = estimationField(call);
    const value = numberOf(issue.customFields[fieldId]);
    return ok({ fieldId, value: value === null ? null : value.toFixed(1) });
  },
});

const PUT_ESTIMATION = defineEndpoint({
  operation: 'PUT /rest/agile/1.0/issue/{issueIdOrKey}/estimation',
  points: callOnly,
  ...ISSUE_IN_PATH,
  handle(call) {
    const issue = findIssue(call, call.params['issueIdOrKey'] ?? '');
    const { fieldId } = estimationField(call);
    requirePermission(
      call,
      'EDIT_ISSUES',
      projectOf(call, issue),
      issue,
      'You do not have permission to edit this issue.',
    );
    const text = stringIn(bodyOf(call), 'value')?.trim();
    const value = text === undefined || text === '' ? null : Number(text);
    if (value !== null && !Number.isFinite(value)) {
      throw new RestError(400, [`The estimate '${text ?? ''}' is not a number.`]);
    }
    call.site.editIssue(issue.id, { customFields: { [fieldId]: value } }, actorOf(call));
    return ok({ fieldId, value: value === null ? null : value.toFixed(1) });
  },
});

export const SOFTWARE_ISSUES = [GET, GET_ESTIMATION, PUT_ESTIMATION];
