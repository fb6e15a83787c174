import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request that cannot be served; the message is shown to whoever made it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** An upload may be a whole backlog: 10,000 issues export to about 20 MB. */
const BODY_LIMIT = 64 * 1024 * 1024;

/** The body as it came. @throws Refusal 413 when it is larger than 64 MB. */
export async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_LIMIT) throw new Refusal(413, 'The local site takes at most 64 MB at once.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body as text. @throws Refusal 413 when it is larger than 64 MB. */
export async function readText(request: IncomingMessage): Promise<string> {
  return (await readBytes(request)).toString('utf8');
}

/** The body as JSON; an empty body is undefined. @throws Refusal 400 when it is not JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request);
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal(400, 'The body is not JSON.');
  }
}

/** Answers JSON that no cache keeps. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(value ?? null));
}

/** The cookies of a request by name; broken ones are left out. */
export function readCookies(request: IncomingMessage): Readonly<Record<string, string>> {
  const pairs = (request.headers.cookie ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=');
    if (at < 1) return [];
    try {
      return [[part.slice(0, at).trim(), decodeURIComponent(part.slice(at + 1).trim())] as const];
    } catch {
      return [];
    }
  });
  return Object.fromEntries(pairs);
}
