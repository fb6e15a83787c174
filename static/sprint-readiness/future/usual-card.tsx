import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { Card } from '../parts/card';
import { aboutInWords, historyInWords, usualInWords } from '../parts/sprint-words';
import type { Plan } from '../state/opened';

/** How a plan of this size has gone before, and how much comes in later as a rule. */
export function UsualCard({ plan: { alike, growth, odds } }: { readonly plan: Plan }) {
  const words = useWords();
  const { say } = words;
  const { opened } = useDesk();
  const { unit, past } = opened;
  const isExact = past.sprints.length > 0;
  return (
    <Card title={say('sprint.usual.title')}>
      {alike !== null && (
        <p className="sprint-card__text">
          {say('sprint.usual.alike', {
            count: alike.delivered.sprints,
            delivered: usualInWords(words, unit, alike.delivered),
          })}
        </p>
      )}
      {growth !== null && (
        <p className="sprint-card__text">
          {say('sprint.usual.growth', { added: usualInWords(words, unit, growth), count: growth.sprints })}
        </p>
      )}
      {odds !== null && odds.evenAt !== null && (
        <p className="sprint-card__text">
          {say('sprint.usual.even', { amount: aboutInWords(words, unit, odds.evenAt) })}
        </p>
      )}
      {alike === null && growth === null && (
        <p className="sprint-card__text sprint-card__text--quiet">
          {isExact || odds !== null
            ? say(past.unread > 0 ? 'sprint.usual.coming' : 'sprint.usual.no-like')
            : say('sprint.sentence', { text: historyInWords(words, opened) })}
        </p>
      )}
    </Card>
  );
}
