/** What people say about one sprint. */
export interface TeamDays {
  /** People who work in it; null while nobody said. */
  readonly people: number | null;
  /** Person-days off in it. */
  readonly daysOff: number;
}

const DAY = 86_400_000;
const SATURDAY = 6;
const SUNDAY = 0;

/** Of days that pass, as many are worked on where it is not known which they are. */
const WORKED_SHARE = 5 / 7;
/** A sprint of two weeks, the usual one, where nothing at all is known of its length. */
const USUAL_WORKING_DAYS = 10;
/** A team that is away whole is no basis for a forecast; nor does anybody plan for it. */
const LEAST = 0.05;

/** Monday to Friday between two instants by the calendar in UTC; an end earlier in the day than the start is no day of its own. */
function weekdaysBetween(start: number, end: number): number {
  let days = 0;
  for (let at = start; at < end; at += DAY) {
    const day = new Date(at).getUTCDay();
    if (day !== SATURDAY && day !== SUNDAY) days += 1;
  }
  return days;
}

/**
 * The working days of a sprint: Monday to Friday between its dates where it has them, or else as many as the team's sprints
 * have as a rule.
 * @param usualDays Days from one sprint's end to the next; null when unknown.
 */
export function workingDays(
  { startDate, endDate }: { readonly startDate: string | null; readonly endDate: string | null },
  usualDays: number | null,
): number {
  if (startDate !== null && endDate !== null) {
    const days = weekdaysBetween(Date.parse(startDate), Date.parse(endDate));
    if (days > 0) return days;
  }
  return usualDays === null ? USUAL_WORKING_DAYS : Math.max(1, Math.round(usualDays * WORKED_SHARE));
}

/** The share of the usual that the team is there for: 1 when nobody said how many work in the sprint, never 0. */
export function availabilityOf({ people, daysOff }: TeamDays, days: number): number {
  if (people === null || days <= 0) return 1;
  const all = people * days;
  return Math.min(1, Math.max(LEAST, (all - daysOff) / all));
}
