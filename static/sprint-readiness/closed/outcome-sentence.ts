import { inOneBreath, type Words } from '../../ui/words';
import { usualInWords } from '../parts/sprint-words';
import { spokenSentence, type Sentence } from '../parts/verdict';
import type { Opened, Outcome } from '../state/opened';

/** What a sprint delivered of what it planned, in one sentence. */
export function outcomeSentence({ amount }: Words, { unit }: Opened, { figures }: Outcome): Sentence {
  return {
    id: 'sprint.closed.verdict',
    values: {
      delivered: amount(unit, figures.delivered.amount),
      planned: amount(unit, figures.committed.amount),
    },
    tone: 'plain',
  };
}

/** How usual that is for the team. */
export function outcomeBasis(words: Words, { unit }: Opened, { figures, usual }: Outcome): readonly string[] {
  const { say } = words;
  if (usual === null) return [say('sprint.closed.no-usual')];
  const { lowest, highest, sprints } = usual.delivered;
  const { amount } = figures.delivered;
  const place =
    amount < lowest
      ? 'sprint.closed.less'
      : amount > highest
        ? 'sprint.closed.more'
        : 'sprint.closed.as-usual';
  return [
    inOneBreath([
      say(place, { usual: usualInWords(words, unit, usual.delivered) }),
      say('sprint.from-other-sprints', { count: sprints }),
    ]),
  ];
}

/** The sentence as it is read aloud. */
export const spokenOutcome = (words: Words, opened: Opened, outcome: Outcome): string =>
  spokenSentence(words, outcomeSentence(words, opened, outcome));
