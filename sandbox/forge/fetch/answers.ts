import { STATUS_CODES } from 'node:http';

const EMPTY = new Set([204, 205, 304]);

/** A response with a text or no body. */
export function textAnswer(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(EMPTY.has(status) ? null : body, {
    status,
    statusText: STATUS_CODES[status] ?? '',
    headers: { ...headers },
  });
}

/** A response with JSON; undefined is an empty body. */
export function jsonAnswer(status: number, body: unknown): Response {
  if (body === undefined) return textAnswer(status, '');
  return textAnswer(status, JSON.stringify(body), { 'content-type': 'application/json' });
}

/** A refusal by Forge's proxy, which the SDK turns into an error. */
export function proxyError(status: number, reason: string): Response {
  return textAnswer(status, '', { 'forge-proxy-error': reason });
}

/** What the local platform does not have. */
export function notSimulated(what: string): Response {
  return jsonAnswer(501, {
    code: 'NOT_SIMULATED',
    message: `${what} is not simulated by the local platform.`,
  });
}
