import type { Words } from './words';

/** What a forecast counts in: closed sprints, or fortnights, which are worded as weeks. */
export type Period = 'sprint' | 'fortnight';

const WEEKS = 2;

/** A time worded in sprints or weeks, with at most one decimal: 1.97 must not read as 2. "1.4 sprints", "2.8 weeks". */
export function spanOf(words: Pick<Words, 'say' | 'sprints'>, period: Period, periods: number): string {
  const value = period === 'fortnight' ? periods * WEEKS : periods;
  return words.say(period === 'fortnight' ? 'span.weeks' : 'span.sprints', {
    number: words.sprints(value),
    count: Math.floor(value * 10 + 1e-6) / 10,
  });
}

/** As `spanOf`, without the unit: "1.4", "2.8". */
export function bareSpan(words: Pick<Words, 'sprints'>, period: Period, periods: number): string {
  return words.sprints(period === 'fortnight' ? periods * WEEKS : periods);
}
