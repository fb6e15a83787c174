import { SiteError } from '#sandbox/jira/acts/desk';
import { JqlError, JqlNotSimulated } from '#sandbox/jira/jql/error';
import { RestError } from '#sandbox/jira/rest/endpoint';
import type { RestResponse } from '#sandbox/jira/rest.types';

export const JSON_TYPE = 'application/json;charset=UTF-8';

/** A response with a JSON body; undefined is no body. */
export function respond(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): RestResponse {
  if (body === undefined) return { status, headers, body: '' };
  return { status, headers: { 'content-type': JSON_TYPE, ...headers }, body: JSON.stringify(body) };
}

/** An error in Jira's words. */
export const refusal = (
  status: number,
  messages: readonly string[],
  errors: Readonly<Record<string, string>> = {},
): RestResponse => respond(status, { errorMessages: messages, errors });

/** Reads a JSON body; undefined when there is none. @throws RestError 400 on anything else. */
export function parseBody(text: string | undefined): unknown {
  if (text === undefined || text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw new RestError(400, ['There was an error parsing JSON. Check that your request body is valid.']);
  }
}

/** Turns what a handler threw into Jira's words; anything unforeseen goes on. */
export function explain(error: unknown): RestResponse {
  if (error instanceof RestError) return refusal(error.status, error.messages, error.errors);
  if (error instanceof JqlError) return refusal(400, error.messages);
  if (error instanceof JqlNotSimulated) return refusal(501, [error.message]);
  if (error instanceof SiteError) return refusal(400, [error.message]);
  throw error;
}
