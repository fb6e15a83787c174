import { useId, useMemo, useState } from 'react';

import { agendaOf, type AgendaItem, type Session } from '#src/domain/backlog/agenda';

import { usePlatform } from '../../ui/bridge-context';
import { IssueLink } from '../../ui/issue-link';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import type { Finding, Health } from '../health';
import { IssueSummary } from '../issue-summary';

import { documentOf } from './agenda-document';
import { gainInWords, notesInWords, settleInWords, timeInWords, titleInWords } from './agenda-words';
import { CopyButtons } from '../../ui/copy/copy-buttons';
import { NumberField } from '../../ui/number-field';
import './agenda.css';

function Entry({ health, item }: { readonly health: Health; readonly item: AgendaItem<Finding> }) {
  const words = useWords();
  const { settle, consider } = settleInWords(words, item);
  const issue = health.issues.find(({ id }) => id === item.id);
  return (
    <li className="agenda__item">
      <p className="agenda__what">
        <IssueLink issueKey={item.key} className="agenda__key" />{' '}
        {issue !== undefined && <IssueSummary issue={issue} />}
      </p>
      <p className="agenda__settle">{settle.join(' ')}</p>
      {consider.length > 0 && (
        <p className="agenda__consider">{words.say('agenda.while-at-it', { what: consider.join(' ') })}</p>
      )}
      <p className="agenda__gain">{gainInWords(words, health, item)}</p>
    </li>
  );
}

/** The shortest list of items to refine for two sprints ahead, cut to the length of the refinement. */
export function Agenda() {
  const words = useWords();
  const { say } = words;
  const { health } = useDesk();
  const { context } = usePlatform();
  /** The viewer's own session, for as long as the screen is open. */
  const [own, setOwn] = useState<Partial<Session>>({});
  const title = useId();
  const session = useMemo<Session>(() => ({ ...health.session, ...own }), [health.session, own]);
  const agenda = useMemo(() => agendaOf<Finding>(health, session), [health, session]);
  const notes = notesInWords(words, health, agenda);
  return (
    <section className="agenda" aria-labelledby={title}>
      <h2 id={title} className="agenda__title">
        {titleInWords(words, health, agenda)}
      </h2>
      {agenda.needed > 0 && (
        <>
          <p className="agenda__time">{timeInWords(words, agenda, session)}</p>
          {agenda.items.length > 0 && (
            <ol className="agenda__items">
              {agenda.items.map((item) => (
                <Entry key={item.id} health={health} item={item} />
              ))}
            </ol>
          )}
        </>
      )}
      {notes.map((note) => (
        <p key={note} className="agenda__note">
          {note}
        </p>
      ))}
      {agenda.needed > 0 && (
        <div className="agenda__foot">
          <div className="agenda__session" role="group" aria-label={say('agenda.session')}>
            <NumberField
              label={say('agenda.minutes')}
              value={session.minutes}
              min={10}
              max={480}
              onChange={(minutes) => {
                setOwn({ ...own, minutes });
              }}
            />
            <NumberField
              label={say('agenda.minutes-per-item')}
              value={session.minutesPerItem}
              min={1}
              max={120}
              onChange={(minutesPerItem) => {
                setOwn({ ...own, minutesPerItem });
              }}
            />
          </div>
          {agenda.items.length > 0 && (
            <CopyButtons
              label={say('agenda.copy')}
              documentNow={() =>
                documentOf(words, { health, agenda, session, siteUrl: context.siteUrl, today: new Date() })
              }
            />
          )}
        </div>
      )}
    </section>
  );
}
