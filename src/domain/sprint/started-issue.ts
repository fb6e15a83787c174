import type { SprintList } from '#src/domain/capacity/sprint-record';
import { quantileOf } from '#src/domain/sprint/usual';
import type { SprintRecord } from '#src/domain/capacity/sprint-record';

/** An issue of a sprint that was started, as it stands at the sprint's end or now. */
export interface StartedIssue {
  readonly id: string;
  readonly key: string;
  readonly list: SprintList;
  readonly wasAdded: boolean;
  /** null when empty. */
  readonly estimateAtStart: number | null;
  readonly estimateAtEnd: number | null;
  readonly isCarriedIn: boolean;
  readonly isFlagged: boolean;
  /** ISO 8601 instant; null while work has not begun. */
  readonly startedWork: string | null;
}

/** The same with its age. */
export interface AgedIssue extends Omit<StartedIssue, 'startedWork'> {
  /** Days since work on it began; null when it did not begin, or it is done or out of the sprint. */
  readonly ageDays: number | null;
  readonly isAgeing: boolean;
}

const DAY = 86_400_000;

/** Done issues below which their days say too little. */
const FEWEST_DONE = 10;
const AGEING_BEYOND = 0.85;

/** Days from the start of work to done that 85 of 100 of the team's issues kept; null with fewer than ten done ones. */
export function ageLimit(records: readonly SprintRecord[]): number | null {
  const days = records.flatMap(({ cycleDays }) => cycleDays);
  const limit = days.length < FEWEST_DONE ? null : quantileOf(days, AGEING_BEYOND);
  // Issues that went from one end of the board to the other in no time limit nobody.
  return limit === null || limit <= 0 ? null : limit;
}

/** Issues with their ages at `now`; null for a sprint that is over, where nothing ages any more. */
export function aged(
  issues: readonly StartedIssue[],
  limitDays: number | null,
  now: Date | null,
): readonly AgedIssue[] {
  return issues.map(({ startedWork, ...issue }) => {
    const isUnderWay = now !== null && startedWork !== null && issue.list === 'not-completed';
    const ageDays = isUnderWay ? Math.max(0, (now.getTime() - Date.parse(startedWork)) / DAY) : null;
    return { ...issue, ageDays, isAgeing: ageDays !== null && limitDays !== null && ageDays > limitDays };
  });
}
