import type { Page, SpaceOperation } from '#sandbox/confluence/model';
import { pageBean, versionBean } from '#sandbox/confluence/rest/beans';
import { type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { propertyBean } from '#sandbox/confluence/rest/v2/property-bean';
import { booleanOf } from '#sandbox/jira/rest/request';

const MOST_INCLUDED = 50;

/** What the caller may do with a page, as Confluence lists it. */
export function pageOperations({ site, viewer }: WikiCall, page: Page) {
  const space = site.space(page.spaceId);
  const named = (isAllowed: boolean, operation: string, targetType = 'page') =>
    isAllowed ? [{ operation, targetType }] : [];
  const holds = (operation: SpaceOperation) => viewer.can(operation, space);
  const canEdit = viewer.canEdit(page);
  return [
    ...named(viewer.canView(page), 'read'),
    ...named(canEdit, 'update'),
    ...named(canEdit && holds('restrict_content space'), 'restrict_content'),
    ...named(viewer.canDelete(page), 'delete'),
    ...named(canEdit && holds('archive page'), 'archive'),
    ...named(canEdit, 'copy'),
    ...named(viewer.canDelete(page), 'move'),
    ...named(holds('create comment'), 'create', 'comment'),
  ];
}

const NOT_SIMULATED = [
  'include-labels',
  'include-likes',
  'include-favorited-by-current-user-status',
  'include-webresources',
  'include-collaborators',
  'include-direct-children',
];

/** A page alone, with the parts that the query includes. @throws WikiError 501 for parts that are not simulated. */
export function pageWithParts(call: WikiCall, page: Page, shown: Pick<Page, 'title' | 'body'> = page) {
  const { query, base } = call;
  const asks = (name: string) => booleanOf(query, name, false);
  const missing = NOT_SIMULATED.find(asks);
  if (missing !== undefined) throw new WikiError(501, `not simulated: ${missing}`);
  const part = (name: string, results: readonly unknown[], path: string) => ({
    [name]: {
      results: results.slice(0, MOST_INCLUDED),
      meta: { hasMore: results.length > MOST_INCLUDED, cursor: '' },
      _links: { self: `/wiki/api/v2/pages/${page.id}/${path}` },
    },
  });
  const bean = pageBean(call, page, shown);
  const { version, ...rest } = bean;
  return {
    ...rest,
    ...(query.get('include-version') !== 'false' && { version }),
    ...(asks('include-versions') &&
      part('versions', call.site.versionsOf(page.id).toReversed().map(versionBean), 'versions')),
    ...(asks('include-properties') &&
      part('properties', call.site.propertiesOf(page.id).map(propertyBean), 'properties')),
    ...(asks('include-operations') && part('operations', pageOperations(call, page), 'operations')),
    _links: { ...bean._links, base },
  };
}
