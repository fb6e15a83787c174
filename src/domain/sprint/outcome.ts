import type { SprintRecord } from '#src/domain/capacity/sprint-record';
import { figuresOf, type SprintFigures } from '#src/domain/sprint/figures';
import { aged, type AgedIssue, type StartedIssue } from '#src/domain/sprint/started-issue';
import type { TeamPast } from '#src/domain/sprint/team-past';
import { usualOf, type Usual } from '#src/domain/sprint/usual';

/** What a closed sprint planned, and what became of it. */
export interface ClosedOutcome {
  readonly figures: SprintFigures;
  /** The other sprints' ranges; null with too few of them. */
  readonly usual: { readonly delivered: Usual; readonly added: Usual; readonly carriedOver: Usual } | null;
  readonly issues: readonly AgedIssue[];
}

/** Sums a closed sprint up beside the team's other sprints. */
export function closedOutcome(
  record: SprintRecord,
  issues: readonly StartedIssue[],
  past: TeamPast,
): ClosedOutcome {
  const others = past.figures.filter(({ sprintId }) => sprintId !== record.sprintId);
  const range = (figure: 'delivered' | 'added' | 'carriedOver') =>
    usualOf(others.map((sprint) => sprint[figure].amount));
  const [delivered, added, carriedOver] = [range('delivered'), range('added'), range('carriedOver')];
  return {
    figures: figuresOf(record, past.unit),
    usual: delivered && added && carriedOver && { delivered, added, carriedOver },
    issues: aged(issues, null, null),
  };
}
