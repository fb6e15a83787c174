import type { IssuePlan, Leg } from '#sandbox/demo/plan.types';
import { atTime, DAY, onWeekday, spread, type Calendar } from '#sandbox/demo/timeline';

/** Minutes past the hour at which things happen to an issue, so that not all happens on the hour. */
const minuteOf = (plan: IssuePlan) => spread(plan.ref, 50);

/** Days of a sprint on which people work; the others are weekends. */
const WORKING_DAYS = [0, 1, 2, 5, 6, 7, 8, 9, 12, 13];

/** When the issue was written. */
export function createdAt(plan: IssuePlan, { reference, on }: Calendar): number {
  const minute = minuteOf(plan);
  const [first] = plan.legs ?? [];
  if (plan.age !== undefined || first === undefined) {
    return atTime(onWeekday(reference - (plan.age ?? 30) * DAY), plan.doneAfter === 0 ? 7 : 11, minute);
  }
  if (plan.type === 'bug' && first.joined !== undefined) return on(first.sprint, first.joined, 8, minute);
  const lead = 9 + spread(`${plan.ref} created`, 24);
  return atTime(onWeekday(on(first.sprint, 0, 0) - lead * DAY), 11, minute);
}

/** When the team estimated it: at the refinement before its sprint, or a few days after it was written. */
export function estimatedAt(plan: IssuePlan, calendar: Calendar): number {
  const created = createdAt(plan, calendar);
  const [first] = plan.legs ?? [];
  if (first && plan.age === undefined) {
    return Math.max(calendar.on(first.sprint, -5, 10, minuteOf(plan)), created + 20 * 60_000);
  }
  const later = atTime(
    onWeekday(created + (3 + spread(`${plan.ref} estimated`, 6)) * DAY),
    10,
    minuteOf(plan),
  );
  return later > created ? later : created + 20 * 60_000;
}

/** When something of a leg happens; undefined when it does not. */
export interface LegMoments {
  readonly planned: number;
  readonly started: number | undefined;
  readonly inReview: number | undefined;
  readonly reestimated: number | undefined;
  readonly done: number | undefined;
  readonly left: number | undefined;
}

function startDay(leg: Leg): number | undefined {
  if (leg.started !== undefined || leg.done === undefined) return leg.started;
  const place = WORKING_DAYS.indexOf(leg.done);
  return Math.max(leg.joined ?? 0, WORKING_DAYS[place - 2] ?? 0);
}

/** The moments of one sprint in an issue's life. Planning for a sprint that has not started happens in the active one. */
export function legMoments(plan: IssuePlan, leg: Leg, activeSprint: number, { on }: Calendar): LegMoments {
  const minute = minuteOf(plan);
  const moment = (day: number | undefined, hour: number) =>
    day === undefined ? undefined : on(leg.sprint, day, hour, minute);
  const isFuture = leg.sprint > activeSprint;
  const planned = isFuture ? on(activeSprint, 1, 14, minute) : on(leg.sprint, 0, 9, Math.floor(minute / 2));
  return {
    planned: leg.joined === undefined ? planned : on(leg.sprint, leg.joined, 9, 30 + Math.floor(minute / 2)),
    started: moment(startDay(leg), 10),
    inReview: moment(leg.inReview ?? leg.done, 12),
    reestimated: moment(leg.reestimated?.day, 11),
    done: moment(leg.done, 14),
    left: moment(leg.left, 11),
  };
}
