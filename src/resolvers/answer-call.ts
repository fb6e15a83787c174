import { randomUUID } from 'node:crypto';

import type { z } from 'zod';

import type { App, Viewer } from '#src/app';
import type { Call } from '#src/contract/index';
import type { Answer, Failure } from '#src/contract/outcome';
import { ReadFailure } from '#src/ports/read-failure';
import { WriteFailure } from '#src/ports/write-failure';
import { isLicensed, type LicenceContext } from '#src/resolvers/licence';

/** What Forge hands to a resolver function, as far as calls need it. The platform sets `accountId`; the screen cannot. */
export interface Invocation {
  readonly payload: unknown;
  readonly context: LicenceContext & { readonly accountId?: string | undefined };
}

/** Answers one call of the contract; never rejects. */
export type CallResolver<Data> = (invocation: Invocation) => Promise<Answer<Data>>;

/** Does what one call asks for, as the viewer; `In` is the part of the app that has it. */
export type CallHandler<Request, Data, In = App> = (
  app: In,
  viewer: Viewer,
  request: Request,
) => Promise<Data>;

/** What a call does: one that changes something needs a licence, one that reads does not. */
export type CallKind = 'reads' | 'changes';

/** A failure that the app itself knows of before it does anything. */
export function refusal(code: Failure['code'], message: string) {
  return { ok: false, error: { code, message } } as const;
}

function fromWrite({ kind: code, message, detail, reason, current }: WriteFailure): Failure {
  return {
    code,
    message,
    ...(detail !== null && { detail }),
    ...(reason !== undefined && { reason }),
    ...(current !== undefined && { current }),
  };
}

/** A failure the screen has words for; anything else is logged under an id and told without its content. */
export function toFailure(app: Pick<App, 'log'>, call: Call, error: unknown): Failure {
  if (error instanceof WriteFailure) return fromWrite(error);
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
 * Makes the resolver of a call: parses what the screen sent, refuses without a user and, where it would change something,
 * without a licence, and runs `handle` as that user. The only catch of the backend's failures is here.
 */
export function answerCall<Request, Data, In extends Pick<App, 'log'>>(
  app: In,
  call: Call,
  kind: CallKind,
  schema: z.ZodType<Request>,
  handle: CallHandler<Request, Data, In>,
): CallResolver<Data> {
  return async ({ payload, context }) => {
    const { accountId } = context;
    // In a macro that is open to everybody, the platform gives all who are not logged in one account.
    if (accountId === undefined || accountId === 'unidentified')
      return refusal('no-access', 'Nobody is logged in.');
    const licensed = isLicensed(context);
    if (kind === 'changes' && !licensed) return refusal('unlicensed', `${call}: the licence is not active.`);
    const request = schema.safeParse(payload);
    if (!request.success) {
      const places = request.error.issues.map((issue) => issue.path.join('.') || 'payload');
      return refusal('bad-request', `${call}: not as agreed at ${places.join(', ')}.`);
    }
    try {
      return { ok: true, data: await handle(app, { accountId, isLicensed: licensed }, request.data) };
    } catch (error) {
      return { ok: false, error: toFailure(app, call, error) };
    }
  };
}
