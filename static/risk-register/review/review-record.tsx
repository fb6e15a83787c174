import { groupBy } from '#src/domain/risk/group';
import type { ReviewSession } from '#src/domain/risk/review-session';

import { useDesk } from '../desk';
import { outcomeWords } from '../words/event-words';
import { useRiskWords } from '../words/risk-words';

/** Who looked at what, and what came of it: the evidence that the review happened. */
export function ReviewRecord({ session }: { readonly session: ReviewSession | null }) {
  const words = useRiskWords();
  const { say } = words;
  const { byId } = useDesk();
  if (session === null) return <p className="room__text">{say('risk.record.none')}</p>;
  const { looks, people, ended } = session;
  const risks = new Set(looks.map(({ riskId }) => riskId)).size;
  return (
    <>
      <p className="room__text">
        {say('risk.record.summary', { date: words.day(ended.on), people: people.length, risks })}
      </p>
      {[...groupBy(looks, ({ by }) => by)].map(([by, own]) => (
        <section key={by} className="record">
          <h3 className="record__who">
            <bdi>{words.person(by)}</bdi>{' '}
            <span className="muted">{say('risk.record.count', { count: own.length })}</span>
          </h3>
          <ul className="record__looks">
            {own.map(({ riskId, version, outcome }) => (
              <li key={`${riskId} ${version}`}>
                {words.key(riskId)} <bdi>{byId.get(riskId)?.title ?? ''}</bdi>:{' '}
                <strong>{outcomeWords(words, outcome)}</strong>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
