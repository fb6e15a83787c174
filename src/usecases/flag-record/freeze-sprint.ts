import { assessBacklog, type BacklogReading } from '#src/domain/backlog/assess-backlog';
import { CHECK_IDS } from '#src/domain/backlog/checks/index';
import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import { SPRINTS_CONSIDERED } from '#src/domain/capacity/sprint-history';
import { freezeIssues } from '#src/domain/flag-record/freeze-issues';
import type { SprintScope } from '#src/domain/trend/board-day';
import type { BoardToRead, ListedIssue, ReadDescriptions, ReadSprintIssues } from '#src/ports/backlog';
import type { LoadBoardSettings } from '#src/ports/board-settings';
import type { ReadBoard } from '#src/ports/boards';
import type { IsFrozen, KeepFreeze } from '#src/ports/flag-record';
import type { ReadFields, ReadPriorities } from '#src/ports/site';
import type { BoardSprint, BoardSprints, ReadBoardSprints } from '#src/ports/sprint-list';
import { boardToRead } from '#src/usecases/board-to-read';
import { findUnderWay, type FindUnderWayPorts } from '#src/usecases/find-under-way';
import { rulesOfChecks } from '#src/usecases/flag-record/rules-of-checks';
import { placeBlockers, unreadBlockers } from '#src/usecases/place-blockers';
import { MOST_PARENTS, parentsToRead, withParents } from '#src/usecases/read-parents';
import {
  byItems,
  completeHistory,
  isUnestimated,
  recallHistory,
  sprintsToRead,
  unitOf,
  type HistoryPorts,
} from '#src/usecases/read-team-history';
import { closedSpans } from '#src/usecases/sprint/past-of-team';

export interface FreezeSprintPorts extends HistoryPorts, FindUnderWayPorts {
  readonly readBoard: ReadBoard;
  readonly readBoardSprints: ReadBoardSprints;
  readonly readFields: ReadFields;
  readonly readPriorities: ReadPriorities;
  readonly readSprintIssues: ReadSprintIssues;
  readonly readDescriptions: ReadDescriptions;
  readonly loadSettings: LoadBoardSettings;
  readonly isFrozen: IsFrozen;
  readonly keepFreeze: KeepFreeze;
  /** Keeps what the sprint was started with for the trend; it never fails. */
  readonly noteStart: (boardId: number, startedAt: Date, scope: SprintStart) => Promise<void>;
  readonly now: () => Date;
}

/** `kept`: it was frozen before. `not-running`: the board shows no such active sprint. `too-late`: half of it is over. */
export type FreezeOutcome = 'frozen' | 'kept' | 'not-running' | 'too-late';

/** What a sprint was started with, in the board's unit. */
export type SprintStart = Omit<SprintScope, 'added' | 'removed'>;

/** Later the sprint's scope is no longer what it was started with. */
const JUST_STARTED_MS = 3_600_000;

/** More than teams plan for a sprint: one page is nearly always all. */
const PAGE = 100;

const DAY_MS = 86_400_000;

/** What is taken for the length of a sprint whose end nobody planned. */
const USUAL_DAYS = 14;

/** What was flagged in the middle of a sprint says little of how well it was prepared. */
function isTooLate({ startDate, endDate }: BoardSprint, now: Date): boolean {
  if (startDate === null) return false;
  const start = Date.parse(startDate);
  const end = endDate === null ? start + USUAL_DAYS * DAY_MS : Date.parse(endDate);
  return now.getTime() > (start + end) / 2;
}

/** All issues of the sprint that are not done, in rank order; epics and sub-tasks are left out, as in the panel. */
async function readIssues(
  { readSprintIssues }: FreezeSprintPorts,
  board: BoardToRead,
  sprintId: number,
): Promise<readonly ListedIssue[]> {
  const issues: ListedIssue[] = [];
  let next: string | null = null;
  do {
    const page: Awaited<ReturnType<ReadSprintIssues>> = await readSprintIssues(board, [sprintId], next, PAGE);
    issues.push(...page.issues);
    ({ next } = page);
  } while (next !== null);
  return issues.filter(({ issueType }) => issueType.level === 0);
}

/** What the team delivered in its last sprints, in the unit that it is counted in. */
async function readPast(
  ports: FreezeSprintPorts,
  board: BoardToRead,
  { closed }: BoardSprints,
  issues: readonly ListedIssue[],
) {
  const complete = async (past: ReturnType<typeof sprintsToRead>) =>
    await completeHistory(ports, past, await recallHistory(ports, past));
  const past = sprintsToRead(board, closedSpans(closed), true);
  const outcomes = await complete(past);
  if (!isUnestimated(past, outcomes, issues)) return { past, outcomes };
  const counted = byItems(past);
  return { past: counted, outcomes: await complete(counted) };
}

/** The sprint's issues with all that the checks need, read as if it were still the next sprint. */
async function readSprint(
  ports: FreezeSprintPorts,
  sprint: BoardSprint,
  {
    board,
    sprints,
    settings,
    now,
  }: {
    readonly board: BoardToRead;
    readonly sprints: BoardSprints;
    readonly settings: CheckSettings;
    readonly now: Date;
  },
): Promise<BacklogReading> {
  const running = sprints.open.filter(({ id, state }) => state === 'active' && id !== sprint.id);
  const [issues, priorities] = await Promise.all([
    readIssues(ports, board, sprint.id),
    ports.readPriorities(),
  ]);
  const [{ past, outcomes }, underWay] = await Promise.all([
    readPast(ports, board, sprints, issues),
    findUnderWay(
      ports,
      board,
      unreadBlockers(issues),
      running.map(({ id }) => id),
    ),
  ]);
  const placed = placeBlockers(issues, underWay);
  const reading = (descriptions: Parameters<typeof withParents>[1]): BacklogReading => ({
    issues: withParents(placed, descriptions),
    isWholeBacklog: false,
    history: outcomes,
    period: past.period,
    unit: unitOf(past),
    priorities,
    now,
  });
  const { issues: assessed } = assessBacklog(reading(new Map()), settings);
  const parents = parentsToRead(assessed).slice(0, MOST_PARENTS);
  return reading(await ports.readDescriptions(parents));
}

/** Of several running sprints none is the board's, and what was read hours later is not what the sprint was started with. */
async function noteStart(
  ports: FreezeSprintPorts,
  boardId: number,
  {
    sprint: { id, startDate },
    sprints,
    reading: { issues, unit },
    now,
  }: {
    readonly sprint: BoardSprint;
    readonly sprints: BoardSprints;
    readonly reading: BacklogReading;
    readonly now: Date;
  },
): Promise<void> {
  if (startDate === null || now.getTime() - Date.parse(startDate) > JUST_STARTED_MS) return;
  if (sprints.open.filter(({ state }) => state === 'active').length > 1) return;
  const points = issues.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0);
  const committed = unit === 'points' ? points : issues.length;
  await ports.noteStart(boardId, new Date(startDate), {
    sprintId: id,
    unit,
    committed,
    issuesSeen: issues.length,
  });
}

/**
 * Freezes what the checks say of a sprint that has just started, once for each board: the first freeze stays, however often the sprint is
 * started. Nothing is gone without: where Jira refuses a part for now, nothing is frozen, and a later run tries again.
 * @throws ReadFailure when Jira does not answer as it should, or the board is not shown.
 */
export async function freezeSprint(
  ports: FreezeSprintPorts,
  boardId: number,
  sprintId: number,
): Promise<FreezeOutcome> {
  if (await ports.isFrozen(boardId, sprintId)) return 'kept';
  const now = ports.now();
  const sprints = await ports.readBoardSprints(boardId, SPRINTS_CONSIDERED);
  const sprint = sprints?.open.find(({ id, state }) => id === sprintId && state === 'active');
  if (!sprints || !sprint) return 'not-running';
  if (isTooLate(sprint, now)) return 'too-late';
  const [setup, fields, { settings }] = await Promise.all([
    ports.readBoard(boardId),
    ports.readFields(),
    ports.loadSettings(boardId),
  ]);
  const { checks } = settings;
  const board = boardToRead(setup, fields, checks);
  const reading = await readSprint(ports, sprint, { board, sprints, settings: checks, now });
  const rules = rulesOfChecks(checks);
  const on = CHECK_IDS.filter((check) => checks[check].enabled);
  const isNew = await ports.keepFreeze(
    {
      sprintId,
      boardId,
      at: now.getTime(),
      checksOn: new Map(on.map((check) => [check, rules.get(check) ?? ''])),
      issues: freezeIssues(reading, checks),
    },
    sprint.endDate,
  );
  if (!isNew) return 'kept';
  await noteStart(ports, boardId, { sprint, sprints, reading, now });
  return 'frozen';
}
