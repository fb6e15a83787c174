import { useId, useRef, useState, type FormEvent } from 'react';

import Spinner from '@atlaskit/spinner';

import { Announcer } from '../../ui/announcer';
import type { ScreenFailure } from '../../ui/failure';
import { failureTitle, FailureNotice } from '../../ui/failure-notice';
import { useWords, type Words } from '../../ui/words';
import { useDesk } from '../desk';

import { Changes } from './changes';
import { Dialog } from './dialog';
import { Overtaken } from './overtaken';
import { SettingsFields } from './settings-fields';
import { SettingsFooter } from './settings-footer';
import { SettingsInView } from './settings-in-view';
import { momentInWords } from './settings-words';
import { useBoardSettings } from './use-board-settings';
import { useNames } from './use-names';
import './settings.css';

function notSaved(words: Words, failure: ScreenFailure): string {
  if (failure.code === 'no-access') return words.say('settings.admins-only');
  return words.say('settings.not-saved', { reason: failureTitle(words, failure) });
}

/** The checks of the board: for project admins to change, for everybody else to see. */
export function SettingsDialog({ onClose }: { readonly onClose: (outcome: 'saved' | 'as-it-was') => void }) {
  const words = useWords();
  const { say } = words;
  const { boardId, health, refresh } = useDesk();
  const settings = useBoardSettings(boardId, () => {
    refresh();
    onClose('saved');
  });
  const { editing, isChanged, isSaving, failure } = settings;
  const answer = editing?.answer;
  const [isAsking, setIsAsking] = useState(false);
  const [spoken, setSpoken] = useState('');
  const title = useId();
  const form = useRef<HTMLFormElement>(null);
  const [last] = answer?.changes ?? [];
  const names = useNames([...new Set(answer?.changes.map(({ by }) => by))].join(','));
  const canChange = answer?.canChange === true && health.isLicensed;

  const askClose = () => {
    if (isAsking) setIsAsking(false);
    else if (isChanged) setIsAsking(true);
    else onClose('as-it-was');
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const odd = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (odd) odd.focus();
    else if (isChanged) void settings.save();
  };

  return (
    <Dialog labelledBy={title} onAskClose={askClose}>
      <form ref={form} className="settings" noValidate onSubmit={save}>
        <div className="settings__head">
          <h2 id={title} className="settings__title" tabIndex={-1} autoFocus>
            {say('settings.title')}
          </h2>
          <p className="settings__lead">
            {last === undefined
              ? say('settings.lead', { board: health.board.name })
              : say('settings.lead-changed', {
                  board: health.board.name,
                  who: names[last.by] ?? say('settings.someone'),
                  when: momentInWords(words, last.at),
                })}
          </p>
          {answer !== undefined && !canChange && (
            <p className="settings__locked">
              {say(answer.canChange ? 'mend.failure.unlicensed' : 'settings.admins-only')}
            </p>
          )}
        </div>
        <div className="settings__body">
          {editing === null && failure !== null && (
            <FailureNotice failure={failure} onRetry={settings.load} />
          )}
          {editing === null && failure === null && (
            <p className="settings__loading" role="status">
              <Spinner size="small" /> {say('settings.loading')}
            </p>
          )}
          {editing?.overtaken != null && (
            <Overtaken
              before={editing.overtaken}
              answer={editing.answer}
              names={names}
              onLoadTheirs={settings.loadTheirs}
            />
          )}
          {editing !== null && canChange && (
            <SettingsFields
              key={editing.round}
              draft={editing.draft}
              answer={editing.answer}
              isDisabled={isSaving}
              onChange={settings.edit}
            />
          )}
          {answer !== undefined && !canChange && <SettingsInView answer={answer} />}
          {answer !== undefined && (
            <section className="settings__section">
              <h3 className="settings__subtitle">{say('settings.changes')}</h3>
              <Changes
                answer={answer}
                names={names}
                {...(canChange && {
                  onTakeBack: (change) => {
                    settings.apply(change);
                    setSpoken(say('settings.taken-back'));
                  },
                })}
              />
            </section>
          )}
        </div>
        <SettingsFooter
          canChange={canChange}
          isChanged={isChanged}
          isSaving={isSaving}
          isAsking={isAsking}
          problem={editing !== null && failure !== null ? notSaved(words, failure) : null}
          onAskClose={askClose}
          onDiscard={() => {
            onClose('as-it-was');
          }}
        />
      </form>
      <Announcer text={spoken} />
    </Dialog>
  );
}
