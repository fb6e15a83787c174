import type { RequestConfluence } from '#src/adapters/confluence/access';
import { readPagesInSight } from '#src/adapters/confluence/pages-in-sight';
import { mayAdministerSpace } from '#src/adapters/confluence/space-administration';
import type { RequestJira } from '#src/adapters/jira/access';
import { createAsk, TIME_LIMIT_MS } from '#src/adapters/jira/ask';
import { REAL_TIME } from '#src/adapters/jira/deadline';
import { mayAdministerSite } from '#src/adapters/jira/site-administration';
import { readRows, type TransferStorage } from '#src/adapters/storage/transfer/read-rows';
import { writeRows } from '#src/adapters/storage/transfer/write-rows';
import type { PeopleStorage } from '#src/adapters/storage/privacy/erase-row';
import type { LogEntry } from '#src/app';
import { cyclesOf } from '#src/app/privacy';
import type { Cycle } from '#src/ports/privacy/cycle-store';
import type { MayAdministerSite } from '#src/ports/transfer/administration';
import type { ExportPorts } from '#src/usecases/transfer/export-data';
import type { ImportPorts } from '#src/usecases/transfer/import-data';

/** What exports and imports stand on: Forge, or what stands in for it in tests. Nothing here acts as the app. */
export interface TransferPlatform {
  /** Jira and Confluence as the user of the invocation. Called anew for each use case. */
  readonly jiraAsUser: () => RequestJira;
  readonly confluenceAsUser: () => RequestConfluence;
  readonly storage: TransferStorage & PeopleStorage;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

/** What the calls of one administrator work with. */
export interface TransferApp {
  readonly portsFor: () => ExportPorts & ImportPorts;
  readonly mayAdministerSite: MayAdministerSite;
  readonly loadCycle: () => Promise<Cycle | null>;
  readonly log: (entry: LogEntry) => void;
}

/** Puts the adapters together. Nothing is shared between invocations. */
export function createTransferApp(platform: TransferPlatform): TransferApp {
  const { jiraAsUser, confluenceAsUser, storage, now, log } = platform;
  const administersSite: MayAdministerSite = async () =>
    await mayAdministerSite({ requestJira: jiraAsUser(), ask: createAsk() })();
  return {
    log,
    mayAdministerSite: administersSite,
    loadCycle: cyclesOf(platform).load,
    portsFor: () => {
      const ask = createAsk(TIME_LIMIT_MS, REAL_TIME, 'Confluence');
      const wiki = { requestConfluence: confluenceAsUser(), ask };
      return {
        store: { readRows: readRows(storage), ...writeRows(storage) },
        mayAdministerSite: administersSite,
        mayAdministerSpace: mayAdministerSpace(wiki),
        readPages: readPagesInSight(wiki),
        now,
      };
    },
  };
}
