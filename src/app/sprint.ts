import { createAsk } from '#src/adapters/jira/ask';
import { moveIssues, rankBefore, writeGoal } from '#src/adapters/jira/sprint-changes';
import { readBoardSprints, readSprint } from '#src/adapters/jira/sprint-list';
import { findPlaces } from '#src/adapters/jira/sprint-places';
import { describeIssues, readPlannedIssues } from '#src/adapters/jira/sprint-plan';
import { readSprintRights } from '#src/adapters/jira/sprint-rights';
import { loadSprintNotes, saveSprintNotes as storeSprintNotes } from '#src/adapters/storage/sprint-notes';
import { judgingPortsFor, type LogEntry, type Platform, type Viewer } from '#src/app';
import { sprintPastOf } from '#src/app/sprint-past';
import { moveBetweenSprints, type MovedIssues, type MoveRequest } from '#src/usecases/sprint/move-issues';
import { openSprint } from '#src/usecases/sprint/open-sprint';
import type { OpenedSprint } from '#src/usecases/sprint/opened-sprint';
import type { KnownPast } from '#src/usecases/sprint/past-of-team';
import { readSprintPast } from '#src/usecases/sprint/read-sprint-past';
import { saveSprintNotes, type NotesRequest, type NotesSaved } from '#src/usecases/sprint/save-sprint-notes';
import type { BesideOpening } from '#src/usecases/trend/beside-opening';
import { setGoal, type GoalRequest, type GoalSet } from '#src/usecases/sprint/set-goal';

/** Everything the app can do for the sprint's screen. */
export interface SprintApp {
  readonly openSprint: (viewer: Viewer, boardId: number, sprintId: number | null) => Promise<OpenedSprint>;
  readonly readSprintPast: (viewer: Viewer, boardId: number) => Promise<KnownPast>;
  readonly saveSprintNotes: (viewer: Viewer, request: Omit<NotesRequest, 'by'>) => Promise<NotesSaved>;
  readonly setGoal: (viewer: Viewer, request: GoalRequest) => Promise<GoalSet>;
  readonly moveIssues: (viewer: Viewer, request: MoveRequest) => Promise<MovedIssues>;
  readonly log: (entry: LogEntry) => void;
}

/** What the sprint's use cases work with: one user's Jira and the storage. Nothing here acts as the app. */
function sprintPortsFor(platform: Platform, viewer: Viewer) {
  const access = { requestJira: platform.jiraAsUser(), ask: createAsk() };
  const shared = judgingPortsFor(platform, viewer, access);
  const notes = { storage: platform.storage, report: shared.report };
  return {
    ...shared,
    ...sprintPastOf(platform, viewer, { access, readBoard: shared.readBoard }),
    readBoardSprints: readBoardSprints(access),
    readSprint: readSprint(access),
    readSprintRights: readSprintRights(access),
    readPlannedIssues: readPlannedIssues(access),
    describeIssues: describeIssues(access),
    findPlaces: findPlaces(access),
    writeGoal: writeGoal(access),
    moveIssues: moveIssues(access),
    rankBefore: rankBefore(access),
    loadSprintNotes: loadSprintNotes(notes),
    saveSprintNotes: storeSprintNotes(notes),
  };
}

/** What is done beside the opening of a sprint. */
export interface BesideSprint {
  /** Notes that the board is in use, once `seen` tells that Jira shows it to the viewer. */
  readonly note: BesideOpening['note'];
  readonly keepScope: (opened: OpenedSprint) => Promise<void>;
}

/**
 * Puts the sprint's adapters and use cases together. Nothing is shared between invocations.
 * @param beside what is done beside each opening; without it nothing is.
 */
export function createSprintApp(platform: Platform, beside?: () => BesideSprint): SprintApp {
  const portsFor = (viewer: Viewer) => sprintPortsFor(platform, viewer);
  return {
    log: platform.log,
    openSprint: async (viewer, boardId, sprintId) => {
      const aside = beside?.();
      const opening = openSprint(portsFor(viewer), boardId, sprintId);
      const [opened] = await Promise.all([opening, aside?.note(boardId, opening)]);
      await aside?.keepScope(opened);
      return opened;
    },
    readSprintPast: async (viewer, boardId) => await readSprintPast(portsFor(viewer), boardId),
    saveSprintNotes: async (viewer, request) =>
      await saveSprintNotes(portsFor(viewer), { ...request, by: viewer.accountId }),
    setGoal: async (viewer, request) => await setGoal(portsFor(viewer), request),
    moveIssues: async (viewer, request) => await moveBetweenSprints(portsFor(viewer), request),
  };
}
