import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { groupBy } from '#src/domain/risk/group';
import type { RegisterEvent } from '#src/domain/risk/register-change';

import { useChange } from '../change-log';
import { useDesk } from '../desk';
import { Room } from '../nav';
import { RiskKey } from '../parts/risk-key';
import { usePeople } from '../state/use-people';
import { troubleTitle } from '../trouble';
import { eventWords, registerEventWords } from '../words/event-words';
import { RiskWordsProvider, useRiskWords } from '../words/risk-words';

import { useHistory, type HistoryEntry } from './use-history';
import './history.css';

/** Kinds of entries that can be looked at alone. */
const KINDS = ['all', 'edited', 'reviewed', 'created', 'deleted'] as const;

/** Whether an entry is of the register itself. */
const isOwn = (entry: HistoryEntry): entry is RegisterEvent =>
  entry.kind === 'settings-changed' || entry.kind === 'review-ended';

type Kind = (typeof KINDS)[number];

function isOf(kind: Kind, event: HistoryEntry): boolean {
  if (isOwn(event)) return kind === 'all' || kind === (event.kind === 'review-ended' ? 'reviewed' : 'edited');
  switch (kind) {
    case 'all':
      return true;
    case 'edited':
      return (
        event.kind === 'edited' ||
        event.kind === 'reverted' ||
        ('changes' in event && event.changes.length > 0)
      );
    case 'deleted':
      return event.kind === 'deleted' || event.kind === 'undeleted';
    case 'created':
    case 'reviewed':
      return event.kind === kind;
  }
}

/** What happened to one risk, or to all of them, in readable sentences. */
export function HistoryRoom({ riskId }: { readonly riskId: string | null }) {
  const { events, isAsking, failure, hasOlder, older, again, anew } = useHistory(riskId);
  const words = useRiskWords();
  const { say } = words;
  const { byId, readOnly } = useDesk();
  const { change } = useChange();
  const people = usePeople(events.flatMap((event) => namesIn(event)));
  const [person, setPerson] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const id = useId();

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
          <div className="filters__chooser">
            <label className="field__label" htmlFor={`${id}-who`}>
              {say('risk.history.who')}
            </label>
            <select
              id={`${id}-who`}
              className="field__input"
              value={person}
              onChange={(event) => {
                setPerson(event.target.value);
              }}
            >
              <option value="">{say('risk.list.everybody')}</option>
              {authors.map((accountId) => (
                <option key={accountId} value={accountId}>
                  {named.person(accountId)}
                </option>
              ))}
            </select>
          </div>
          <div className="filters__chooser">
            <label className="field__label" htmlFor={`${id}-what`}>
              {say('risk.history.what')}
            </label>
            <select
              id={`${id}-what`}
              className="field__input"
              value={kind}
              onChange={(event) => {
                setKind(event.target.value as Kind);
              }}
            >
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {say('risk.history.kind', { kind: each })}
                </option>
              ))}
            </select>
          </div>
        </div>
        {[...groupBy(shown, ({ act }) => act.on)].map(([date, some]) => (
          <section key={date} className="history__day">
            <h3 className="history__date">{words.day(date)}</h3>
            <ul className="history__events">
              {some.map((event) => {
                if (isOwn(event)) {
                  return (
                    <li key={`register ${event.version}`} className="history__event">
                      <p className="history__deed">
                        {registerEventWords(named, event)}{' '}
                        <time className="muted" dateTime={event.act.at}>
                          {words.moment(event.act.at)}
                        </time>
                      </p>
                    </li>
                  );
                }
                const { deed, changes } = eventWords(named, event);
                const isNow = risk !== null && event.version === risk.version;
                return (
                  <li key={`${event.riskId} ${event.version}`} className="history__event">
                    <p className="history__deed">
                      {risk === null && (
                        <>
                          <RiskKey riskId={event.riskId} />{' '}
                        </>
                      )}
                      {deed}{' '}
                      <time className="muted" dateTime={event.act.at}>
                        {words.moment(event.act.at)}
                      </time>
                    </p>
                    {changes.length > 0 && (
                      <ul className="history__changes">
                        {changes.map((sentence) => (
                          <li key={sentence}>{sentence}</li>
                        ))}
                      </ul>
                    )}
                    {canRestore && !isNow && event.kind !== 'deleted' && (
                      <button
                        type="button"
                        className="link-button"
                        onClick={() => {
                          void change(risk, { kind: 'revert', toVersion: event.version }).then(anew);
                        }}
                      >
                        {say('risk.history.restore')}
                        <span className="for-readers">
                          {' '}
                          {say('risk.history.restore-to', { moment: words.moment(event.act.at) })}
                        </span>
                      </button>
                    )}
                    {isNow && <span className="muted">{say('risk.history.now')}</span>}
                  </li>
                );
              })}
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

/** The accounts that an entry names. */
function namesIn(event: HistoryEntry): readonly string[] {
  if (event.kind === 'review-ended') return [event.act.by, ...event.session.people];
  if (isOwn(event)) return [event.act.by];
  const owners = 'changes' in event ? event.changes.filter(({ field }) => field === 'ownerId') : [];
  const named = owners.flatMap(({ before, after }) => [before, after]);
  return [event.act.by, ...named.filter((each): each is string => typeof each === 'string')];
}
