import type { ContentProperty, Page } from '#sandbox/confluence/model';
import { defineWikiEndpoint, type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { findPage, idIn, requireEdit, wikiActor } from '#sandbox/confluence/rest/lookups';
import { cursorPage, type SortKeys } from '#sandbox/confluence/rest/paging';
import { propertyBean } from '#sandbox/confluence/rest/v2/property-bean';
import { READ_PAGE } from '#sandbox/confluence/rest/v2/pages';
import { NO_CONTENT, ok } from '#sandbox/jira/rest/endpoint';
import { callOnly } from '#sandbox/jira/rest/points';
import { isObject } from '#sandbox/jira/rest/request';

const CHANGE = [['read:page:confluence', 'write:page:confluence']] as const;
const MOST_BYTES = 32 * 1024;

const pageOf = (call: WikiCall): Page => findPage(call, idIn(call, 'page-id'));

function propertyOf(call: WikiCall, page: Page): ContentProperty {
  const id = idIn(call, 'property-id');
  const property = call.site.propertiesOf(page.id).find((each) => each.id === id);
  if (!property) throw new WikiError(404, `Cannot find content property with id [${id}]`);
  return property;
}

/** Key and value of the body. @throws WikiError 400, 413 over 32 KB. */
function writtenOf(call: WikiCall) {
  if (!isObject(call.body) || typeof call.body['key'] !== 'string' || call.body['key'] === '') {
    throw new WikiError(400, "'key' is required");
  }
  const { key, value } = call.body;
  if (value === undefined) throw new WikiError(400, "'value' is required");
  if (key.length > 255) throw new WikiError(400, 'A key has at most 255 characters');
  if (Buffer.byteLength(JSON.stringify(value)) > MOST_BYTES) {
    throw new WikiError(413, 'The value of a content property may have at most 32 KB');
  }
  return { key, value, fields: call.body };
}

const LIST = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/pages/{page-id}/properties',
  scopes: READ_PAGE,
  points: callOnly,
  isPublic: true,
  handle(call) {
    const key = call.query.get('key');
    const properties = call.site
      .propertiesOf(pageOf(call).id)
      .filter((property) => key === null || property.key === key);
    const keys: SortKeys<ContentProperty> = { key: (property) => property.key };
    return cursorPage(call, properties, { keys, standard: 'key' }, propertyBean);
  },
});

const ADD = defineWikiEndpoint({
  operation: 'POST /wiki/api/v2/pages/{page-id}/properties',
  scopes: CHANGE,
  points: callOnly,
  handle(call) {
    const page = pageOf(call);
    requireEdit(call, page);
    const { key, value } = writtenOf(call);
    return ok(propertyBean(call.site.addProperty(page.id, { key, value }, wikiActor(call))));
  },
});

const GET = defineWikiEndpoint({
  operation: 'GET /wiki/api/v2/pages/{page-id}/properties/{property-id}',
  scopes: READ_PAGE,
  points: callOnly,
  isPublic: true,
  handle: (call) => ok(propertyBean(propertyOf(call, pageOf(call)))),
});

const EDIT = defineWikiEndpoint({
  operation: 'PUT /wiki/api/v2/pages/{page-id}/properties/{property-id}',
  scopes: CHANGE,
  points: callOnly,
  handle(call) {
    const page = pageOf(call);
    requireEdit(call, page);
    const property = propertyOf(call, page);
    const { key, value, fields } = writtenOf(call);
    if (key !== property.key) throw new WikiError(400, 'The key of a content property cannot be changed');
    const { version } = fields;
    const number = isObject(version) ? Number(version['number']) : Number.NaN;
    if (!Number.isSafeInteger(number)) throw new WikiError(400, "'version.number' is required");
    const message = isObject(version) && typeof version['message'] === 'string' ? version['message'] : '';
    const edit = { value, version: number, message };
    return ok(propertyBean(call.site.editProperty(property.id, edit, wikiActor(call))));
  },
});

const DELETE = defineWikiEndpoint({
  operation: 'DELETE /wiki/api/v2/pages/{page-id}/properties/{property-id}',
  scopes: CHANGE,
  points: callOnly,
  handle(call) {
    const page = pageOf(call);
    requireEdit(call, page);
    call.site.deleteProperty(propertyOf(call, page).id);
    return NO_CONTENT;
  },
});

export const PROPERTIES = [LIST, ADD, GET, EDIT, DELETE];
