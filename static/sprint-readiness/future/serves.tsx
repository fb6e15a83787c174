import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { refusalInWords } from '../parts/sprint-words';
import type { Notes, Opened, Plan } from '../state/opened';

import { Conflict } from './conflict';
import { useSaveNotes } from './use-save-notes';

type Choice = Notes['serves'];

const valueOf = (choice: Choice): string =>
  choice === null ? '' : choice.kind === 'epic' ? `epic ${choice.epicId}` : `label ${choice.label}`;

function choiceOf(value: string): Choice {
  const [kind, ...rest] = value.split(' ');
  const what = rest.join(' ');
  if (kind === 'epic') return { kind, epicId: what };
  return kind === 'label' ? { kind, label: what } : null;
}

/** Epics and labels of the planned issues, and what is chosen. */
function choicesIn({ words }: Opened, { issues }: Plan, chosen: Choice) {
  const epics = new Set(issues.flatMap(({ parentId }) => parentId ?? []));
  const labels = new Set(issues.flatMap((issue) => issue.labels));
  if (chosen?.kind === 'epic') epics.add(chosen.epicId);
  if (chosen?.kind === 'label') labels.add(chosen.label);
  return {
    epics: [...epics].map((id) => ({ id, words: words.parents[id] ?? null })),
    labels: [...labels].sort((one, other) => one.localeCompare(other)),
  };
}

/** How much of the plan serves the goal, by an epic or a label that is chosen once for all who look. */
export function Serves({ plan }: { readonly plan: Plan }) {
  const words = useWords();
  const { say, percent } = words;
  const { opened } = useDesk();
  const { notes } = opened;
  const { isBusy, failure, theirs, save, takeTheirs, forget } = useSaveNotes('serves');
  const [picked, setPicked] = useState<string | null>(null);
  const id = useId();
  if (notes === null) return null;
  const { epics, labels } = choicesIn(opened, plan, notes.serves);
  const share = plan.goal.servedShare;
  const isOpen = opened.canSaveNotes && opened.isLicensed && epics.length + labels.length > 0;
  const saved = valueOf(notes.serves);
  const value = picked ?? saved;
  const send = async (over: Notes) => {
    if (await save({ serves: choiceOf(value) }, over)) setPicked(null);
  };
  return (
    <>
      {share !== null && (
        <p className="sprint-card__text">
          {say('sprint.serves.share', { share: percent(share), unit: opened.unit })}
        </p>
      )}
      {isOpen && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void send(notes);
          }}
        >
          <div className="sprint-field">
            <label className="sprint-field__label" htmlFor={id}>
              {say('sprint.serves.field')}
            </label>
            <select
              id={id}
              className="sprint-field__input"
              value={value}
              onChange={({ target }) => {
                setPicked(target.value);
              }}
            >
              <option value="">{say('sprint.serves.nothing')}</option>
              {epics.length > 0 && (
                <optgroup label={say('sprint.serves.epics')}>
                  {epics.map((epic) => (
                    <option key={epic.id} value={valueOf({ kind: 'epic', epicId: epic.id })}>
                      {epic.words === null
                        ? say('list.some-epic')
                        : say('list.parent-and-summary', { ...epic.words })}
                    </option>
                  ))}
                </optgroup>
              )}
              {labels.length > 0 && (
                <optgroup label={say('sprint.serves.labels')}>
                  {labels.map((label) => (
                    <option key={label} value={valueOf({ kind: 'label', label })}>
                      {label}
                    </option>
                  ))}
                </optgroup>
              )}
            </select>
          </div>
          {failure !== null && (
            <p className="sprint-card__failure" role="alert">
              {say('sprint.not-saved', { reason: refusalInWords(words, failure) })}
            </p>
          )}
          {theirs !== null && (
            <Conflict
              theirs={say('sprint.serves.theirs')}
              onKeep={() => {
                setPicked(null);
                takeTheirs(theirs);
              }}
              onOverwrite={() => {
                forget();
                void send(theirs);
              }}
            />
          )}
          {value !== saved && (
            <div className="sprint-card__buttons">
              <Button type="submit" spacing="compact" isDisabled={isBusy}>
                {say('sprint.save')}
              </Button>
            </div>
          )}
        </form>
      )}
    </>
  );
}
