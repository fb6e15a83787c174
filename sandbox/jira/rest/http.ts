import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

import type { HandleRest } from '#sandbox/jira/rest.types';
import type { JiraSite } from '#sandbox/jira/site.types';

/** Who is behind an Authorization header: an accountId, or undefined for nobody. */
export type Authenticate = (authorization: string | undefined) => string | undefined;

/** Basic authentication as Jira Cloud has it: e-mail address and API token. Any token will do here. */
export function basicAuthentication(site: JiraSite): Authenticate {
  return (authorization) => {
    const [scheme, credentials] = (authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'basic' || credentials === undefined) return undefined;
    const [email = ''] = Buffer.from(credentials, 'base64').toString('utf8').split(':');
    // A closed account has no address any more.
    return email === '' ? undefined : site.userByEmail(email)?.accountId;
  };
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : Buffer.concat(chunks).toString('utf8');
}

async function answer(
  handle: HandleRest,
  authenticate: Authenticate,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );
  const result = await handle({
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers,
    body: await readBody(request),
    accountId: authenticate(request.headers.authorization),
    caller: 'client',
    scopes: null,
  });
  response.writeHead(result.status, result.headers).end(result.body);
}

/** Serves the REST door over HTTP to outside clients, such as jira.js: no scopes bind them. */
export function createRestListener(handle: HandleRest, authenticate: Authenticate): RequestListener {
  return (request, response) => {
    answer(handle, authenticate, request, response).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ errorMessages: [message], errors: {} }));
    });
  };
}
