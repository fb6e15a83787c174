import { daysBetween, type CalendarDate } from '#src/domain/risk/calendar';
import { LEVELS, levelOn, type Level } from '#src/domain/risk/level';
import { cellOf, type Scale } from '#src/domain/risk/rating';
import type { Register } from '#src/domain/risk/register';
import { reviewDue } from '#src/domain/risk/review';
import { isLive, type Risk } from '#src/domain/risk/risk';

/** So many live risks of one owner (null is nobody), of one level, whose reviews fall due on the same day. */
export interface Load {
  readonly ownerId: string | null;
  readonly level: Level;
  readonly dueOn: CalendarDate;
  readonly count: number;
}

/**
 * What pages over many registers need of one, so that none of its risks is read: ids, dates and numbers. What is
 * overdue follows from the days in it and the reader's, so that it stays true while nobody writes.
 */
export interface RegisterSummary {
  readonly registerId: string;
  readonly scale: Scale;
  /** Live risks in each place of the matrix: row by row by probability, in a row by impact, both lowest first. */
  readonly cells: readonly number[];
  /** In no order that means anything; no two entries differ in their count alone. */
  readonly load: readonly Load[];
  /** Risks that are closed or happened. */
  readonly over: number;
  /** null before the first review. */
  readonly lastReviewOn: CalendarDate | null;
}

/** Sums up a register from its risks: after a change of its settings, or to mend a summary. */
export function summaryOf(register: Register, risks: readonly Risk[]): RegisterSummary {
  const empty: RegisterSummary = {
    registerId: register.id,
    scale: register.scale,
    cells: Array.from({ length: register.scale ** 2 }, () => 0),
    load: [],
    over: 0,
    lastReviewOn: register.lastReview?.ended.on ?? null,
  };
  return risks.reduce((summary, risk) => withRisk(summary, null, risk, register), empty);
}

/**
 * The summary after a change of one risk, without reading the others: stored in the same transaction as the risk.
 * @param before The risk as it was; null for a new one.
 */
export function withRisk(
  summary: RegisterSummary,
  before: Risk | null,
  after: Risk,
  register: Pick<Register, 'scale' | 'cadence'>,
): RegisterSummary {
  return count(before === null ? summary : count(summary, before, register, -1), after, register, 1);
}

/** What a summary says about a day: how many live risks there are, by level, and how many reviews are overdue. */
export interface Figures {
  readonly live: number;
  readonly levels: Readonly<Record<Level, number>>;
  readonly overdue: number;
  /** Of the review that is overdue longest; 0 when none is. */
  readonly daysOverdue: number;
}

/** Reads figures off the load of one register, of one owner, or of all. */
export function figuresOf(load: readonly Load[], today: CalendarDate): Figures {
  const days = load.map(({ dueOn }) => Math.max(0, daysBetween(dueOn, today)));
  const sum = (entries: readonly Load[]) => entries.reduce((total, { count: risks }) => total + risks, 0);
  const [high, medium, low] = LEVELS.map((level) => sum(load.filter((entry) => entry.level === level)));
  return {
    live: sum(load),
    levels: { high: high ?? 0, medium: medium ?? 0, low: low ?? 0 },
    overdue: sum(load.filter(({ dueOn }) => dueOn < today)),
    daysOverdue: Math.max(0, ...days),
  };
}

function count(
  summary: RegisterSummary,
  risk: Risk,
  register: Pick<Register, 'scale' | 'cadence'>,
  by: 1 | -1,
): RegisterSummary {
  if (risk.deleted !== null) return summary;
  // When a review falls due does not depend on the day of asking; any day serves.
  const due = reviewDue(risk, register, risk.created.on);
  if (!isLive(risk) || due === null) return { ...summary, over: summary.over + by };
  const { probability, impact } = cellOf(risk, register.scale);
  const place = (probability - 1) * register.scale + impact - 1;
  const entry = { ownerId: risk.ownerId, level: levelOn(risk, register.scale), dueOn: due.on };
  return {
    ...summary,
    cells: summary.cells.map((risks, index) => (index === place ? risks + by : risks)),
    load: withLoad(summary.load, entry, by),
  };
}

function withLoad(load: readonly Load[], entry: Omit<Load, 'count'>, by: 1 | -1): readonly Load[] {
  const isAlike = ({ ownerId, level, dueOn }: Omit<Load, 'count'>) =>
    ownerId === entry.ownerId && level === entry.level && dueOn === entry.dueOn;
  const known = load.find(isAlike);
  const rest = load.filter((each) => !isAlike(each));
  const risks = (known?.count ?? 0) + by;
  return risks === 0 ? rest : [...rest, { ...entry, count: risks }];
}
