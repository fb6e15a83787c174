import { isValid, parseISO } from 'date-fns';

import { FIELD, IMPEDIMENT } from '#sandbox/jira/ids';
import type { Field, Issue, Project } from '#sandbox/jira/model';
import { createViewer } from '#sandbox/jira/permissions';
import type { Call } from '#sandbox/jira/rest/endpoint';
import { readDocument } from '#sandbox/jira/rest/platform/documents';
import { FieldRefusal, WRONG_PARENT, notSettable } from '#sandbox/jira/rest/platform/field-refusal';
import { isObject } from '#sandbox/jira/rest/request';
import type { IssueEdit } from '#sandbox/jira/site.types';

/** What a request wants of an issue, field by field. `sprintId` is there when the sprint is to change. */
export interface WantedChange {
  edit: IssueEdit;
  sprintId?: number | null;
}

/** Where a value is to go; `issue` is undefined while it is being created. */
export interface Place {
  readonly call: Call;
  readonly project: Project;
  readonly issue: Issue | undefined;
}

type Read = (value: unknown, place: Place) => Partial<WantedChange>;

function requireHere(permission: string, { call, project, issue }: Place, fieldId: string): void {
  if (!call.viewer.can(permission, project, issue)) throw notSettable(fieldId);
}

/** One of several names that an object may identify something by. */
function named(value: unknown, ...keys: string[]): string | undefined {
  if (!isObject(value)) return undefined;
  for (const key of keys) {
    const text = value[key];
    if (typeof text === 'string' || typeof text === 'number') return String(text);
  }
  return undefined;
}

function readSummary(value: unknown): string {
  if (typeof value !== 'string' || value.trim() === '') {
    throw new FieldRefusal('You must specify a summary of the issue.');
  }
  if (value.length > 255) throw new FieldRefusal('Summary must be less than 255 characters.');
  if (/[\r\n]/.test(value)) {
    throw new FieldRefusal('The summary is invalid because it contains newline characters.');
  }
  return value;
}

function readUser(value: unknown, { call }: Place, fieldId: string): string | null {
  if (value === null) return null;
  const accountId = named(value, 'accountId', 'id');
  if (accountId === undefined || !call.site.get('users', accountId)) {
    throw new FieldRefusal(`User '${accountId ?? ''}' cannot be set as ${fieldId}: there is no such user.`);
  }
  return accountId;
}

function readDate(value: unknown): string | null {
  if (value === null || value === '') return null;
  const isDate = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && isValid(parseISO(value));
  if (!isDate) throw new FieldRefusal('Error parsing date string: expected yyyy-MM-dd.');
  return value;
}

/** Reads labels. @throws FieldRefusal on blanks inside a label. */
export function readLabels(value: unknown): string[] {
  if (value === null) return [];
  const labels: unknown[] = Array.isArray(value) ? value : [value];
  return [
    ...new Set(
      labels.map((label) => {
        if (typeof label !== 'string') throw new FieldRefusal('string expected');
        if (/\s/.test(label))
          throw new FieldRefusal(`The label '${label}' contains spaces which is invalid.`);
        return label;
      }),
    ),
  ];
}

function readSprint(value: unknown, place: Place): Partial<WantedChange> {
  requireHere('SCHEDULE_ISSUES', place, FIELD.sprint);
  if (value === null) return { sprintId: null };
  const id = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
  const sprint = Number.isInteger(id) ? place.call.site.get('sprints', id) : undefined;
  if (!sprint) throw new FieldRefusal('Number value expected as the Sprint id.');
  if (sprint.state === 'closed') throw new FieldRefusal('Issue can be assigned only to open sprints.');
  return { sprintId: id };
}

const READERS: Readonly<Record<string, Read>> = {
  summary: (value) => ({ edit: { summary: readSummary(value) } }),
  description: (value) => ({ edit: { description: value === null ? null : readDocument(value) } }),
  priority(value, { call, project }) {
    const wanted = named(value, 'id', 'name');
    const found = [...call.site.all('priorities')].find(
      ({ id, name }) => project.priorityIds.includes(id) && (id === wanted || name === wanted),
    );
    if (!found) throw new FieldRefusal('The priority selected is invalid.');
    return { edit: { priorityId: found.id } };
  },
  assignee(value, place) {
    requireHere('ASSIGN_ISSUES', place, 'assignee');
    const assignee = readUser(value, place, 'assignee');
    const { call, project, issue } = place;
    if (assignee !== null && !createViewer(call.site, assignee).can('ASSIGNABLE_USER', project, issue)) {
      throw new FieldRefusal(`User '${assignee}' cannot be assigned issues.`);
    }
    return { edit: { assignee } };
  },
  reporter(value, place) {
    requireHere('MODIFY_REPORTER', place, 'reporter');
    return { edit: { reporter: readUser(value, place, 'reporter') } };
  },
  parent(value, { call, issue }) {
    if (value === null || (isObject(value) && value['none'] === true)) return { edit: { parentId: null } };
    const parent = call.site.issue(named(value, 'id', 'key') ?? '');
    if (!parent || !call.viewer.canSee(parent)) throw new FieldRefusal('Could not find issue by id or key.');
    const level = (each: Issue) => call.site.get('issueTypes', each.issueTypeId)?.hierarchyLevel ?? 0;
    if (issue && level(parent) !== level(issue) + 1) throw new FieldRefusal(WRONG_PARENT);
    return { edit: { parentId: parent.id } };
  },
  labels: (value) => ({ edit: { labels: readLabels(value) } }),
  duedate(value, place) {
    requireHere('SCHEDULE_ISSUES', place, 'duedate');
    return { edit: { dueDate: readDate(value) } };
  },
  security(value, place) {
    requireHere('SET_ISSUE_SECURITY', place, 'security');
    if (value === null) return { edit: { securityLevelId: null } };
    const wanted = named(value, 'id', 'name');
    const found = [...place.call.site.all('securityLevels')].find(
      ({ id, name }) => place.project.securityLevelIds.includes(id) && (id === wanted || name === wanted),
    );
    if (!found) throw new FieldRefusal('The security level is not valid.');
    return { edit: { securityLevelId: found.id } };
  },
  [FIELD.flagged](value) {
    if (value === null) return { edit: { isFlagged: false } };
    const options: unknown[] = Array.isArray(value) ? value : [value];
    const isKnown = options.every((option) =>
      [IMPEDIMENT.value, IMPEDIMENT.id].some((known) => named(option, 'value', 'id') === known),
    );
    if (!isKnown) throw new FieldRefusal("Option value for field 'Flagged' is not valid.");
    return { edit: { isFlagged: options.length > 0 } };
  },
  [FIELD.sprint]: readSprint,
};

/** A custom field without a form of its own: numbers, text, documents and options are told apart by its schema. */
function readCustom(field: Field, value: unknown): Partial<WantedChange> {
  const set = (checked: unknown) => ({ edit: { customFields: { [field.id]: checked } } });
  if (value === null) return set(null);
  if (field.schemaType === 'number') {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      throw new FieldRefusal('Operation value must be a number');
    }
    return set(value);
  }
  if (field.schemaType === 'string' && field.customType?.endsWith(':textarea') === true) {
    return set(readDocument(value));
  }
  if (field.schemaType === 'string' && typeof value !== 'string') {
    throw new FieldRefusal('Operation value must be a string');
  }
  return set(value);
}

/**
 * Reads the value of a field for an issue of a project.
 * @throws FieldRefusal in Jira's words.
 */
export function readField(fieldId: string, value: unknown, place: Place): Partial<WantedChange> {
  const field = place.call.site.get('fields', fieldId);
  const isHere = field && (!field.custom || place.project.fieldIds.includes(fieldId));
  const read = READERS[fieldId];
  if (!isHere || fieldId === FIELD.rank) throw notSettable(fieldId);
  if (read) return read(value, place);
  if (field.custom) return readCustom(field, value);
  throw notSettable(fieldId);
}
