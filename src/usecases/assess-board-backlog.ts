import { assessBacklog } from '#src/domain/backlog/assess-backlog';
import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import { deliveredLately, demandOf } from '#src/domain/capacity/forecast';
import type { SprintOutcome } from '#src/domain/capacity/sprint-history';
import type { ListedIssue } from '#src/ports/backlog';
import { beginReading, idsOf, type Beginning, type BeginningPorts } from '#src/usecases/begin-reading';
import type { BoardBacklog } from '#src/usecases/board-backlog';
import { wordsOf } from '#src/usecases/board-words';
import {
  lookAround,
  NOTHING_KNOWN,
  type Surroundings,
  type SurroundingsPorts,
} from '#src/usecases/look-around';
import { createOptionalParts, type OptionalParts } from '#src/usecases/optional-parts';
import { placeBlockers } from '#src/usecases/place-blockers';
import { withParents } from '#src/usecases/read-parents';
import {
  byItems,
  completeHistory,
  isUnestimated,
  recallHistory,
  unitOf,
  type PastToRead,
} from '#src/usecases/read-team-history';
import { atHand, inOrder, walkBacklog, walkedAtHand } from '#src/usecases/walk-backlog';

export interface AssessBoardBacklogPorts extends BeginningPorts, SurroundingsPorts {
  readonly now: () => Date;
}

/** A team's past in the unit that it is counted in. */
interface CountedPast {
  readonly past: PastToRead;
  readonly outcomes: readonly SprintOutcome[];
}

/** Before anything was looked up, no blocker's place and no parent's text is known. */
const NOT_LOOKED_UP: Surroundings = { ...NOTHING_KNOWN, underWay: null };

/**
 * Reads a board's backlog in rank order as far as five sprints of demand reach, and assesses it. Done issues, epics and
 * sub-tasks are left out (a sub-task's parent counts). After what `beginReading` reads come side by side the rest of the reading,
 * where more is needed, and whether blockers are under way and what parents say; then, seldom, the same for issues that
 * came last.
 *
 * What is optional and fails for a reason that passes is gone without, and `missing` says so. Without the past there is no
 * forecast, which is not the same as too little history, and no more is read than is at hand. Where it is not known whether
 * blockers are under way, nothing is said of those that were not read.
 * @throws ReadFailure when the viewer may not see the board, or Jira does not answer as it should.
 */
export async function assessBoardBacklog(
  ports: AssessBoardBacklogPorts,
  boardId: number,
  settings: CheckSettings,
): Promise<BoardBacklog> {
  const now = ports.now();
  const parts = createOptionalParts();
  const beginning = await beginReading(ports, parts, { boardId, settings, now });
  const { board, sprints, fields, priorities, start } = beginning;
  const { past, outcomes } = await countPast(ports, parts, beginning);
  const unit = unitOf(past);
  const demand = demandOf(deliveredLately(outcomes, unit).map(({ amount }) => amount));
  const scale = { unit, demand };

  const assess = (
    issues: readonly ListedIssue[],
    { underWay, parents }: Surroundings,
    isWholeBacklog = false,
  ) =>
    assessBacklog(
      {
        issues: withParents(placeBlockers(issues, underWay), parents),
        isWholeBacklog,
        history: outcomes,
        period: past.period,
        unit,
        priorities,
        now,
      },
      settings,
    );
  const lookAt = async (issues: readonly ListedIssue[], known: Surroundings) => {
    const { issues: assessed } = assess(issues, { ...NOT_LOOKED_UP, parents: known.parents });
    return await lookAround(ports, parts, { board, sprints, issues, assessed }, known);
  };

  const [{ issues, isWholeBacklog }, early] = await Promise.all([
    parts.isMissing('history') ? atHand(start) : walkBacklog(ports, board, start, scale, parts),
    lookAt(walkedAtHand(start, scale), NOTHING_KNOWN),
  ]);
  const surroundings = await lookAt(issues, early);
  return {
    board,
    asOf: now,
    isKept: false,
    hasSprints: sprints !== null,
    activeSprintIds: idsOf(sprints, 'active').toSorted((one, other) => one - other),
    missing: parts.missing(),
    assessment: assess(issues, surroundings, isWholeBacklog),
    words: wordsOf({ issues, board, sprints: sprints ?? [], fields, priorities }),
  };
}

/** The past in the unit that the team uses: a field of estimates that nobody fills in is none. */
async function countPast(
  ports: BeginningPorts,
  parts: OptionalParts,
  { past, outcomes, first }: Beginning,
): Promise<CountedPast> {
  if (parts.isMissing('history') || !isUnestimated(past, outcomes, inOrder(first))) return { past, outcomes };
  const items = byItems(past);
  const reading = recallHistory(ports, items).then((kept) => completeHistory(ports, items, kept));
  return { past: items, outcomes: await parts.or('history', reading, []) };
}
