import { FIELD } from '#sandbox/jira/ids';
import type { Field } from '#sandbox/jira/model';

type Row = readonly [
  id: string,
  name: string,
  schemaType: string,
  itemsType: string | null,
  clauseNames: string,
  /** o orderable, n navigable, s searchable. */
  marks: string,
];

/** System fields, as `GET /rest/api/3/field` of a fresh Jira Cloud site lists them. */
const SYSTEM: readonly Row[] = [
  ['summary', 'Summary', 'string', null, 'summary', 'ons'],
  ['description', 'Description', 'string', null, 'description', 'ons'],
  ['status', 'Status', 'status', null, 'status', 'ns'],
  ['statusCategory', 'Status Category', 'statusCategory', null, 'statusCategory', 'ns'],
  ['priority', 'Priority', 'priority', null, 'priority', 'ons'],
  ['issuetype', 'Issue Type', 'issuetype', null, 'issuetype,type', 'ons'],
  ['project', 'Project', 'project', null, 'project', 'ns'],
  ['assignee', 'Assignee', 'user', null, 'assignee', 'ons'],
  ['reporter', 'Reporter', 'user', null, 'reporter', 'ons'],
  ['creator', 'Creator', 'user', null, 'creator', 'ns'],
  ['created', 'Created', 'datetime', null, 'created,createdDate', 'ns'],
  ['updated', 'Updated', 'datetime', null, 'updated,updatedDate', 'ns'],
  ['resolution', 'Resolution', 'resolution', null, 'resolution', 'ons'],
  ['resolutiondate', 'Resolved', 'datetime', null, 'resolutiondate,resolved', 'ns'],
  ['duedate', 'Due date', 'date', null, 'due,duedate', 'ons'],
  ['labels', 'Labels', 'array', 'string', 'labels', 'ons'],
  ['parent', 'Parent', 'issuelink', null, 'parent', 'ns'],
  ['subtasks', 'Sub-tasks', 'array', 'issuelinks', 'subtasks', 'n'],
  ['issuelinks', 'Linked Issues', 'array', 'issuelinks', 'issueLink', 'ons'],
  ['comment', 'Comment', 'comments-page', null, 'comment', 'os'],
  ['security', 'Security Level', 'securitylevel', null, 'level', 'ons'],
  [
    'statuscategorychangedate',
    'Status Category Changed',
    'datetime',
    null,
    'statusCategoryChangedDate',
    'ns',
  ],
];

function systemField([id, name, schemaType, itemsType, clauseNames, marks]: Row): Field {
  return {
    id,
    name,
    custom: false,
    schemaType,
    ...(itemsType === null ? {} : { itemsType }),
    system: id,
    clauseNames: clauseNames.split(','),
    orderable: marks.includes('o'),
    navigable: marks.includes('n'),
    searchable: marks.includes('s'),
    projectId: null,
  };
}

/** The issue key has no schema in Jira's list of fields. */
const KEY: Field = {
  ...systemField(['issuekey', 'Key', '', null, 'id,issue,issuekey,key', 'n']),
  schemaType: '',
};

/** A custom field as Jira numbers and names it; `id` is `customfield_` and a number. */
export function customField(
  id: string,
  name: string,
  customType: string,
  schemaType: string,
  itemsType?: string,
): Field {
  const customId = Number(id.replace('customfield_', ''));
  return {
    id,
    name,
    custom: true,
    schemaType,
    ...(itemsType === undefined ? {} : { itemsType }),
    customType,
    customId,
    clauseNames: [`cf[${customId}]`, name],
    orderable: true,
    navigable: true,
    searchable: true,
    projectId: null,
  };
}

const FLOAT = 'com.atlassian.jira.plugin.system.customfieldtypes:float';
const CHECKBOXES = 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes';
const GREENHOPPER = 'com.pyxis.greenhopper.jira';

/** All fields of a fresh site. */
export const DEFAULT_FIELDS: readonly Field[] = [
  KEY,
  ...SYSTEM.map(systemField),
  customField(FIELD.storyPointEstimate, 'Story point estimate', `${GREENHOPPER}:jsw-story-points`, 'number'),
  customField(FIELD.rank, 'Rank', `${GREENHOPPER}:gh-lexo-rank`, 'any'),
  customField(FIELD.sprint, 'Sprint', `${GREENHOPPER}:gh-sprint`, 'array', 'json'),
  customField(FIELD.flagged, 'Flagged', CHECKBOXES, 'array', 'option'),
  customField(FIELD.storyPoints, 'Story Points', FLOAT, 'number'),
];
