import type { MessageId } from '../../ui/locale';
import type { Unit, Words } from '../../ui/words';

import { dayWords } from './day-words';
import { isMeasured, type Figure, type Point, type Series } from './series';

export const TITLES = {
  runway: 'trends.figure.runway',
  ready: 'trends.figure.ready',
  depth: 'trends.figure.depth',
  scope: 'trends.figure.scope',
  sprint: 'trends.figure.sprint',
  open: 'trends.figure.open',
} as const satisfies Record<Figure, MessageId>;

export const NOTES = {
  runway: 'trends.note.runway',
  ready: 'trends.note.ready',
  depth: 'trends.note.depth',
  scope: 'trends.note.scope',
  sprint: 'trends.note.sprint',
  open: 'trends.note.open',
} as const satisfies Record<Figure, MessageId>;

/** A figure's value with what it counts, such as "2.3 sprints". */
export function valueWords(words: Words, figure: Figure, value: number, unit: Unit): string {
  if (figure === 'runway') return words.say('trends.sprints', { sprints: words.sprints(value) });
  return words.amount(isMeasured(figure) ? unit : 'items', value);
}

/** A point as it is read: from one end of its range to the other, where it has one. */
export function pointWords(words: Words, figure: Figure, { value, upper }: Point, unit: Unit): string {
  if (upper === null) return valueWords(words, figure, value, unit);
  const low = words.sprints(value);
  const high = words.sprints(upper);
  return low === high
    ? valueWords(words, figure, value, unit)
    : words.say('trends.sprints-range', { low, high });
}

/** How a figure went, in one sentence: what the picture shows. */
export function courseWords(words: Words, { figure, points }: Series, unit: Unit, today: string): string {
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) return words.say('trends.course-none');
  const told = (value: number) => valueWords(words, figure, value, unit);
  if (points.length === 1) return words.say('trends.course-one', { day: dayWords(words, first.day, today) });
  const values = points.map(({ value }) => value);
  if (values.every((value) => value === last.value)) {
    return words.say('trends.course-same', { last: told(last.value), days: points.length });
  }
  return words.say('trends.course', {
    first: told(first.value),
    from: dayWords(words, first.day, today),
    last: told(last.value),
    to: dayWords(words, last.day, today),
    low: told(Math.min(...values)),
    high: told(Math.max(...values)),
    days: points.length,
  });
}
