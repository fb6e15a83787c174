import { maySeeSpace, readPagesInSight } from '#src/adapters/confluence/pages-in-sight';
import { createAsk, TIME_LIMIT_MS } from '#src/adapters/jira/ask';
import { REAL_TIME } from '#src/adapters/jira/deadline';
import { listSummaries } from '#src/adapters/storage/risk/summaries';
import type { RegisterPlatform } from '#src/app/register';
import type { RollUpPorts } from '#src/usecases/risk/roll-up';

/** What the pages over many registers stand on. */
export interface RollUpApp {
  /** For the user of the invocation; nothing is shared between invocations. */
  readonly portsFor: () => RollUpPorts;
  readonly now: RegisterPlatform['now'];
  readonly log: RegisterPlatform['log'];
}

/** Puts the adapters together. Confluence is asked as the user alone: what they may see is what is shown. */
export function createRollUpApp({
  confluenceAsUser,
  storage,
  now,
  log,
}: Pick<RegisterPlatform, 'confluenceAsUser' | 'storage' | 'now' | 'log'>): RollUpApp {
  const report = (entity: string, key: string) => {
    log({ event: 'stored-value-unreadable', entity, key });
  };
  return {
    now,
    log,
    portsFor: () => {
      const access = {
        requestConfluence: confluenceAsUser(),
        ask: createAsk(TIME_LIMIT_MS, REAL_TIME, 'Confluence'),
      };
      return {
        listSummaries: listSummaries({ storage, report }),
        readPages: readPagesInSight(access),
        maySeeSpace: maySeeSpace(access),
      };
    },
  };
}
