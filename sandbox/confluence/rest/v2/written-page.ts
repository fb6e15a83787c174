import type { Page } from '#sandbox/confluence/model';
import { writtenBody } from '#sandbox/confluence/rest/documents';
import { type WikiCall, WikiError } from '#sandbox/confluence/rest/endpoint';
import { isObject } from '#sandbox/jira/rest/request';

/** What a call writes of a page. */
interface Written {
  readonly title: string | undefined;
  readonly body: Page['body'] | undefined;
  readonly status: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Reads title, status and body. @throws WikiError 400, 501 */
export function written(call: WikiCall, standard: string | undefined): Written {
  if (!isObject(call.body)) throw new WikiError(400, 'The request has no JSON body');
  const { title, status = standard, body } = call.body;
  if (title !== undefined && title !== null && typeof title !== 'string') {
    throw new WikiError(400, "'title' must be a string");
  }
  if (typeof status !== 'string') throw new WikiError(400, "'status' is required");
  return { title: title ?? undefined, status, body: writtenBody(body), fields: call.body };
}

/** A text or number of the body. @throws WikiError 400 */
export const textOf = (value: unknown, name: string): string => {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new WikiError(400, `'${name}' is required`);
};

/** The number that the new version is to have, and its note. @throws WikiError 400 */
export function versionNumber(fields: Readonly<Record<string, unknown>>): {
  number: number;
  message: string;
} {
  const { version } = fields;
  if (!isObject(version) || !Number.isSafeInteger(version['number'])) {
    throw new WikiError(400, "'version.number' is required");
  }
  const { message } = version;
  return { number: Number(version['number']), message: typeof message === 'string' ? message : '' };
}
