import { readPagesInSight } from '#src/adapters/confluence/pages-in-sight';
import type { RequestConfluence } from '#src/adapters/confluence/access';
import { createAsk, TIME_LIMIT_MS } from '#src/adapters/jira/ask';
import { REAL_TIME } from '#src/adapters/jira/deadline';
import { readWorkItem } from '#src/adapters/jira/work-item/read-work-item';
import type { RiskStorage } from '#src/adapters/storage/risk/entities';
import { listMitigatedBy } from '#src/adapters/storage/work-item/mitigation-index';
import {
  loadWorkItemBoard,
  saveWorkItemBoard,
  type ChoiceStorage,
} from '#src/adapters/storage/work-item/work-item-board';
import { judgingPortsFor, type Platform, type Viewer } from '#src/app';
import {
  glanceAtWorkItem,
  openWorkItem,
  type OpenedWorkItem,
  type OpenWorkItemPorts,
  type WorkItemRequest,
} from '#src/usecases/work-item/open-work-item';
import { readWorkItemRisks, type RiskInSight } from '#src/usecases/work-item/read-work-item-risks';

/** What the work item's panel stands on: Forge, or what stands in for it in tests. */
export interface WorkItemPlatform extends Platform {
  /** Confluence as the user of the invocation: what they may see is what is shown. Called anew for each use case. */
  readonly confluenceAsUser: () => RequestConfluence;
  readonly storage: Platform['storage'] & RiskStorage & ChoiceStorage;
}

/** Everything the app can do for the panel of one work item. Nothing here acts as the app. */
export interface WorkItemApp {
  readonly openWorkItem: (viewer: Viewer, request: WorkItemRequest) => Promise<OpenedWorkItem>;
  /** For the lozenge, as cheaply as it can be. */
  readonly glance: (
    viewer: Viewer,
    request: Pick<WorkItemRequest, 'issueId' | 'projectId'>,
  ) => Promise<OpenedWorkItem>;
  readonly readRisks: (viewer: Viewer, issueId: string) => Promise<readonly RiskInSight[]>;
  readonly log: Platform['log'];
}

/** Puts the panel's adapters and use cases together. Nothing is shared between invocations. */
export function createWorkItemApp(platform: WorkItemPlatform): WorkItemApp {
  const portsFor = (viewer: Viewer): OpenWorkItemPorts => {
    const access = { requestJira: platform.jiraAsUser(), ask: createAsk() };
    const ports = judgingPortsFor(platform, viewer, access);
    const kept = { storage: platform.storage, accountId: viewer.accountId, report: ports.report };
    return {
      ...ports,
      readWorkItem: readWorkItem(access),
      loadWorkItemBoard: loadWorkItemBoard(kept),
      saveWorkItemBoard: saveWorkItemBoard(kept),
    };
  };
  return {
    log: platform.log,
    openWorkItem: async (viewer, request) => await openWorkItem(portsFor(viewer), request),
    glance: async (viewer, request) => await glanceAtWorkItem(portsFor(viewer), request),
    readRisks: async (_viewer, issueId) => {
      const ask = createAsk(TIME_LIMIT_MS, REAL_TIME, 'Confluence');
      const report = (entity: string, key: string) => {
        platform.log({ event: 'stored-value-unreadable', entity, key });
      };
      return await readWorkItemRisks(
        {
          listMitigatedBy: listMitigatedBy({ storage: platform.storage, report }),
          readPages: readPagesInSight({ requestConfluence: platform.confluenceAsUser(), ask }),
        },
        issueId,
      );
    },
  };
}
