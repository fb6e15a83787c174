import type { Adf, Issue, Project } from '#sandbox/jira/model';
import { type Call, RestError } from '#sandbox/jira/rest/endpoint';
import { readDocument } from '#sandbox/jira/rest/platform/documents';
import { FieldRefusal, notSettable } from '#sandbox/jira/rest/platform/field-refusal';
import {
  type Place,
  type WantedChange,
  readField,
  readLabels,
} from '#sandbox/jira/rest/platform/issue-input';
import { isObject, objectIn } from '#sandbox/jira/rest/request';

/** Everything an edit or a new issue asks for, checked. */
export interface IssueRequest extends WantedChange {
  readonly comments: readonly Adf[];
}

interface Gathered {
  edit: WantedChange['edit'];
  sprintId?: number | null;
  comments: Adf[];
}

function merge(into: Gathered, part: Partial<WantedChange>): void {
  const customFields = { ...into.edit.customFields, ...part.edit?.customFields };
  into.edit = {
    ...into.edit,
    ...part.edit,
    ...(Object.keys(customFields).length > 0 ? { customFields } : {}),
  };
  if (part.sprintId !== undefined) into.sprintId = part.sprintId;
}

function changeLabels(verb: string, value: unknown, into: Gathered, { issue }: Place): void {
  const labels = into.edit.labels ?? issue?.labels ?? [];
  const given = readLabels(value);
  if (verb === 'add') into.edit = { ...into.edit, labels: [...new Set([...labels, ...given])] };
  else into.edit = { ...into.edit, labels: labels.filter((label) => !given.includes(label)) };
}

/** One operation of `update`: `{"set": …}`, `{"add": …}` or `{"remove": …}`. */
function operate(fieldId: string, operation: unknown, into: Gathered, place: Place): void {
  if (!isObject(operation)) throw new FieldRefusal('An update operation must be an object.');
  for (const [verb, value] of Object.entries(operation)) {
    if (verb === 'set' && fieldId !== 'comment') merge(into, readField(fieldId, value, place));
    else if (fieldId === 'labels' && (verb === 'add' || verb === 'remove'))
      changeLabels(verb, value, into, place);
    else if (fieldId === 'comment' && verb === 'add') {
      if (!place.call.viewer.can('ADD_COMMENTS', place.project, place.issue)) throw notSettable('comment');
      into.comments.push(readDocument(isObject(value) ? value['body'] : undefined));
    } else if (place.call.site.get('fields', fieldId) === undefined) throw notSettable(fieldId);
    else
      throw new FieldRefusal(
        `Field with id '${fieldId}' and name '${fieldId}' does not support operation '${verb}'`,
      );
  }
}

/** Reads `fields` and `update`, gathering the refusals of all fields. `apart` are fields that the caller reads itself. */
export function readIssueRequest(
  call: Call,
  body: Readonly<Record<string, unknown>>,
  project: Project,
  issue: Issue | undefined,
  apart: readonly string[] = [],
): IssueRequest {
  const into: Gathered = { edit: {}, comments: [] };
  const errors: Record<string, string> = {};
  const place: Place = { call, project, issue };
  const attempt = (fieldId: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof FieldRefusal)) throw error;
      errors[fieldId] = error.message;
    }
  };
  const fields = objectIn(body, 'fields') ?? {};
  for (const [fieldId, value] of Object.entries(fields)) {
    if (!apart.includes(fieldId)) {
      attempt(fieldId, () => {
        merge(into, readField(fieldId, value, place));
      });
    }
  }
  for (const [fieldId, operations] of Object.entries(objectIn(body, 'update') ?? {})) {
    attempt(fieldId, () => {
      if (fieldId in fields) {
        throw new FieldRefusal(`Field '${fieldId}' cannot appear in both 'fields' and 'update'`);
      }
      if (!Array.isArray(operations)) throw new FieldRefusal('An update must be a list of operations.');
      for (const operation of operations) operate(fieldId, operation, into, place);
    });
  }
  if (Object.keys(errors).length > 0) throw new RestError(400, [], errors);
  return into;
}
