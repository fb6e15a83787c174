import type { z } from 'zod';

import type { RegisterApp, RegisterPorts } from '#src/app/register';
import type { RegisterCall } from '#src/contract/index';
import { ReadFailure } from '#src/ports/read-failure';
import type { SeenPage } from '#src/ports/risk/page-access';
import { BadCursorError, StoredShapeError, type MacroPlace } from '#src/ports/risk/register-store';
import { refusal, toFailure, type CallResolver } from '#src/resolvers/answer-call';
import { actOf, readVisit, type Visit } from '#src/resolvers/risk/visit';
import type { Act } from '#src/domain/risk/risk';

/** A call of somebody who may see the page. */
export interface Reading<Request> {
  readonly ports: RegisterPorts;
  readonly visit: Visit;
  readonly place: MacroPlace;
  readonly request: Request;
}

/** A call of somebody who is logged in, and may do on the page what the call's gate asks for. */
export interface Writing<Request> extends Reading<Request> {
  readonly page: SeenPage;
  readonly act: Act;
}

interface CallOptions<Request> {
  readonly call: RegisterCall;
  readonly schema: z.ZodType<Request>;
}

/** A failure of the register's own storage, in a code that screens know. */
function known(error: unknown): unknown {
  if (error instanceof StoredShapeError) return new ReadFailure('unexpected-answer', error.message);
  return error;
}

/**
 * The part that all calls share: parses what the screen sent and what the platform says of the macro, and is the only catch.
 * @param answer runs once both are known.
 */
function resolverOf<Request, Data>(
  app: RegisterApp,
  { call, schema }: CallOptions<Request>,
  answer: (visit: Visit, request: Request) => ReturnType<CallResolver<Data>>,
): CallResolver<Data> {
  return async ({ payload, context }) => {
    const visit = readVisit(context);
    if (visit === null) return refusal('bad-request', `${call}: not called from a macro.`);
    const request = schema.safeParse(payload);
    if (!request.success) {
      const places = request.error.issues.map((issue) => issue.path.join('.') || 'payload');
      return refusal('bad-request', `${call}: not as agreed at ${places.join(', ')}.`);
    }
    try {
      return await answer(visit, request.data);
    } catch (error) {
      if (error instanceof BadCursorError) return refusal('bad-request', `${call}: ${error.message}`);
      return { ok: false, error: toFailure(app, call, known(error)) };
    }
  };
}

/**
 * Makes the resolver of a call that only reads. The page is read as the viewer side by side with what is asked for, and whatever
 * that is, it is not answered unless Confluence shows them the page.
 */
export function answerReading<Request, Data>(
  app: RegisterApp,
  options: CallOptions<Request>,
  read: (reading: Reading<Request>) => Promise<Data>,
  onNoPage: ((visit: Visit) => Data) | null = null,
): CallResolver<Data> {
  return resolverOf(app, options, async (visit, request) => {
    const { place, viewer } = visit;
    if (place === null) {
      if (onNoPage) return { ok: true, data: onNoPage(visit) };
      return refusal('not-found', `${options.call}: the macro is on no page.`);
    }
    const ports = app.portsFor(viewer);
    const [, data] = await Promise.all([
      ports.readPage(place.pageId),
      read({ ports, visit, place, request }),
    ]);
    return { ok: true, data };
  });
}

/** What somebody has to be allowed on the page. `see`: whoever may see it and is logged in takes part. */
export type Gate = 'edit' | 'see';

/**
 * Makes the resolver of a call that writes. Confluence is asked before anything else happens, as the viewer: whether they see
 * the page, and for most calls whether they may edit it.
 */
export function answerWriting<Request, Data>(
  app: RegisterApp,
  options: CallOptions<Request> & { readonly gate: (request: Request) => Gate },
  write: (writing: Writing<Request>) => Promise<Data>,
): CallResolver<Data> {
  const { call, gate } = options;
  return resolverOf(app, options, async (visit, request) => {
    const { place, viewer } = visit;
    if (place === null) return refusal('not-found', `${call}: the macro is on no page.`);
    if (viewer.accountId === null) return refusal('no-access', 'Nobody is logged in.');
    if (!visit.isLicensed) return refusal('unlicensed', `${call}: the licence is not active.`);
    const ports = app.portsFor(viewer);
    const [page, mayEdit] = await Promise.all([
      ports.readPage(place.pageId),
      gate(request) === 'see' ? null : ports.mayEditPage(place.pageId),
    ]);
    // Both have to say so: the one knows all restrictions, the other that the page is in the archive.
    const isAllowed = mayEdit === null || (mayEdit && page.canEdit);
    if (!isAllowed) return refusal('no-access', `${call}: the viewer may not edit the page.`);
    const act = actOf(viewer.accountId, visit, ports.now());
    return { ok: true, data: await write({ ports, visit, place, request, page, act }) };
  });
}
