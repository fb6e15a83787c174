import { z } from 'zod';

import type { DashboardApp } from '#src/app/dashboard';
import { DASHBOARD_CALLS, type DashboardCall, type ResponseOf } from '#src/contract/index';
import { dayIn } from '#src/domain/risk/calendar';
import { answerCall, type CallResolver } from '#src/resolvers/answer-call';
import { glanceAtBoard } from '#src/resolvers/dashboard/glance-at-board';
import { listHighRisks } from '#src/resolvers/dashboard/list-high-risks';
import { zoneOf } from '#src/resolvers/risk/visit';

/** What the platform says of the viewer's time. */
const TIME = z.object({ timezone: z.string().optional() });

/** A resolver for every call of the widgets. They change nothing, so that no licence is needed. */
export function dashboardResolvers(app: DashboardApp): {
  readonly [C in DashboardCall]: CallResolver<ResponseOf<C>>;
} {
  const calls = DASHBOARD_CALLS;
  return {
    'glance-at-board': answerCall(
      app,
      'glance-at-board',
      'reads',
      calls['glance-at-board'].request,
      glanceAtBoard,
    ),
    'list-high-risks': async (invocation) => {
      const zone = zoneOf(TIME.safeParse(invocation.context).data?.timezone);
      return await answerCall<{ spaceId: string }, ResponseOf<'list-high-risks'>, DashboardApp>(
        app,
        'list-high-risks',
        'reads',
        calls['list-high-risks'].request,
        async (_app, _viewer, { spaceId }) =>
          await listHighRisks(app, spaceId, dayIn(zone, app.now().toISOString())),
      )(invocation);
    },
  };
}
