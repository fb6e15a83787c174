import { availabilityOf, workingDays } from '#src/domain/sprint/availability';
import { followUp } from '#src/domain/sprint/follow-up';
import { closedOutcome } from '#src/domain/sprint/outcome';
import type { StartedIssue } from '#src/domain/sprint/started-issue';
import type { LoadBoardSettings } from '#src/ports/board-settings';
import type { BoardSetup } from '#src/ports/boards';
import type { LoadHealth } from '#src/ports/kept-health';
import type { DescribeIssues } from '#src/ports/sprint-issues';
import type { BoardSprint, BoardSprints } from '#src/ports/sprint-list';
import type { VersionedNotes } from '#src/ports/sprint-notes';
import { basisOf } from '#src/usecases/answer-basis';
import { NO_WORDS } from '#src/usecases/board-backlog';
import { readClosedSprint, type ClosedSprintPorts } from '#src/usecases/sprint/closed-sprint';
import type { SprintView, ViewedSprint } from '#src/usecases/sprint/opened-sprint';
import {
  closedSpans,
  knownPast,
  pastInHealth,
  unitOfRecords,
  unreadOf,
  type RecallSprintRecords,
} from '#src/usecases/sprint/past-of-team';

export interface ViewStartedPorts extends ClosedSprintPorts {
  readonly describeIssues: DescribeIssues;
  readonly recallRecords: RecallSprintRecords;
  readonly loadSettings: LoadBoardSettings;
  readonly loadHealth: LoadHealth;
  readonly now: () => Date;
}

/** A sprint that was started, among the sprints of its board. */
export interface StartedSprintToView {
  readonly board: Promise<BoardSetup>;
  readonly boardId: number;
  readonly sprint: BoardSprint;
  readonly sprints: BoardSprints;
  readonly notes: Promise<VersionedNotes>;
}

/**
 * Reads a sprint that runs from its change logs, and one that is over from them once; the team's past is what is kept of it. What issues are
 * called is read each time: Jira decides again what the viewer may see.
 */
export async function viewStarted(
  ports: ViewStartedPorts,
  { board: reading, boardId, sprint, sprints, notes }: StartedSprintToView,
): Promise<ViewedSprint> {
  const now = ports.now();
  const spans = closedSpans(sprints.closed);
  const { id, startDate, completeDate, state } = sprint;
  const [board, read, records, kept, settings, said] = await Promise.all([
    reading,
    startDate === null
      ? null
      : reading.then(async (setup) =>
          state === 'closed' && completeDate !== null
            ? await readClosedSprint(ports, setup, { id, startDate, completeDate }, now)
            : await ports.readSprintNow(setup, { id, startDate, completeDate }, now),
        ),
    reading.then((setup) => ports.recallRecords(setup, spans)),
    ports.loadHealth(boardId),
    ports.loadSettings(boardId),
    notes,
  ]);
  const health = pastInHealth(kept, basisOf(board, settings.settings.checks));
  const unit = health?.unit ?? unitOfRecords(board, read === null ? records : [...records, read.record]);
  const past = knownPast(records, unreadOf(spans, records), health?.delivered ?? [], unit);
  if (read === null) return { unit, view: null, past, missing: [], words: NO_WORDS };

  const described = await ports.describeIssues(
    board,
    read.issues.map(({ issueId }) => issueId),
  );
  const issues = read.issues.map((issue): StartedIssue => ({
    id: issue.issueId,
    key: issue.key,
    list: issue.list,
    wasAdded: issue.wasAdded,
    estimateAtStart: issue.estimateAtStart,
    estimateAtEnd: issue.estimateAtEnd,
    isCarriedIn: issue.wasCarriedIn,
    isFlagged: described.get(issue.issueId)?.isFlagged ?? false,
    startedWork: issue.startedWork,
  }));
  const view = (): SprintView => {
    if (state === 'closed') {
      return { state, outcome: closedOutcome(read.record, issues, past.team) };
    }
    const availability = availabilityOf(said.notes, workingDays(sprint, null));
    const running = { record: read.record, issues, endDate: sprint.endDate, availability };
    return { state: 'active', followUp: followUp(running, past.team, now) };
  };
  const words = Object.fromEntries(
    [...described].map(([issueId, { summary, type }]) => [issueId, { summary, type }]),
  );
  return { unit, view: view(), past, missing: [], words: { ...NO_WORDS, issues: words } };
}
