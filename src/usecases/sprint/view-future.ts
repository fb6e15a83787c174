import { judgePlanned, afterSprint } from '#src/domain/sprint/judge-planned';
import { planReadiness } from '#src/domain/sprint/plan';
import { workingDays } from '#src/domain/sprint/availability';
import type { ReadPlannedIssues } from '#src/ports/sprint-issues';
import type { BoardSprint, BoardSprints } from '#src/ports/sprint-list';
import type { VersionedNotes } from '#src/ports/sprint-notes';
import { wordsOf } from '#src/usecases/board-words';
import { boardToRead } from '#src/usecases/board-to-read';
import { findUnderWay } from '#src/usecases/find-under-way';
import { openBacklog, type OpenBacklogPorts } from '#src/usecases/open-backlog';
import { createOptionalParts } from '#src/usecases/optional-parts';
import { placeBlockers, unreadBlockers } from '#src/usecases/place-blockers';
import { MOST_PARENTS, parentsToRead, withParents } from '#src/usecases/read-parents';
import type { ViewedSprint } from '#src/usecases/sprint/opened-sprint';
import {
  closedSpans,
  knownPast,
  unreadOf,
  type RecallSprintRecords,
} from '#src/usecases/sprint/past-of-team';

export interface ViewFuturePorts extends OpenBacklogPorts {
  readonly readPlannedIssues: ReadPlannedIssues;
  readonly recallRecords: RecallSprintRecords;
}

/** A sprint that has not started, among the sprints of its board. */
export interface FutureSprint {
  readonly boardId: number;
  readonly sprint: BoardSprint;
  readonly sprints: BoardSprints;
  readonly notes: Promise<VersionedNotes>;
}

/** Reads whatever was asked for once in this opening. */
function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | null = null;
  return async () => await (reading ??= read());
}

/**
 * Judges a sprint before it starts: its own issues as they are now, in one reading, by what the viewer's last answer for the board
 * knows of the team and of what comes after them. Only where there is no such answer is the backlog read. The sprint is judged as
 * if it were the next one, wherever it stands: blockers in sprints before it come first.
 */
export async function viewFuture(
  given: ViewFuturePorts,
  { boardId, sprint, sprints, notes }: FutureSprint,
): Promise<ViewedSprint> {
  const parts = createOptionalParts();
  const settings = once(() => given.loadSettings(boardId));
  const fields = once(() => given.readFields());
  const priorities = once(() => given.readPriorities());
  const board = once(() => given.readBoard(boardId));
  const open = sprints.open.flatMap(({ id, name, state }) =>
    state === 'closed' ? [] : [{ id, name, state }],
  );
  const spans = closedSpans(sprints.closed);
  // The backlog's reading takes what was read here already.
  const ports: ViewFuturePorts = {
    ...given,
    readBoard: board,
    readFields: fields,
    readPriorities: priorities,
    loadSettings: settings,
    readOpenSprints: async () => await Promise.resolve(open),
    readClosedSprints: async (_boardId, count) => await Promise.resolve(spans.slice(-count)),
  };
  const planning = (async () => {
    const [setup, { settings: how }, known] = await Promise.all([
      board(),
      settings(),
      parts.or('fields', fields(), []),
    ]);
    const toRead = boardToRead(setup, known, how.checks);
    const issues = await given.readPlannedIssues(toRead, sprint.id);
    return { toRead, issues: issues.filter(({ issueType }) => issueType.level === 0) };
  })();
  const [{ backlog }, { toRead, issues }, siteFields, sitePriorities, records, said, { settings: how }] =
    await Promise.all([
      openBacklog(ports, boardId, { mayBeKept: true }),
      planning,
      parts.or('fields', fields(), []),
      parts.or('priorities', priorities(), []),
      board().then((setup) => given.recallRecords(setup, spans)),
      notes,
      settings(),
    ]);

  const { assessment } = backlog;
  const at = open.findIndex(({ id }) => id === sprint.id);
  const first = open.slice(0, Math.max(0, at)).map(({ id }) => id);
  const earlierSprintIds = first.filter((id) => open.find((one) => one.id === id)?.state === 'future');
  const ids = new Set(issues.map(({ id }) => id));
  const after = afterSprint(assessment, { id: sprint.id, earlierSprintIds }, ids);
  const order = [...issues, ...after.map(({ id }) => ({ id, blockers: [] }))];
  const underWay = await parts.or(
    'blockers',
    findUnderWay(ports, toRead, unreadBlockers(order), first),
    null,
  );
  const placed = placeBlockers(order, underWay);
  const now = given.now();
  const judge = (descriptions: Parameters<typeof withParents>[1]) => {
    const whole = issues.map((issue, index) => ({ ...issue, blockers: placed[index]?.blockers ?? [] }));
    const context = { priorities: sitePriorities, settings: how.checks, now };
    return judgePlanned(assessment, withParents(whole, descriptions), after, context);
  };
  const wanted = parentsToRead(judge(new Map())).slice(0, MOST_PARENTS);
  const parents = await parts.or('parents', ports.readDescriptions(wanted), new Map<string, never>());
  const assessed = judge(parents);

  const { unit, history } = assessment;
  const approximate = history.period === 'sprint' ? history.delivered : [];
  const past = knownPast(records, unreadOf(spans, records), approximate, unit);
  const plan = planReadiness({
    issues: issues.flatMap(({ isFlagged, isCarriedIn, labels }, index) => {
      const judged = assessed[index];
      return judged === undefined ? [] : [{ assessed: judged, isFlagged, isCarriedIn, labels }];
    }),
    after,
    past: past.team,
    goal: sprint.goal,
    notes: said.notes,
    workingDays: workingDays(sprint, history.days),
  });
  const missing = new Map([...backlog.missing, ...parts.missing()].map((each) => [each.part, each]));
  return {
    unit,
    view: { state: 'future', plan },
    past,
    missing: [...missing.values()],
    words: wordsOf({ issues, board: toRead, sprints: open, fields: siteFields, priorities: sitePriorities }),
  };
}
