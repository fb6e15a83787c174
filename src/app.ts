import type { JiraAccess, RequestJira } from '#src/adapters/jira/access';
import {
  mayAdministerBoard,
  mayAdministerProject,
  readProjectOfBoard,
} from '#src/adapters/jira/administration';
import { createAsk } from '#src/adapters/jira/ask';
import { findInSprints, findOnBoard, readBacklogPage, readSprintIssues } from '#src/adapters/jira/backlog';
import { linkBlocker, unlinkBlocker } from '#src/adapters/jira/blocker-links';
import { listBoards, readBoard } from '#src/adapters/jira/board';
import { readDocument, writeDocument, writePriority } from '#src/adapters/jira/edit-issue';
import { writeEstimate } from '#src/adapters/jira/estimate';
import { probeIssues, readActiveSprints } from '#src/adapters/jira/probe';
import { readDescriptions, readIssue } from '#src/adapters/jira/single-issue';
import { readFields, readPriorities } from '#src/adapters/jira/site';
import { readSprintHistory } from '#src/adapters/jira/sprint-history';
import { readPractice } from '#src/adapters/jira/sprint-practice';
import { readClosedSprints, readOpenSprints } from '#src/adapters/jira/sprints';
import { readThroughput } from '#src/adapters/jira/throughput';
import { loadHealth, saveHealth, type HealthStorage } from '#src/adapters/storage/kept-health';
import {
  loadSprintOutcomes,
  saveSprintOutcomes,
  type BatchStorage,
} from '#src/adapters/storage/sprint-outcomes';
import {
  hasProjectLayers,
  loadLayer,
  recallProjectOfBoard,
  rememberProjectOfBoard,
  saveLayer,
  type SettingsStorage,
} from '#src/adapters/storage/setting-layers';
import { loadSprintRecords } from '#src/adapters/storage/sprint-records';
import type { BoardSummary } from '#src/ports/boards';
import { listProjectBoards } from '#src/usecases/list-project-boards';
import { mendIssue, type Mended, type MendRequest } from '#src/usecases/mend-issue';
import { openBacklog, type OpenedBacklog } from '#src/usecases/open-backlog';
import { probeBacklog, type Probed } from '#src/usecases/probe-backlog';
import { saveBoardSettings, type SettingsRequest } from '#src/usecases/save-board-settings';
import { loadSettingsOf, type LayersPorts } from '#src/usecases/settings/layers-of-board';
import { orAsItComes } from '#src/usecases/settings-as-they-come';
import { showBoardSettings, type ShownSettings } from '#src/usecases/show-board-settings';
import type { BesideOpening } from '#src/usecases/trend/beside-opening';

/** Who asks, as the platform says, and whether they may change something. */
export interface Viewer {
  readonly accountId: string;
  readonly isLicensed: boolean;
}

/** One line of the app's log: what happened, never what was read. */
export type LogEntry = Readonly<Record<string, string | readonly string[]>> & { readonly event: string };

/** What the app stands on: Forge, or what stands in for it in tests. */
export interface Platform {
  /** Jira as the user of the invocation. Called anew for each use case. */
  readonly jiraAsUser: () => RequestJira;
  readonly storage: BatchStorage & HealthStorage & SettingsStorage;
  readonly now: () => Date;
  readonly log: (entry: LogEntry) => void;
}

/** Everything the app can do for a screen. */
export interface App {
  readonly openBacklog: (
    viewer: Viewer,
    boardId: number,
    options: { readonly mayBeKept: boolean },
  ) => Promise<OpenedBacklog>;
  readonly probeBacklog: (viewer: Viewer, boardId: number) => Promise<Probed>;
  readonly mendIssue: (viewer: Viewer, request: MendRequest) => Promise<Mended>;
  readonly showBoardSettings: (viewer: Viewer, boardId: number) => Promise<ShownSettings>;
  readonly saveBoardSettings: (
    viewer: Viewer,
    request: Omit<SettingsRequest, 'by'>,
  ) => Promise<ShownSettings>;
  readonly listProjectBoards: (viewer: Viewer, projectId: string) => Promise<readonly BoardSummary[]>;
  readonly log: (entry: LogEntry) => void;
}

/** What is set for boards and above them, in the storage of the site; which project a board is of is asked as `access` asks. */
function layersFor(
  storage: SettingsStorage,
  access: JiraAccess,
  report: (error: unknown) => void,
): LayersPorts {
  const kept = { storage, report };
  return {
    loadLayer: loadLayer(kept),
    hasProjectLayers: hasProjectLayers(kept),
    recallProjectOfBoard: recallProjectOfBoard(kept),
    rememberProjectOfBoard: rememberProjectOfBoard(kept),
    readProjectOfBoard: readProjectOfBoard(access),
  };
}

/** What one use case works with: one user's Jira and their part of the storage. */
export function portsFor(
  { jiraAsUser, storage, now, log }: Platform,
  { accountId }: Viewer,
  access: JiraAccess = { requestJira: jiraAsUser(), ask: createAsk() },
) {
  const report = (error: unknown) => {
    log({ event: 'storage-failed', error: error instanceof Error ? error.name : 'unknown' });
  };
  const kept = { storage, accountId, report };
  const layers = layersFor(storage, access, report);
  return {
    now,
    report,
    ...layers,
    saveLayer: saveLayer({ storage }),
    loadSettings: loadSettingsOf(layers),
    loadHealth: loadHealth(kept),
    saveHealth: saveHealth(kept),
    loadSprintOutcomes: loadSprintOutcomes(kept),
    saveSprintOutcomes: saveSprintOutcomes(kept),
    readBoard: readBoard(access),
    listBoards: listBoards(access),
    readOpenSprints: readOpenSprints(access),
    readClosedSprints: readClosedSprints(access),
    readActiveSprints: readActiveSprints(access),
    readSprintIssues: readSprintIssues(access),
    readBacklogPage: readBacklogPage(access),
    readSprintHistory: readSprintHistory(access),
    readPractice: readPractice(access),
    loadSprintRecords: loadSprintRecords(kept),
    readThroughput: readThroughput(access),
    readFields: readFields(access),
    readPriorities: readPriorities(access),
    readIssue: readIssue(access),
    readDescriptions: readDescriptions(access),
    findInSprints: findInSprints(access),
    findOnBoard: findOnBoard(access),
    probeIssues: probeIssues(access),
    mayAdministerBoard: mayAdministerBoard(access),
    mayAdministerProject: mayAdministerProject(access),
    edits: {
      writeEstimate: writeEstimate(access),
      writePriority: writePriority(access),
      readDocument: readDocument(access),
      writeDocument: writeDocument(access),
      linkBlocker: linkBlocker(access),
      unlinkBlocker: unlinkBlocker(access),
    },
  };
}

/** The same for whom settings are no more than a way to judge. */
export function judgingPortsFor(platform: Platform, viewer: Viewer, access?: JiraAccess) {
  const ports = portsFor(platform, viewer, access);
  return { ...ports, loadSettings: orAsItComes(ports.loadSettings, ports.report) };
}

/**
 * Puts adapters and use cases together. Nothing is shared between invocations: warm processes serve many sites.
 * @param beside what is done beside each opening of a backlog; without it nothing is.
 */
export function createApp(platform: Platform, beside?: () => BesideOpening): App {
  const judging = (viewer: Viewer) => judgingPortsFor(platform, viewer);
  return {
    log: platform.log,
    openBacklog: async (viewer, boardId, options) =>
      await openBacklog({ ...judging(viewer), ...(beside && { beside: beside() }) }, boardId, options),
    probeBacklog: async (viewer, boardId) =>
      await probeBacklog({ ...portsFor(platform, viewer), ...(beside && { beside: beside() }) }, boardId),
    mendIssue: async (viewer, request) => await mendIssue(judging(viewer), request),
    showBoardSettings: async (viewer, boardId) =>
      await showBoardSettings(portsFor(platform, viewer), boardId),
    saveBoardSettings: async (viewer, request) =>
      await saveBoardSettings(portsFor(platform, viewer), { ...request, by: viewer.accountId }),
    listProjectBoards: async (viewer, projectId) =>
      await listProjectBoards(portsFor(platform, viewer), projectId),
  };
}
