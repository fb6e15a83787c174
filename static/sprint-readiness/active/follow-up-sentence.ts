import { fanAt } from '#src/domain/sprint/fan';

import { inOneBreath, type Words } from '../../ui/words';
import { historyInWords, likelyInWords, usualInWords } from '../parts/sprint-words';
import { spokenSentence, type Sentence } from '../parts/verdict';
import type { FollowUp, Opened } from '../state/opened';

/** How a sprint goes beside what is usual for the team, in one sentence. */
export function followUpSentence(words: Words, { unit }: Opened, followUp: FollowUp): Sentence {
  const { amount, range, percent } = words;
  const { verdict, delivered, remaining, elapsed, fan, added } = followUp;
  const now = fan && fanAt(fan, elapsed);
  const values = {
    delivered: amount(unit, delivered.amount),
    all: amount(unit, delivered.amount + remaining.amount),
    elapsed: percent(elapsed),
    usual: now === null ? '' : range(unit, now.p15, now.p85),
    added: amount(unit, added.now.amount),
    usuallyAdded: added.usual === null ? '' : usualInWords(words, unit, added.usual),
  };
  switch (verdict) {
    case 'as-usual':
      return { id: 'sprint.active.as-usual', values, tone: 'good' };
    case 'behind':
      return { id: 'sprint.active.behind', values, tone: 'warning' };
    case 'ahead':
      return { id: 'sprint.active.ahead', values, tone: 'good' };
    case 'scope-grew':
      return { id: 'sprint.active.scope-grew', values, tone: 'warning' };
    case 'no-history':
      return { id: 'sprint.active.no-history', values, tone: 'plain' };
  }
}

/** What it rests on. */
export function followUpBasis(words: Words, opened: Opened, followUp: FollowUp): readonly string[] {
  const { say, amount, percent } = words;
  const { remaining, elapsed, fan, verdict } = followUp;
  const end = fan?.at(-1);
  const stands = say('sprint.active.stands', {
    remaining: amount(opened.unit, remaining.amount),
    elapsed: percent(elapsed),
  });
  return [
    ...(verdict === 'as-usual' || verdict === 'no-history' ? [] : [stands]),
    end === undefined
      ? say('sprint.sentence', { text: historyInWords(words, opened) })
      : inOneBreath([
          say('sprint.active.by-the-end', {
            likely: likelyInWords(words, opened.unit, end.p15, end.p85),
            unit: opened.unit,
          }),
          say('sprint.from-sprints', { count: opened.past.delivered.length }),
        ]),
  ];
}

/** The sentence as it is read aloud. */
export const spokenFollowUp = (words: Words, opened: Opened, followUp: FollowUp): string =>
  spokenSentence(words, followUpSentence(words, opened, followUp));
