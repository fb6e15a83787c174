import { type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import type { Adf } from '#sandbox/jira/model';
import { isObject } from '#sandbox/jira/rest/request';
import { isDocument } from '#sandbox/rest/adf-schema';

const ADF = 'atlas_doc_format';
const OTHERS = ['storage', 'view', 'wiki', 'editor', 'export_view', 'anonymous_export_view', 'styled_view'];

function requireAdf(format: string, where: string): void {
  if (format === ADF) return;
  if (OTHERS.includes(format)) {
    throw new WikiError(501, `not simulated: ${where} ${format}; the local Confluence has ${ADF} only`);
  }
  throw new WikiError(400, `Provided value {${format}} for '${where}' is not valid`);
}

/** The body in the format that the query asks for; an empty object when it asks for none. @throws WikiError 501, 400 */
export function bodyBean(call: WikiCall, body: Adf) {
  const format = call.query.get('body-format');
  if (format === null || format === '') return {};
  requireAdf(format, 'body-format');
  return { [ADF]: { representation: ADF, value: JSON.stringify(body) } };
}

/** Reads a document that travels as text. @throws WikiError 400 on one that breaks the format. */
export function readAdf(text: unknown): Adf {
  let value: unknown;
  try {
    value = typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    value = undefined;
  }
  if (isDocument(value)) return value;
  throw new WikiError(400, 'Content body cannot be converted to new editor format');
}

/**
 * The document of a request's `body`: `{representation, value}`, or that below the name of its format.
 * @throws WikiError 400 without one, 501 for another format than ADF.
 */
export function writtenBody(body: unknown): Adf | undefined {
  if (body === undefined || body === null) return undefined;
  if (!isObject(body)) throw new WikiError(400, 'The body must be an object');
  const nested = [ADF, ...OTHERS].map((name) => body[name]).find(isObject);
  const { representation, value } = nested ?? body;
  if (typeof representation !== 'string') throw new WikiError(400, 'The body must have a representation');
  requireAdf(representation, 'representation');
  return readAdf(value);
}
