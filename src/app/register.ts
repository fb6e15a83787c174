import type { RequestConfluence, WikiAccess } from '#src/adapters/confluence/access';
import { mayEditPage, readPage, readTitles } from '#src/adapters/confluence/pages';
import {
  mayGuestEdit,
  readPageForGuest,
  readTitlesForGuest,
} from '#src/adapters/confluence/pages-for-guests';
import { readAccounts } from '#src/adapters/confluence/people';
import type { RequestJira } from '#src/adapters/jira/access';
import { createAsk, TIME_LIMIT_MS } from '#src/adapters/jira/ask';
import { REAL_TIME } from '#src/adapters/jira/deadline';
import { readIssueFacts } from '#src/adapters/jira/mitigations';
import type { RiskStorage } from '#src/adapters/storage/risk/entities';
import { createPreMortemStore } from '#src/adapters/storage/risk/pre-mortem-store';
import { createRegisterStore } from '#src/adapters/storage/risk/register-store';
import { notingMitigations } from '#src/adapters/storage/work-item/mitigation-index';
import { createApp, type LogEntry, type Platform } from '#src/app';
import { mitigatingIssue } from '#src/domain/risk/mitigation-readiness';
import { ReadFailure } from '#src/ports/read-failure';
import type { ReadMitigations } from '#src/ports/risk/mitigations';
import type { MayEditPage, PageViewer, ReadPage } from '#src/ports/risk/page-access';
import type { PreMortemStore } from '#src/ports/risk/pre-mortem-store';
import type { OpenPorts } from '#src/usecases/risk/open-register';
import type { BoardReading } from '#src/usecases/risk/suggest-risks';

/** What the register stands on: Forge, or what stands in for it in tests. */
export interface RegisterPlatform {
  /** Jira and Confluence as the user of the invocation. Called anew for each. */
  readonly jiraAsUser: () => RequestJira;
  readonly confluenceAsUser: () => RequestConfluence;
  /**
   * Confluence as the app itself: for those whom the platform lets nobody act as (guests, and people who are not logged in), and
   * for schedules. What it may see is never what decides: see `pages-for-guests`.
   */
  readonly confluenceAsApp: () => RequestConfluence;
  readonly storage: RiskStorage & Platform['storage'];
  readonly now: () => Date;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: (entry: LogEntry) => void;
}

/** What the calls of one viewer work with. */
export interface RegisterPorts extends OpenPorts {
  readonly mayEditPage: MayEditPage;
  readonly preMortems: PreMortemStore;
  /** null where nobody is there to read Jira as. */
  readonly boards: BoardReading | null;
  readonly now: () => Date;
}

/** Makes the ports for whoever calls; nothing is shared between invocations. */
export interface RegisterApp {
  readonly portsFor: (viewer: PageViewer) => RegisterPorts;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

/** What Jira and Confluence say beside the register is waited for no longer: the register opens without it. */
const OPTIONAL_LIMIT_MS = 8_000;

const LONGEST_PAUSE_MS = 800;

/** Waits a random time, longer with each attempt, so that two who collided do not collide again. */
export const pauseWith = (random: () => number) => async (attempt: number) => {
  await REAL_TIME.sleep(random() * Math.min(LONGEST_PAUSE_MS, 25 * 2 ** attempt));
};

/** Storage adapters that say in the log where something is that cannot be read, and nothing of what it is. */
export function storageOf({ storage, log }: Pick<RegisterPlatform, 'storage' | 'log'>) {
  const report = (entity: string, key: string) => {
    log({ event: 'stored-value-unreadable', entity, key });
  };
  const access = { storage, report };
  return {
    registers: notingMitigations(createRegisterStore(access), storage),
    preMortems: createPreMortemStore(access),
  };
}

/** Confluence as the app itself. */
export function wikiAsApp({ confluenceAsApp }: Pick<RegisterPlatform, 'confluenceAsApp'>): WikiAccess {
  return { requestConfluence: confluenceAsApp(), ask: createAsk(TIME_LIMIT_MS, REAL_TIME, 'Confluence') };
}

/** The part of an error that may be logged. */
export const nameOf = (error: unknown) =>
  error instanceof ReadFailure ? error.kind : error instanceof Error ? error.name : 'unknown';

/** One page is read once in an invocation, whoever asks. */
function once(read: ReadPage): ReadPage {
  const pages = new Map<string, ReturnType<ReadPage>>();
  return async (pageId) => {
    const page = pages.get(pageId) ?? read(pageId);
    pages.set(pageId, page);
    return await page;
  };
}

/** Pages as the viewer: as the user where there is one, else by asking Confluence about them in the app's name. */
function pagesFor(platform: RegisterPlatform, viewer: PageViewer) {
  if (viewer.kind !== 'licensed') {
    const access = wikiAsApp(platform);
    return {
      readPage: once(readPageForGuest(access, viewer)),
      readTitles: readTitlesForGuest(access, viewer),
      mayEditPage: mayGuestEdit(access, viewer),
      readAccounts: null,
      readMitigations: null,
      boards: null,
    };
  }
  const ask = createAsk(TIME_LIMIT_MS, REAL_TIME, 'Confluence');
  const access = { requestConfluence: platform.confluenceAsUser(), ask };
  const optional = { ...access, ask: createAsk(OPTIONAL_LIMIT_MS, REAL_TIME, 'Confluence') };
  return {
    readPage: once(readPage(access)),
    readTitles: readTitles(access),
    mayEditPage: mayEditPage(access, viewer.accountId),
    readAccounts: readAccounts(optional),
    readMitigations: mitigationsFor(platform),
    boards: boardsFor(platform, viewer.accountId),
  };
}

/** Boards as the viewer, by the same reading as their backlog's health, whose last answer they share. */
function boardsFor(platform: RegisterPlatform, accountId: string): BoardReading {
  const { openBacklog } = createApp(platform);
  const read = readIssueFacts({ requestJira: platform.jiraAsUser(), ask: createAsk(OPTIONAL_LIMIT_MS) });
  return {
    // Nothing is changed in Jira here, so the licence does not matter.
    openBacklog: async (boardId, options) =>
      await openBacklog({ accountId, isLicensed: true }, boardId, options),
    findIssueIds: async (keys) => new Map((await read(keys)).map(({ id, key }) => [key, id])),
  };
}

function mitigationsFor({ jiraAsUser, now }: RegisterPlatform): ReadMitigations {
  const read = readIssueFacts({ requestJira: jiraAsUser(), ask: createAsk(OPTIONAL_LIMIT_MS) });
  return async (issueIds) => {
    const found = new Map((await read(issueIds)).map((issue) => [issue.id, issue]));
    return issueIds.map((issueId) => {
      const issue = found.get(issueId);
      if (issue === undefined) {
        const unknown = { isDone: false, isReady: null, isScheduled: null, landsOn: null };
        return { issueId, isVisible: false, shown: null, ...unknown };
      }
      const { key, summary, status } = issue;
      const shown = { key, summary, status: status.name, statusCategory: status.category };
      return { issueId, shown, ...mitigatingIssue(issue, now()) };
    });
  };
}

/** Puts the register's adapters together. */
export function createRegisterApp(platform: RegisterPlatform): RegisterApp {
  const { now, log, random } = platform;
  return {
    now,
    log,
    portsFor: (viewer) => ({
      ...storageOf(platform),
      ...pagesFor(platform, viewer),
      pause: pauseWith(random),
      now,
      report: (event, error) => {
        log({ event, ...(error !== undefined && { error: nameOf(error) }) });
      },
    }),
  };
}
