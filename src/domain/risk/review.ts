import { addDays, daysBetween, laterOf, type CalendarDate } from '#src/domain/risk/calendar';
import { compareLevels, levelOn, type Level } from '#src/domain/risk/level';
import type { Register } from '#src/domain/risk/register';
import { isLive, type Risk } from '#src/domain/risk/risk';

/** When a risk is to be reviewed. */
export interface ReviewDue {
  readonly on: CalendarDate;
  /** 0 until the day after it is due. */
  readonly daysOverdue: number;
}

/**
 * When a risk is to be looked at again: so many days after its last review (or since it was created) as its level
 * asks for. A risk that was re-rated since is due on the day of that at the earliest: raising a risk must not make
 * it overdue at once. null for a risk that is closed, happened or deleted.
 */
export function reviewDue(
  risk: Risk,
  { scale, cadence }: Pick<Register, 'scale' | 'cadence'>,
  today: CalendarDate,
): ReviewDue | null {
  if (!isLive(risk)) return null;
  const seenOn = risk.review.last?.on ?? risk.created.on;
  const on = laterOf(addDays(seenOn, cadence[levelOn(risk, scale)]), risk.ratedOn);
  return { on, daysOverdue: Math.max(0, daysBetween(on, today)) };
}

/**
 * Why a risk is in the review. `soon`: not due yet, but three quarters of its time are gone and it falls due
 * before a week is over, so that a weekly review would come too late for it.
 */
export type ReviewReason = 'overdue' | 'due' | 'changed' | 'new' | 'soon';

/** One stop of the review. */
export interface ReviewStop {
  readonly riskId: string;
  /** The version to be looked at. */
  readonly version: number;
  readonly level: Level;
  readonly reason: ReviewReason;
  readonly due: ReviewDue;
}

const REASONS: readonly ReviewReason[] = ['overdue', 'due', 'changed', 'new', 'soon'];
const DAYS_TO_NEXT_REVIEW = 7;
const NEARLY = 0.75;

/**
 * The risks to be looked at now, in the order of need: overdue ones first, by level and then by days; then what is
 * due today, what changed since its own last review, what is new, and what falls due within the week. Asked again
 * after somebody else reviewed a risk, it no longer holds it: two people work down one list.
 * @param viewer accountId; what is otherwise equal starts with the viewer's own risks. null for nobody in
 * particular.
 */
export function reviewQueue(
  register: Pick<Register, 'scale' | 'cadence'>,
  risks: readonly Risk[],
  today: CalendarDate,
  viewer: string | null = null,
): readonly ReviewStop[] {
  const isOther = ({ risk }: { readonly risk: Risk }) => Number(viewer === null || risk.ownerId !== viewer);
  return risks
    .flatMap((risk) => {
      const due = reviewDue(risk, register, today);
      const reason = due && reasonFor(risk, due, register, today);
      if (due === null || reason === null) return [];
      const level = levelOn(risk, register.scale);
      return [{ risk, stop: { riskId: risk.id, version: risk.version, level, reason, due } }];
    })
    .sort(
      (a, b) =>
        REASONS.indexOf(a.stop.reason) - REASONS.indexOf(b.stop.reason) ||
        compareLevels(a.stop.level, b.stop.level) ||
        b.stop.due.daysOverdue - a.stop.due.daysOverdue ||
        isOther(a) - isOther(b) ||
        a.risk.number - b.risk.number,
    )
    .map(({ stop }) => stop);
}

function reasonFor(
  risk: Risk,
  due: ReviewDue,
  { scale, cadence }: Pick<Register, 'scale' | 'cadence'>,
  today: CalendarDate,
): ReviewReason | null {
  if (due.daysOverdue > 0) return 'overdue';
  if (due.on === today) return 'due';
  const { last } = risk.review;
  if (last === null) return 'new';
  if (risk.version !== last.version) return 'changed';
  const left = daysBetween(today, due.on);
  const isNearly = left <= cadence[levelOn(risk, scale)] * (1 - NEARLY);
  return isNearly && left < DAYS_TO_NEXT_REVIEW ? 'soon' : null;
}
