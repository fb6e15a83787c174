import type { CalendarDate } from '#src/domain/risk/calendar';
import { CSV_COLUMNS, type CsvColumn } from '#src/domain/risk/csv/columns';
import { neutralise } from '#src/domain/risk/csv/formula';
import { writeRating, writeResponse, writeState } from '#src/domain/risk/csv/tokens';
import { levelOn } from '#src/domain/risk/level';
import { planText } from '#src/domain/risk/plan-text';
import type { Scale } from '#src/domain/risk/rating';
import type { Risk } from '#src/domain/risk/risk';

/** The words that a row needs and the domain has not. */
export interface WriteContext {
  readonly scale: Scale;
  readonly categoryNames: ReadonlyMap<string, string>;
  /** Names by accountId; an account without one is written by its id alone. */
  readonly accountNames: ReadonlyMap<string, string>;
  /** Keys by issue id; an issue that the viewer may not see has none and is left out. */
  readonly issueKeys: ReadonlyMap<string, string>;
  /** When the review is due; null when none is. */
  readonly reviewDueOn: CalendarDate | null;
}

/** A risk as a row under `CSV_HEADERS`, with nothing in it that a spreadsheet would compute. */
export function writeRow(risk: Risk, context: WriteContext): readonly string[] {
  const { scale, categoryNames, accountNames, issueKeys } = context;
  const { state, residual } = risk;
  const cells: Readonly<Record<CsvColumn, string | null>> = {
    number: `R-${risk.number}`,
    title: risk.title,
    cause: risk.cause,
    event: risk.event,
    effect: risk.effect,
    category: risk.categoryId && (categoryNames.get(risk.categoryId) ?? risk.categoryId),
    probability: writeRating(risk.probability, scale),
    impact: writeRating(risk.impact, scale),
    level: { high: 'High', medium: 'Medium', low: 'Low' }[levelOn(risk, scale)],
    response: writeResponse(risk.response),
    plan: risk.plan && planText(risk.plan),
    issues: risk.issueIds.flatMap((id) => issueKeys.get(id) ?? []).join(', '),
    owner: risk.ownerId && (accountNames.get(risk.ownerId) ?? ''),
    ownerId: risk.ownerId,
    trigger: risk.trigger,
    dueOn: risk.dueOn,
    state: writeState(state.kind),
    acceptedById: state.kind === 'accepted' ? state.by : null,
    acceptedUntil: state.kind === 'accepted' ? state.until : null,
    endedOn: state.kind === 'happened' || state.kind === 'closed' ? state.on : null,
    residualProbability: residual && writeRating(residual.probability, scale),
    residualImpact: residual && writeRating(residual.impact, scale),
    reviewDueOn: context.reviewDueOn,
  };
  return CSV_COLUMNS.map((column) => neutralise(cells[column] ?? ''));
}
