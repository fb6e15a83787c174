import type { Field, IssueLinkType, IssueType, Priority, Resolution, Status } from '#sandbox/jira/model';
import { PRIORITY } from '#sandbox/jira/ids';
import type { BeanContext } from '#sandbox/jira/rest/beans/context';

type Linked = Pick<BeanContext, 'siteUrl'>;

const CATEGORY = {
  new: { id: 2, key: 'new', colorName: 'blue-gray', name: 'To Do' },
  indeterminate: { id: 4, key: 'indeterminate', colorName: 'yellow', name: 'In Progress' },
  done: { id: 3, key: 'done', colorName: 'green', name: 'Done' },
} as const;

/** The category that Jira has for statuses nobody sorted. */
const NO_CATEGORY = { id: 1, key: 'undefined', colorName: 'medium-gray', name: 'No Category' } as const;

type Category = Status['category'];

/** One of Jira's fixed status categories. */
export function categoryBean({ siteUrl }: Linked, category: Category) {
  const { id, ...rest } = CATEGORY[category];
  return { self: `${siteUrl}/rest/api/3/statuscategory/${id}`, id, ...rest };
}

/** All of them, in Jira's order. */
export function categoryBeans(context: Linked) {
  const none = { self: `${context.siteUrl}/rest/api/3/statuscategory/1`, ...NO_CATEGORY };
  return [none, ...(['new', 'done', 'indeterminate'] as const).map((key) => categoryBean(context, key))];
}

const scopeOf = (projectId: string | null) =>
  projectId === null ? {} : { scope: { type: 'PROJECT', project: { id: projectId } } };

/** A status with its category. */
export function statusBean(context: Linked, status: Status) {
  return {
    self: `${context.siteUrl}/rest/api/3/status/${status.id}`,
    description: '',
    iconUrl: `${context.siteUrl}/images/icons/statuses/generic.png`,
    name: status.name,
    id: status.id,
    statusCategory: categoryBean(context, status.category),
    ...scopeOf(status.projectId),
  };
}

export function priorityBean({ siteUrl }: Linked, priority: Priority) {
  return {
    self: `${siteUrl}/rest/api/3/priority/${priority.id}`,
    statusColor: priority.statusColor,
    description: priority.description,
    iconUrl: `${siteUrl}/images/icons/priorities/${priority.name.toLowerCase()}.svg`,
    name: priority.name,
    id: priority.id,
  };
}

/** A priority as the site's list has it. New issues get the default one. */
export function listedPriorityBean(context: Linked, priority: Priority) {
  return { ...priorityBean(context, priority), isDefault: priority.id === PRIORITY.medium };
}

export function resolutionBean({ siteUrl }: Linked, { id, name, description }: Resolution) {
  return { self: `${siteUrl}/rest/api/3/resolution/${id}`, id, description, name };
}

export function issueTypeBean({ siteUrl }: Linked, type: IssueType) {
  return {
    self: `${siteUrl}/rest/api/3/issuetype/${type.id}`,
    id: type.id,
    description: type.description,
    iconUrl: `${siteUrl}/images/icons/issuetypes/${encodeURIComponent(type.name.toLowerCase())}.svg`,
    name: type.name,
    subtask: type.hierarchyLevel === -1,
    avatarId: 10_300,
    hierarchyLevel: type.hierarchyLevel,
    ...scopeOf(type.projectId),
  };
}

export function linkTypeBean({ siteUrl }: Linked, { id, name, inward, outward }: IssueLinkType) {
  return { id, name, inward, outward, self: `${siteUrl}/rest/api/3/issueLinkType/${id}` };
}

/** How a field's values look. */
export function schemaBean(field: Field) {
  return {
    type: field.schemaType,
    ...(field.itemsType === undefined ? {} : { items: field.itemsType }),
    ...(field.system === undefined ? {} : { system: field.system }),
    ...(field.customType === undefined ? {} : { custom: field.customType }),
    ...(field.customId === undefined ? {} : { customId: field.customId }),
  };
}

/** A field as `GET /rest/api/3/field` lists it. */
export function fieldBean(field: Field) {
  return {
    id: field.id,
    key: field.id,
    name: field.name,
    custom: field.custom,
    orderable: field.orderable,
    navigable: field.navigable,
    searchable: field.searchable,
    clauseNames: field.clauseNames,
    ...(field.schemaType === '' ? {} : { schema: schemaBean(field) }),
    ...scopeOf(field.projectId),
  };
}
