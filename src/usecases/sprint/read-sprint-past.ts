import type { Unit } from '#src/domain/capacity/forecast';
import type { LoadBoardSettings } from '#src/ports/board-settings';
import type { ForgetHealth, LoadHealth } from '#src/ports/kept-health';
import { ReadFailure } from '#src/ports/read-failure';
import type { MissingRecord, ReadSprintRecords } from '#src/ports/sprint-records';
import { basisOf } from '#src/usecases/answer-basis';
import { knownPast, pastInHealth, unitOfRecords, type KnownPast } from '#src/usecases/sprint/past-of-team';

export interface ReadSprintPastPorts {
  readonly readSprintRecords: ReadSprintRecords;
  readonly loadHealth: LoadHealth;
  readonly forgetHealth: ForgetHealth;
  readonly loadSettings: LoadBoardSettings;
}

/** Reasons that pass: asked again later, Jira gives the sprint. */
const PASSING: ReadonlySet<MissingRecord['why']> = new Set(['rate-limited', 'timed-out', 'jira-unavailable']);

/**
 * Reads what is not kept of a board's closed sprints yet, newest first, as much as fits into one call; to be called until nothing is
 * unread. Where too few change logs are read, the past is what the viewer's last answer for the board knows of it. An answer that rests on
 * approximate figures of sprints that are read by now holds no more.
 * @throws ReadFailure when the viewer may not see the board, or Jira refuses for now: what was read before is kept, and to call
 * again at once would be refused, too.
 */
export async function readSprintPast(
  { readSprintRecords, loadHealth, forgetHealth, loadSettings }: ReadSprintPastPorts,
  boardId: number,
): Promise<KnownPast & { readonly unit: Unit }> {
  const [{ board, records, missing }, kept, { settings }] = await Promise.all([
    readSprintRecords(boardId),
    loadHealth(boardId),
    loadSettings(boardId),
  ]);
  const refused = missing.find(({ why }) => PASSING.has(why));
  if (refused !== undefined && refused.why !== 'too-many-calls') {
    throw new ReadFailure(
      refused.why,
      'sprint past: Jira did not give all of it.',
      refused.retryAfterSeconds,
    );
  }
  const unread = missing.filter(({ why }) => why === 'too-many-calls').length;
  const health = pastInHealth(kept, basisOf(board, settings.checks));
  const unit = health?.unit ?? unitOfRecords(board, records);
  const past = knownPast(records, unread, health?.delivered ?? [], unit);
  if (health !== null && past.team.quality === 'exact') {
    const exact = new Set(records.map(({ sprintId }) => sprintId));
    const stillApproximate = health.delivered.filter(({ sprintId }) => !exact.has(sprintId)).length;
    if (stillApproximate < health.approximate) await forgetHealth(boardId);
  }
  return { ...past, unit };
}
