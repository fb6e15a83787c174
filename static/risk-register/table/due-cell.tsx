import type { AssessedRisk } from '#src/domain/risk/assess-register';
import { daysBetween } from '#src/domain/risk/calendar';

import type { RiskWords } from '../words/risk-words';

import { CheckLabels } from './check-labels';

/** When a review is due, seen from today. */
function dueWords(words: RiskWords, on: string): string {
  const days = daysBetween(words.today, on);
  return days < 0 ? words.say('risk.label.review-overdue', { days: -days }) : words.say('risk.due', { days });
}

/** When the next review is due, and what is wrong with the last ones; null facts are those of a risk that is over. */
export function DueCell({
  assessed,
  words,
}: {
  readonly assessed: AssessedRisk | null;
  readonly words: RiskWords;
}) {
  if (assessed === null) return <span className="muted">{words.say('risk.due-none')}</span>;
  const { due, findings } = assessed;
  return (
    <>
      {due.daysOverdue === 0 && dueWords(words, due.on)}
      <CheckLabels words={words} assessed={assessed} beside="due" />
      {due.daysOverdue > 0 &&
        !findings.some(({ check }) => check === 'review-overdue') &&
        dueWords(words, due.on)}
    </>
  );
}
