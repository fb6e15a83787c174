import { readableAmount } from '#src/domain/capacity/readable-amount';

import type { ScreenFailure } from '../../ui/failure';
import { failureTitle } from '../../ui/failure-notice';
import type { Unit, Words } from '../../ui/words';
import type { Opened, Sprint, Usual } from '../state/opened';

/** The share of a commitment from which on it counts as kept. */
export const KEPT_SHARE = 0.8;

/** A chance as a whole percentage: nothing that is forecast is certain. */
export function chanceInWords({ say, percent }: Words, chance: number): string {
  const hundredths = Math.round(chance * 100);
  if (hundredths < 1) return say('sprint.under', { percent: percent(0.01) });
  if (hundredths > 99) return say('sprint.over', { percent: percent(0.99) });
  return percent(hundredths / 100);
}

/** From one forecast amount to another without the unit, such as "21–29". */
export function likelyInWords({ say, number }: Words, unit: Unit, from: number, to: number): string {
  const [low, high] = [readableAmount(unit, from), readableAmount(unit, to)];
  return low === high ? number(high) : say('sprint.bare-range', { low: number(low), high: number(high) });
}

/** A forecast amount with its unit. */
export function aboutInWords({ amount }: Words, unit: Unit, value: number): string {
  return amount(unit, readableAmount(unit, value));
}

/** What is usual for the team, such as "0–2 points". */
export function usualInWords({ range }: Words, unit: Unit, { lowest, highest }: Usual): string {
  return range(unit, lowest, highest);
}

/** Why there are no odds: how many closed sprints are known, and how many it takes. */
export function historyInWords({ say }: Words, { past }: Opened): string {
  const have = Math.max(past.sprints.length, past.delivered.length);
  if (have >= past.required) return say('sprint.nothing-delivered');
  if (past.unread > 0) return say('sprint.history-coming');
  return say('sprint.too-little-history', { have, required: past.required });
}

/** A sprint's days, such as "Oct 21 – Nov 3"; null where Jira has none. */
export function daysInWords({ locale }: Words, { startDate, endDate, completeDate }: Sprint): string | null {
  const end = completeDate ?? endDate;
  if (startDate === null || end === null) return null;
  const [from, to] = [new Date(startDate), new Date(end)];
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).formatRange(from, to);
}

/** Why a change was not made, in the words of who makes it. */
export function refusalInWords(words: Words, failure: ScreenFailure): string {
  if (failure.code === 'refused' && failure.detail !== undefined) return failure.detail;
  if (failure.code === 'no-access' || failure.code === 'refused') return words.say('sprint.refused');
  return words.say('sprint.sentence', { text: failureTitle(words, failure) });
}
