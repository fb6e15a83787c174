import type { Words } from '../../ui/words';

/** A day as the scale of a chart has it, short and without its year. */
export function scaleDay({ locale }: Words, date: Date): string {
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(date);
}

/** A day as people write it, with its year where that is another than today's. Days are those of UTC. */
export function dayWords({ locale }: Words, day: string, today: string): string {
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(new Date(day));
}
