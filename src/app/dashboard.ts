import { maySeeSpace, readPagesInSight } from '#src/adapters/confluence/pages-in-sight';
import { createAsk, TIME_LIMIT_MS } from '#src/adapters/jira/ask';
import { REAL_TIME } from '#src/adapters/jira/deadline';
import { judgingPortsFor, type Viewer } from '#src/app';
import { storageOf, type RegisterPlatform } from '#src/app/register';
import { glanceAtBoard, type Glance } from '#src/usecases/dashboard/glance-at-board';
import type { LiveRisksPorts } from '#src/usecases/risk/list-live-risks';

/** What the widgets of dashboards stand on. Nothing here acts as the app. */
export type DashboardPlatform = Pick<
  RegisterPlatform,
  'jiraAsUser' | 'confluenceAsUser' | 'storage' | 'now' | 'log'
>;

/** Everything the app can do for a widget. */
export interface DashboardApp {
  readonly glanceAtBoard: (
    viewer: Viewer,
    boardId: number,
    options: { readonly isRefreshing: boolean },
  ) => Promise<Glance>;
  /** For the user of the invocation. */
  readonly riskPorts: () => LiveRisksPorts;
  readonly now: () => Date;
  readonly log: DashboardPlatform['log'];
}

/** Risks as the user of the invocation: what Confluence shows them is what is answered. */
export function liveRiskPorts(
  platform: Pick<DashboardPlatform, 'confluenceAsUser' | 'storage' | 'log'>,
): LiveRisksPorts {
  const access = {
    requestConfluence: platform.confluenceAsUser(),
    ask: createAsk(TIME_LIMIT_MS, REAL_TIME, 'Confluence'),
  };
  const { registers } = storageOf(platform);
  return {
    registers,
    listSummaries: async (spaceId, cursor) => await registers.listSummaries(spaceId, cursor),
    readPages: readPagesInSight(access),
    maySeeSpace: maySeeSpace(access),
  };
}

/** Puts the widgets' adapters and use cases together. Nothing is shared between invocations. */
export function createDashboardApp(platform: DashboardPlatform): DashboardApp {
  return {
    now: platform.now,
    log: platform.log,
    glanceAtBoard: async (viewer, boardId, options) =>
      await glanceAtBoard(judgingPortsFor(platform, viewer), boardId, options),
    riskPorts: () => liveRiskPorts(platform),
  };
}
