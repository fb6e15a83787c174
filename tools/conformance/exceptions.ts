/** A place where the OpenAPI files forbid null although Jira answers it. `at` is the end of the path in the file. */
export interface Exception {
  readonly at: string;
  readonly reason: string;
}

export const EXCEPTIONS: readonly Exception[] = ['from', 'fromString', 'to', 'toString'].map((name) => ({
  at: `schemas/ChangeDetails/properties/${name}`,
  reason: 'Jira writes null for a side of a change that has no value.',
}));

const SPRINT = 'SprintBean';
/** Operations whose answers have no schema in the files, and the component of the same file that describes them all the same. */
const STAND_INS: Readonly<Record<string, { component: string; isPaged?: true }>> = {
  'GET /rest/agile/1.0/sprint/{sprintId}': { component: SPRINT },
  'POST /rest/agile/1.0/sprint': { component: SPRINT },
  'PUT /rest/agile/1.0/sprint/{sprintId}': { component: SPRINT },
  'POST /rest/agile/1.0/sprint/{sprintId}': { component: SPRINT },
  'GET /rest/agile/1.0/board/{boardId}/sprint': { component: SPRINT, isPaged: true },
  'GET /rest/agile/1.0/board/{boardId}/sprint/{sprintId}/issue': { component: 'SearchResults' },
  'GET /rest/agile/1.0/sprint/{sprintId}/issue': { component: 'SearchResults' },
  'GET /rest/agile/1.0/issue/{issueIdOrKey}': { component: 'IssueBean' },
  'PUT /rest/api/3/issue/{issueIdOrKey}': { component: 'IssueBean' },
  'GET /rest/agile/1.0/board/{boardId}/project': { component: 'ProjectDetails', isPaged: true },
};

/** The schema that stands in for the missing one of an operation; undefined when none fits. */
export function standIn(operation: string, file: string): object | undefined {
  const known = STAND_INS[operation];
  if (!known) return undefined;
  const component = { $ref: `${file}#/components/schemas/${known.component}` };
  if (known.isPaged !== true) return component;
  return {
    type: 'object',
    additionalProperties: false,
    required: ['startAt', 'maxResults', 'isLast', 'values'],
    properties: {
      startAt: { type: 'integer' },
      maxResults: { type: 'integer' },
      total: { type: 'integer' },
      isLast: { type: 'boolean' },
      values: { type: 'array', items: component },
    },
  };
}
