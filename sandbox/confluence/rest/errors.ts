import { TitleTaken, VersionConflict } from '#sandbox/confluence/acts/desk';
import { WikiError } from '#sandbox/confluence/rest/endpoint';
import { RestError } from '#sandbox/jira/rest/endpoint';
import { respond } from '#sandbox/jira/rest/responses';
import type { RestResponse } from '#sandbox/jira/rest.types';
import { SiteError } from '#sandbox/state/site-error';

const CODES: Readonly<Record<number, string>> = {
  400: 'INVALID_REQUEST_PARAMETER',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'CONTENT_TOO_LARGE',
  500: 'INTERNAL_SERVER_ERROR',
  501: 'NOT_SIMULATED',
  504: 'GATEWAY_TIMEOUT',
};

/** The errors of version 1, in the words of the exceptions that they come from. */
const EXCEPTIONS: Readonly<Record<number, string>> = {
  400: 'com.atlassian.confluence.api.service.exceptions.api.BadRequestException',
  403: 'com.atlassian.confluence.api.service.exceptions.api.PermissionException',
  404: 'com.atlassian.confluence.api.service.exceptions.api.NotFoundException',
  409: 'com.atlassian.confluence.api.service.exceptions.api.ConflictException',
};

const isFirstVersion = (path: string) => path.startsWith('/wiki/rest/');

/** The body of an error, in the shape of the API that the path belongs to. */
export function errorBody(path: string, status: number, title: string, detail: string | null = null) {
  if (!isFirstVersion(path)) {
    return { errors: [{ status, code: CODES[status] ?? 'ERROR', title, detail }] };
  }
  const exception = EXCEPTIONS[status];
  return {
    statusCode: status,
    data: { authorized: status !== 403, valid: status !== 400, errors: [], successful: false },
    message: exception === undefined ? title : `${exception}: ${title}`,
  };
}

/** An error as a response. */
export const wikiRefusal = (path: string, status: number, title: string, detail?: string | null) =>
  respond(status, errorBody(path, status, title, detail ?? null));

/** Turns what a handler threw into Confluence's words; anything unforeseen goes on. */
export function explainWiki(error: unknown, path: string): RestResponse {
  if (error instanceof WikiError) return wikiRefusal(path, error.status, error.message, error.detail);
  if (error instanceof VersionConflict) return wikiRefusal(path, 409, error.message);
  if (error instanceof TitleTaken) return wikiRefusal(path, 400, error.message);
  if (error instanceof SiteError) return wikiRefusal(path, 400, error.message);
  if (error instanceof RestError) return wikiRefusal(path, error.status, error.message);
  throw error;
}
