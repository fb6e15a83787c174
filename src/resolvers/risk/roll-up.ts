import { z } from 'zod';

import type { RollUpApp } from '#src/app/roll-up';
import { OVERVIEW_CALLS, type OverviewCall, type ResponseOf } from '#src/contract/index';
import { dayIn } from '#src/domain/risk/calendar';
import { BadCursorError } from '#src/ports/risk/register-store';
import { refusal, toFailure, type CallResolver } from '#src/resolvers/answer-call';
import { toWire } from '#src/resolvers/risk/to-wire';
import { ID, viewerOf, zoneOf } from '#src/resolvers/risk/visit';
import { rollUpRegisters } from '#src/usecases/risk/roll-up';

const CALL = 'roll-up-registers';

/**
 * What the invocation of a space page or of a global page says of itself; all of it is the platform's.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/confluence-space-page/
 */
const CONTEXT = z.object({
  accountId: z.string().optional(),
  accountType: z.string().optional(),
  timezone: z.string().optional(),
  extension: z.discriminatedUnion('type', [
    z.object({ type: z.literal('confluence:spacePage'), space: z.object({ id: ID }) }),
    z.object({ type: z.literal('confluence:globalPage') }),
  ]),
});

type Visit = z.infer<typeof CONTEXT>;

/** null for the page of the whole site. */
const spaceOf = ({ extension }: Visit) =>
  extension.type === 'confluence:spacePage' ? extension.space.id : null;

/**
 * The resolver of the pages over many registers. They are for users of Confluence, as whom it can be asked what they may see;
 * a guest and somebody who is not logged in are refused. Nothing is changed, so no licence is needed.
 */
export function rollUpResolvers(app: RollUpApp): {
  readonly [C in OverviewCall]: CallResolver<ResponseOf<C>>;
} {
  return {
    [CALL]: async ({ payload, context }) => {
      const visit = CONTEXT.safeParse(context).data;
      if (visit === undefined) return refusal('bad-request', `${CALL}: not called from a page of the app.`);
      if (viewerOf(visit).kind !== 'licensed')
        return refusal('no-access', 'No user of Confluence is logged in.');
      const request = OVERVIEW_CALLS[CALL].request.safeParse(payload).data;
      if (request?.spaceId !== spaceOf(visit)) return refusal('bad-request', `${CALL}: not as agreed.`);
      try {
        const asOf = app.now().toISOString();
        const today = dayIn(zoneOf(visit.timezone), asOf);
        const page = await rollUpRegisters(app.portsFor(), request, today);
        return { ok: true, data: toWire({ ...page, today, asOf }) };
      } catch (error) {
        if (error instanceof BadCursorError) return refusal('bad-request', `${CALL}: ${error.message}`);
        return { ok: false, error: toFailure(app, CALL, error) };
      }
    },
  };
}
