import type { IncomingMessage, ServerResponse } from 'node:http';

import { listen } from '#sandbox/api/listen';

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** What the front does with a call: answers in the site's place, leaves it hanging, or (null) lets it through. */
export type Act =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'hang'
  | null;

export interface Front {
  readonly url: string;
  /** Every call that came, in order. */
  readonly seen: readonly Seen[];
  /** From now on; forgets what was seen. */
  readonly act: (decide: (call: Seen) => Act) => void;
  readonly close: () => Promise<void>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** A server before a site: sees every call, and can answer what a site in trouble would. */
export async function openFront(target: string): Promise<Front> {
  const seen: Seen[] = [];
  let decide: (call: Seen) => Act = () => null;
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = 'GET', url = '/', headers } = request;
    const call = { method, path: url, headers, body: await textOf(request) };
    seen.push(call);
    const act = decide(call);
    if (act === 'hang') return;
    if (act !== null) {
      response.writeHead(act.status, { 'content-type': 'application/json', ...act.headers });
      response.end(act.body ?? '{}');
      return;
    }
    const answer = await fetch(target + url, {
      method,
      redirect: 'manual',
      headers: Object.fromEntries(
        ['authorization', 'accept', 'content-type'].flatMap((name) => {
          const value = headers[name];
          return typeof value === 'string' ? [[name, value]] : [];
        }),
      ),
      ...(call.body !== '' && { body: call.body }),
    });
    const kept = ['content-type', 'retry-after', 'x-ratelimit-remaining'].flatMap((name) => {
      const value = answer.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    response.writeHead(answer.status, Object.fromEntries(kept)).end(await answer.text());
  };
  const server = await listen((request, response) => {
    serve(request, response).catch(() => response.destroy());
  }, 0);
  return {
    url: `http://localhost:${server.port}`,
    seen,
    act: (next) => {
      seen.length = 0;
      decide = next;
    },
    close: server.close,
  };
}
