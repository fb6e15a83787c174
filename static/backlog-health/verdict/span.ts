import type { Words } from '../../ui/words';
import type { Health } from '../health';

/** What a forecast counts in: closed sprints, or fortnights, which are worded as weeks. */
export type Period = Health['history']['period'];

const WEEKS = 2;

/** A time worded in sprints or weeks, with at most one decimal: 1.97 must not read as 2. "1.4 sprints", "2.8 weeks". */
export function spanOf(words: Words, period: Period, periods: number): string {
  const { say } = words;
  const value = period === 'fortnight' ? periods * WEEKS : periods;
  return say(period === 'fortnight' ? 'span.weeks' : 'span.sprints', {
    number: words.sprints(value),
    count: Math.floor(value * 10 + 1e-6) / 10,
  });
}

/** As `spanOf`, without the unit: "1.4", "2.8". */
export function bareSpan(words: Words, period: Period, periods: number): string {
  return words.sprints(period === 'fortnight' ? periods * WEEKS : periods);
}
