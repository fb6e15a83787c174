import { randomUUID } from 'node:crypto';

import type { z } from 'zod';

import type { App, Viewer } from '#src/app';
import type { Call } from '#src/contract/index';
import type { Answer, Failure } from '#src/contract/outcome';
import { ReadFailure } from '#src/ports/read-failure';

/** What Forge hands to a resolver function, as far as calls need it. The platform sets `accountId`; the screen cannot. */
export interface Invocation {
  readonly payload: unknown;
  readonly context: { readonly accountId?: string | undefined };
}

/** Answers one call of the contract; never rejects. */
export type CallResolver<Data> = (invocation: Invocation) => Promise<Answer<Data>>;

/** Does what one call asks for, as the viewer. */
export type CallHandler<Request, Data> = (app: App, viewer: Viewer, request: Request) => Promise<Data>;

function refusal(code: Failure['code'], message: string) {
  return { ok: false, error: { code, message } } as const;
}

/** A failure the screen has words for; anything else is logged under an id and told without its content. */
function toFailure(app: App, call: Call, error: unknown): Failure {
  if (error instanceof ReadFailure) {
    const { kind: code, message, retryAfterSeconds } = error;
    return retryAfterSeconds === null ? { code, message } : { code, message, retryAfterSeconds };
  }
  const reference = randomUUID();
  app.log({ event: 'call-failed', call, reference, ...traceOf(error) });
  return { code: 'internal', message: 'Something unexpected happened.', reference };
}

/** Where it broke, without the message: that may quote what was read. */
function traceOf(error: unknown) {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { error: error.name, at: at.slice(0, 5).map((line) => line.trim()) };
}

/**
 * Makes the resolver of a call: parses what the screen sent, refuses without a user, and runs `handle` as that user. The
 * only catch of the backend is here.
 */
export function answerCall<Request, Data>(
  app: App,
  call: Call,
  schema: z.ZodType<Request>,
  handle: CallHandler<Request, Data>,
): CallResolver<Data> {
  return async ({ payload, context }) => {
    const { accountId } = context;
    if (accountId === undefined) return refusal('no-access', 'Nobody is logged in.');
    const request = schema.safeParse(payload);
    if (!request.success) {
      const places = request.error.issues.map((issue) => issue.path.join('.') || 'payload');
      return refusal('bad-request', `${call}: not as agreed at ${places.join(', ')}.`);
    }
    try {
      return { ok: true, data: await handle(app, { accountId }, request.data) };
    } catch (error) {
      return { ok: false, error: toFailure(app, call, error) };
    }
  };
}
