import type { WikiAccess } from '#src/adapters/confluence/access';
import { readPagesInSight } from '#src/adapters/confluence/pages-in-sight';
import { isPageUnrestricted } from '#src/adapters/confluence/read-restrictions';
import type { JiraAccess, RequestJira } from '#src/adapters/jira/access';
import { createAsk } from '#src/adapters/jira/ask';
import { findBoardsNamed } from '#src/adapters/jira/jql-functions/boards-named';
import { listPrecomputations, updatePrecomputations } from '#src/adapters/jira/jql-functions/precomputations';
import {
  functionUse,
  recallBoard,
  rememberBoard,
  type FunctionStorage,
} from '#src/adapters/storage/jql/function-memory';
import { judgingPortsFor, type Viewer } from '#src/app';
import { nameOf, storageOf, wikiAsApp, type RegisterPlatform } from '#src/app/register';
import type { FunctionUse } from '#src/ports/jql';
import { clauseComputer, type ComputeClausePorts } from '#src/usecases/jql/compute-clause';
import type { RefreshClausesPorts } from '#src/usecases/jql/refresh-clauses';

/** What the search functions stand on: Forge, or what stands in for it in tests. */
export interface JqlPlatform extends RegisterPlatform {
  /**
   * Jira as the app itself. Jira names no user to a function, and keeps its answer for everybody: so there is nobody to act as. What is
   * answered are ids of issues, of which Jira shows each searcher only what they may see, and words that say nothing of the site.
   */
  readonly jiraAsApp: () => RequestJira;
  readonly storage: RegisterPlatform['storage'] & FunctionStorage;
}

/** Keeps what the app judged for itself apart from what it judged for people: no account has this id. */
const APP: Viewer = { accountId: 'app', isLicensed: true };

/** Jira waits 25 seconds for a function and shows its searcher nothing meanwhile; the schedule has time for as much. */
const JUDGING_LIMIT_MS = 20_000;

function computing(platform: JqlPlatform): ComputeClausePorts {
  const { storage, log, jiraAsApp } = platform;
  const report = (error: unknown) => {
    log({ event: 'storage-failed', error: nameOf(error) });
  };
  return {
    judging: () => {
      // Nobody is there to act as: see `jiraAsApp`.
      const access: JiraAccess = { requestJira: jiraAsApp(), ask: createAsk(JUDGING_LIMIT_MS) };
      const memory = { storage, report };
      return {
        ...judgingPortsFor(platform, APP, access),
        findBoardsNamed: findBoardsNamed(access),
        recallBoard: recallBoard(memory),
        rememberBoard: rememberBoard(memory),
      };
    },
    mitigating: () => {
      // As the app, and of what it may see only pages that nobody is kept from reading: the answer is for everybody.
      const access: WikiAccess = wikiAsApp(platform);
      return {
        registers: storageOf(platform).registers,
        readPages: readPagesInSight(access),
        isPageUnrestricted: isPageUnrestricted(access),
      };
    },
  };
}

/** What the functions' handlers work with. Nothing is shared between invocations. */
export interface JqlApp {
  readonly compute: () => ReturnType<typeof clauseComputer>;
  readonly use: FunctionUse;
  readonly log: JqlPlatform['log'];
}

export function createJqlApp(platform: JqlPlatform): JqlApp {
  return {
    compute: () => clauseComputer(computing(platform)),
    use: functionUse(platform.storage),
    log: platform.log,
  };
}

/** What the schedule works with, but for the words of its answers. */
export function refreshingPorts(platform: JqlPlatform): Omit<RefreshClausesPorts, 'write'> {
  const { storage, now, log, jiraAsApp } = platform;
  const access = (): JiraAccess => ({ requestJira: jiraAsApp(), ask: createAsk() });
  return {
    use: functionUse(storage),
    // Only the app itself may see and set what Jira keeps for its functions.
    listPrecomputations: async (usedSince) => await listPrecomputations(access())(usedSince),
    updatePrecomputations: async (updates) => {
      await updatePrecomputations(access())(updates);
    },
    compute: clauseComputer(computing(platform)),
    now,
    report: (event, error) => {
      log({ event, ...(error !== undefined && { error: nameOf(error) }) });
    },
  };
}
