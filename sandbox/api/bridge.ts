import { z } from 'zod';

import { Refusal } from '#sandbox/api/exchange';
import { keepAnswers } from '#sandbox/api/keep-answers';
import type { ShownSite } from '#sandbox/api/local-site';
import { contextOf, PLACE } from '#sandbox/api/place';
import { readBody, type Route } from '#sandbox/api/route';
import { accountOf, sessionOf } from '#sandbox/api/session';

/** A call of a screen: which frame it comes from, where its module is, and the argument of the bridge's command. */
const call = <Shape extends z.ZodType>(arg: Shape) =>
  z.object({ frame: z.string().min(1), place: PLACE, arg });

const INVOKE = call(z.object({ functionKey: z.string(), payload: z.unknown().optional() }));
const PANEL = z.object({ place: PLACE });
const CONTEXT = call(z.unknown().optional());
const FETCH_PRODUCT = call(
  z.object({
    product: z.string(),
    restPath: z.string(),
    fetchRequestInit: z
      .object({
        method: z.string().optional(),
        body: z.string().nullish(),
        headers: z.array(z.tuple([z.string(), z.string()])).optional(),
      })
      .optional(),
  }),
);

type Outcome = { readonly result: unknown } | { readonly error: string };

/** The platform's errors go to the screen as Forge gives them: a rejection with a message. */
async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  try {
    return { result: await work };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function fetchInit(init: z.infer<typeof FETCH_PRODUCT>['arg']['fetchRequestInit']) {
  return {
    ...(init?.method !== undefined && { method: init.method }),
    ...(typeof init?.body === 'string' && { body: init.body }),
    ...(init?.headers && { headers: init.headers }),
  };
}

/** How long a place on a site of one's own is taken to be as it was: asking takes a while there, and each call of a screen asks. */
const PLACE_KEPT_MS = 60_000;

/**
 * The bridge's calls that end on the platform. Each rebuilds the context from the place, for the user of the session.
 * @param sawFrame told of the frame of each call, so that the meter knows when the app was opened.
 */
export function bridgeRoutes(site: ShownSite, sawFrame: (frame: string) => void): Record<string, Route> {
  const places =
    site.kind === 'own' ? { ...site, handle: keepAnswers(site.handle, PLACE_KEPT_MS, Date.now) } : site;
  const at = async (request: Parameters<Route>[0], place: z.infer<typeof PLACE>) =>
    await contextOf(place, accountOf(sessionOf(request, site)), places);
  const refuseOffline = (request: Parameters<Route>[0]) => {
    if (!site.faults.current().offline) return;
    request.socket.destroy();
    throw new Refusal(503, 'The site is offline on purpose.');
  };
  return {
    'POST bridge/getContext': async (request) => {
      const { frame, place } = await readBody(request, CONTEXT);
      sawFrame(frame);
      const session = sessionOf(request, site);
      const context = await at(request, place);
      return await outcomeOf(
        Promise.resolve().then(() => site.host.context(context, accountOf(session), session.theme)),
      );
    },
    'POST panel-status': async (request) => {
      const { place } = await readBody(request, PANEL);
      const context = await at(request, place);
      return { status: await site.host.panelStatus(context, accountOf(sessionOf(request, site))) };
    },
    'POST bridge/invoke': async (request) => {
      refuseOffline(request);
      const { frame, place, arg } = await readBody(request, INVOKE);
      sawFrame(frame);
      const context = await at(request, place);
      const outcome = await outcomeOf(site.host.invoke(arg, context, accountOf(sessionOf(request, site))));
      // Queued work is due once the answer is out; the screen does not wait for it.
      setImmediate(() => void site.host.drain().catch(console.error));
      return outcome;
    },
    'POST bridge/fetchProduct': async (request) => {
      refuseOffline(request);
      const { frame, place, arg } = await readBody(request, FETCH_PRODUCT);
      sawFrame(frame);
      await at(request, place);
      const { product, restPath, fetchRequestInit } = arg;
      const accountId = accountOf(sessionOf(request, site));
      return await outcomeOf(
        site.host.fetchProduct(
          { product, restPath, fetchRequestInit: fetchInit(fetchRequestInit) },
          accountId,
        ),
      );
    },
  };
}
