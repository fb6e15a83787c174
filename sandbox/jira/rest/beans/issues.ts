import type { Field, Issue } from '#sandbox/jira/model';
import { changelogBean } from '#sandbox/jira/rest/beans/changelogs';
import type { BeanContext } from '#sandbox/jira/rest/beans/context';
import { SOFTWARE_FIELDS, type TextForm, fieldValue } from '#sandbox/jira/rest/beans/issue-fields';
import { schemaBean } from '#sandbox/jira/rest/beans/metadata';
import { RestError } from '#sandbox/jira/rest/endpoint';

/** What a caller wants of issues. */
export interface IssueView {
  /** As given: field ids, `*all`, `*navigable`, `-id`. Nothing but exclusions come off the navigable fields. */
  readonly fields: readonly string[];
  readonly expand: readonly string[];
  readonly form: TextForm;
  /** Whether sprint, closedSprints, flagged and epic of the software API are on offer. */
  readonly hasSoftwareFields: boolean;
  /** Most change log entries of an issue; 100 when left out. */
  readonly mostHistories?: number;
}

/** The fields as given, on top of `standard` where they only say what to leave out: `-description`. */
export function fieldsWith(standard: string, given: readonly string[]): readonly string[] {
  return given.every((name) => name.startsWith('-')) ? [standard, ...given] : given;
}

const SIMULATED = new Set(['names', 'schema', 'changelog']);
const NOT_SIMULATED = new Set([
  'renderedFields',
  'transitions',
  'operations',
  'editmeta',
  'versionedRepresentations',
]);

/** Reads `expand`. Unknown names are passed over, as in Jira. @throws RestError 501 on those that are not simulated. */
export function readExpand(names: readonly string[]): string[] {
  const missing = names.find((name) => NOT_SIMULATED.has(name));
  if (missing !== undefined) throw new RestError(501, [`not simulated: expand=${missing}`]);
  return names.filter((name) => SIMULATED.has(name));
}

/** The fields that a view shows, by id, on any issue. */
export interface ChosenFields {
  readonly fields: readonly Field[];
  readonly software: readonly string[];
}

/** Works out which fields a view shows. */
export function chooseFields({ site }: Pick<BeanContext, 'site'>, view: IssueView): ChosenFields {
  const wanted = new Set(view.fields.filter((name) => !name.startsWith('-')));
  const unwanted = new Set(view.fields.filter((name) => name.startsWith('-')).map((name) => name.slice(1)));
  const isAll = wanted.has('*all');
  // Nothing but exclusions: they come off the navigable fields.
  const isNavigable = wanted.has('*navigable') || (wanted.size === 0 && unwanted.size > 0);
  const shows = (id: string, isPart: boolean) => !unwanted.has(id) && (isPart || wanted.has(id));
  return {
    fields: [...site.all('fields')].filter((field) =>
      shows(field.id, isAll || (isNavigable && field.navigable)),
    ),
    software: view.hasSoftwareFields
      ? Object.keys(SOFTWARE_FIELDS).filter((id) => shows(id, isAll || isNavigable))
      : [],
  };
}

const isOnScreens = (context: BeanContext, field: Field, issue: Issue) =>
  !field.custom ||
  issue.customFields[field.id] !== undefined ||
  context.site.get('projects', issue.projectId)?.fieldIds.includes(field.id) === true;

/** An issue as Jira gives it. */
export function issueBean(context: BeanContext, issue: Issue, view: IssueView, chosen: ChosenFields) {
  const fields: Record<string, unknown> = {};
  for (const field of chosen.fields) {
    if (!isOnScreens(context, field, issue)) continue;
    const value = fieldValue(context, issue, field.id, view.form);
    if (value !== undefined) fields[field.id] = value;
  }
  for (const id of chosen.software) {
    const value = SOFTWARE_FIELDS[id]?.(context, issue, view.form);
    if (value !== undefined) fields[id] = value;
  }
  return {
    expand: 'operations,versionedRepresentations,editmeta,changelog,renderedFields',
    id: issue.id,
    self: `${context.siteUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    ...(view.expand.includes('changelog')
      ? { changelog: changelogBean(context, issue.id, view.mostHistories) }
      : {}),
    fields,
  };
}

/** The `names` and `schema` of an answer, where asked for. */
export function fieldLegend(view: IssueView, { fields }: ChosenFields) {
  const shown = fields.filter(({ schemaType }) => schemaType !== '');
  return {
    ...(view.expand.includes('names')
      ? { names: Object.fromEntries(shown.map(({ id, name }) => [id, name])) }
      : {}),
    ...(view.expand.includes('schema')
      ? { schema: Object.fromEntries(shown.map((field) => [field.id, schemaBean(field)])) }
      : {}),
  };
}
