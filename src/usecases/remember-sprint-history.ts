import { SPRINTS_REQUIRED, type SprintOutcome } from '#src/domain/capacity/sprint-history';
import type { BoardToRead } from '#src/ports/backlog';
import type {
  KeptOutcome,
  LoadSprintOutcomes,
  OutcomeSeries,
  SaveSprintOutcomes,
} from '#src/ports/sprint-outcomes';
import type { ClosedSprint } from '#src/ports/sprints';

/** A row of figures of one board, and what they depend on. */
export interface Series {
  readonly board: BoardToRead;
  readonly name: OutcomeSeries;
  /** Whether it is known which fields hold acceptance criteria; where not, the stories' figures may be short. */
  readonly isSure: boolean;
}

/** Everything that decides the figures of a past sprint or fortnight, besides its issues and the fields for criteria. */
function basisOf({ board, name }: Series): string {
  const counted = name === 'sprint-points' ? (board.estimation?.fieldId ?? 'items') : 'items';
  return `${counted}/${board.doneStatusIds.join(',')}/`;
}

/**
 * The kept figures of these sprints (or fortnights) that still hold, in their order: what is over stays as it is while its
 * dates, the estimation field, the done column and the fields for acceptance criteria are the same.
 */
export async function recallOutcomes(
  load: LoadSprintOutcomes,
  series: Series,
  spans: readonly ClosedSprint[],
): Promise<readonly SprintOutcome[]> {
  if (spans.length === 0) return [];
  const { board, name, isSure } = series;
  const basis = basisOf(series);
  const isBasis = (kept: string) =>
    isSure ? kept === basis + board.criteriaFieldIds.join(',') : kept.startsWith(basis);
  const ids = spans.map(({ id }) => id);
  const outcomes = new Map((await load(board.id, name, ids)).map((outcome) => [outcome.sprintId, outcome]));
  return spans.flatMap(({ id, startDate, completeDate }) => {
    const outcome = outcomes.get(id);
    const holds =
      outcome !== undefined &&
      isBasis(outcome.basis) &&
      outcome.startDate === startDate &&
      outcome.completeDate === completeDate;
    return holds ? [outcome] : [];
  });
}

/**
 * Those whose figures have to be read: what lies farther back than what is known is not worth its points while there is enough
 * for a forecast without it. So a forecast does not change by being asked for twice.
 * @param spans oldest first.
 */
export function spansToRead(
  spans: readonly ClosedSprint[],
  known: readonly SprintOutcome[],
): readonly ClosedSprint[] {
  const ids = new Set(known.map(({ sprintId }) => sprintId));
  const unknown = spans.filter(({ id }) => !ids.has(id));
  const oldestKnown = spans.findIndex(({ id }) => ids.has(id));
  const newer = unknown.filter((span) => spans.indexOf(span) > oldestKnown);
  return known.length + newer.length >= SPRINTS_REQUIRED && oldestKnown !== -1 ? newer : unknown;
}

/** Keeps figures as long as it is known which fields hold acceptance criteria, so that the stories' figures are whole. */
export async function keepOutcomes(
  save: SaveSprintOutcomes,
  series: Series,
  outcomes: readonly SprintOutcome[],
): Promise<void> {
  const { board, name, isSure } = series;
  if (!isSure) return;
  const basis = basisOf(series) + board.criteriaFieldIds.join(',');
  await save(
    board.id,
    name,
    outcomes.map((outcome): KeptOutcome => ({ ...outcome, basis })),
  );
}

/** The figures of these sprints (or fortnights) in their order: those that are known, and what is to be read, which is kept. */
export async function completeOutcomes(
  {
    read,
    save,
  }: {
    readonly read: (spans: readonly ClosedSprint[]) => Promise<readonly SprintOutcome[]>;
    readonly save: SaveSprintOutcomes;
  },
  series: Series,
  spans: readonly ClosedSprint[],
  known: readonly SprintOutcome[],
): Promise<readonly SprintOutcome[]> {
  const outcomes = new Map(known.map((outcome) => [outcome.sprintId, outcome]));
  const unknown = spansToRead(spans, known);
  if (unknown.length > 0) {
    const fresh = await read(unknown);
    await keepOutcomes(save, series, fresh);
    for (const outcome of fresh) outcomes.set(outcome.sprintId, outcome);
  }
  return spans.flatMap(({ id }) => outcomes.get(id) ?? []);
}
