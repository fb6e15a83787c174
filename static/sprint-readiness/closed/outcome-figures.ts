import type { MessageId } from '../../ui/locale';
import type { Words } from '../../ui/words';
import { usualInWords } from '../parts/sprint-words';
import type { Opened, Outcome } from '../state/opened';

/** One figure of a closed sprint in words. */
export interface Figure {
  readonly name: string;
  readonly amount: string;
  /** Empty where issues are counted: the amount says it. */
  readonly items: string;
  /** Empty where nothing is known of it. */
  readonly usual: string;
}

type Counted = Exclude<keyof Outcome['figures'], 'sprintId' | 'startDate' | 'completeDate' | 'reestimated'>;

const NAMES = {
  committed: 'sprint.figure.committed',
  carriedIn: 'sprint.figure.carried-in',
  added: 'sprint.figure.added',
  removed: 'sprint.figure.removed',
  delivered: 'sprint.figure.delivered',
  outside: 'sprint.figure.outside',
  carriedOver: 'sprint.figure.carried-over',
} as const satisfies Record<Counted, MessageId>;

const ORDER = Object.keys(NAMES) as Counted[];

/** The figures of a closed sprint in the order in which they happened. */
export function figuresInWords(
  words: Words,
  { unit }: Opened,
  { figures, usual }: Outcome,
): readonly Figure[] {
  const { say, amount, number } = words;
  const usualOf = (figure: Counted) =>
    usual !== null && (figure === 'delivered' || figure === 'added' || figure === 'carriedOver')
      ? usualInWords(words, unit, usual[figure])
      : '';
  const counted = ORDER.map((figure): Figure => ({
    name: say(NAMES[figure]),
    amount: amount(unit, figures[figure].amount),
    items: unit === 'points' ? amount('items', figures[figure].items) : '',
    usual: usualOf(figure),
  }));
  const { reestimated } = figures;
  if (reestimated.items === 0) return counted;
  const changed: Figure = {
    name: say('sprint.figure.reestimated'),
    amount: `${reestimated.amount > 0 ? '+' : ''}${number(reestimated.amount)}`,
    items: amount('items', reestimated.items),
    usual: '',
  };
  return counted.toSpliced(ORDER.indexOf('delivered'), 0, changed);
}
