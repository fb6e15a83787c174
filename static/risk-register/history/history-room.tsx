import { useState } from 'react';

import Button from '@atlaskit/button/new';

import { groupBy } from '#src/domain/risk/group';

import { useDesk } from '../desk';
import { Room } from '../nav';
import { Chooser } from '../parts/chooser';
import { usePeople } from '../state/use-people';
import { troubleTitle } from '../trouble';
import { RiskWordsProvider, useRiskWords } from '../words/risk-words';

import { isOf, isOwn, KINDS, namesIn, type Kind } from './entry-kinds';
import { HistoryLine } from './history-line';
import { useHistory } from './use-history';
import './history.css';

/** What happened to one risk, or to all of them, in readable sentences. */
export function HistoryRoom({ riskId }: { readonly riskId: string | null }) {
  const { events, isAsking, failure, hasOlder, older, again, anew } = useHistory(riskId);
  const words = useRiskWords();
  const { say } = words;
  const { byId, readOnly } = useDesk();
  const people = usePeople(events.flatMap(namesIn));
  const [person, setPerson] = useState('');
  const [kind, setKind] = useState<Kind>('all');

  // Whoever wrote long ago is known by name only now.
  const named = {
    ...words,
    person: (accountId: string | null) =>
      (accountId === null ? undefined : people.names.get(accountId)) ?? words.person(accountId),
  };
  const risk = riskId === null ? null : (byId.get(riskId) ?? null);
  const shown = events.filter((event) => isOf(kind, event) && (person === '' || event.act.by === person));
  const authors = [...new Set(events.map(({ act }) => act.by))];
  const canRestore = readOnly === null && risk !== null && risk.deleted === null;

  return (
    <RiskWordsProvider value={named}>
      <Room
        title={
          risk === null
            ? say('risk.history.title')
            : say('risk.history.title-of', { risk: words.key(risk.id), title: risk.title })
        }
      >
        <div className="filters">
          <Chooser
            label={say('risk.history.who')}
            value={person}
            choices={[
              { value: '', label: say('risk.list.everybody') },
              ...authors.map((accountId) => ({ value: accountId, label: named.person(accountId) })),
            ]}
            onChoose={setPerson}
          />
          <Chooser
            label={say('risk.history.what')}
            value={kind}
            choices={KINDS.map((each) => ({ value: each, label: say('risk.history.kind', { kind: each }) }))}
            onChoose={(value) => {
              setKind(value as Kind);
            }}
          />
        </div>
        {[...groupBy(shown, ({ act }) => act.on)].map(([date, some]) => (
          <section key={date} className="history__day">
            <h3 className="history__date">{words.day(date)}</h3>
            <ul className="history__events">
              {some.map((event) => (
                <HistoryLine
                  key={isOwn(event) ? `register ${event.version}` : `${event.riskId} ${event.version}`}
                  event={event}
                  risk={risk}
                  canRestore={canRestore}
                  onRestored={anew}
                />
              ))}
            </ul>
          </section>
        ))}
        {!isAsking && failure === null && shown.length === 0 && (
          <p className="muted">{say('risk.history.none')}</p>
        )}
        {failure !== null && (
          <p className="form__failure" role="alert">
            {say('risk.history.not-read', { reason: troubleTitle(words, failure) })}{' '}
            <button type="button" className="link-button" onClick={again}>
              {say('failure.retry')}
            </button>
          </p>
        )}
        {isAsking && <p aria-busy="true">{say('risk.history.reading')}</p>}
        {hasOlder && !isAsking && failure === null && (
          <Button onClick={older}>{say('risk.history.older')}</Button>
        )}
      </Room>
    </RiskWordsProvider>
  );
}
