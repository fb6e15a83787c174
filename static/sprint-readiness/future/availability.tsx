import { useId, useState } from 'react';

import Button from '@atlaskit/button/new';

import { useIsSlow } from '../../ui/use-is-slow';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { Card } from '../parts/card';
import { refusalInWords } from '../parts/sprint-words';
import type { Notes } from '../state/opened';

import { Conflict } from './conflict';
import { useSaveNotes } from './use-save-notes';

const MOST_PEOPLE = 200;
const MOST_DAYS = 2000;

/** What is typed as a number; null when empty, undefined when it is none that holds. */
function typedNumber(
  text: string,
  { least, most, isWhole }: { least: number; most: number; isWhole: boolean },
) {
  const value = Number(text.trim().replace(',', '.'));
  if (text.trim() === '') return null;
  return value >= least && value <= most && (!isWhole || Number.isInteger(value)) ? value : undefined;
}

function Field({
  label,
  value,
  problem,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  /** null where the value holds. */
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div className="sprint-field">
      <label className="sprint-field__label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="sprint-field__input sprint-field__input--short"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        aria-invalid={problem !== null}
        {...(problem === null ? {} : { 'aria-describedby': `${id}-problem` })}
        onChange={({ target }) => {
          onChange(target.value);
        }}
      />
      {problem !== null && (
        <p id={`${id}-problem`} className="sprint-card__failure">
          {problem}
        </p>
      )}
    </div>
  );
}

/** What is noted, as it stands in the fields; empty while nobody noted anything. */
const textOf = ({ people, daysOff, version }: Notes) => ({
  people: people === null ? '' : String(people),
  daysOff: version === 0 ? '' : String(daysOff),
});

function Form({ notes }: { readonly notes: Notes }) {
  const words = useWords();
  const { say } = words;
  const { isBusy, failure, theirs, save, takeTheirs, forget } = useSaveNotes('availability');
  const isSlow = useIsSlow(isBusy);
  const [seen, setSeen] = useState(notes);
  const [typed, setTyped] = useState(textOf(notes));
  if (seen.version !== notes.version) {
    setSeen(notes);
    // What is typed and not saved stays; what only shows the last notes shows the new ones, as after an undo.
    const shown = textOf(seen);
    if (typed.people === shown.people && typed.daysOff === shown.daysOff) setTyped(textOf(notes));
  }
  const people = typedNumber(typed.people, { least: 1, most: MOST_PEOPLE, isWhole: true });
  const daysOff = typedNumber(typed.daysOff, { least: 0, most: MOST_DAYS, isWhole: false });
  const send = (over: Notes) => {
    if (people === undefined || daysOff === undefined) return;
    void save({ people, daysOff: daysOff ?? 0 }, over);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send(notes);
      }}
    >
      <Field
        label={say('sprint.availability.people')}
        value={typed.people}
        problem={people === undefined ? say('number.whole', { min: 1, max: MOST_PEOPLE }) : null}
        onChange={(value) => {
          setTyped({ ...typed, people: value });
        }}
      />
      <Field
        label={say('sprint.availability.days-off')}
        value={typed.daysOff}
        problem={daysOff === undefined ? say('sprint.availability.days-problem', { max: MOST_DAYS }) : null}
        onChange={(value) => {
          setTyped({ ...typed, daysOff: value });
        }}
      />
      {failure !== null && (
        <p className="sprint-card__failure" role="alert">
          {say('sprint.not-saved', { reason: refusalInWords(words, failure) })}
        </p>
      )}
      {theirs !== null && (
        <Conflict
          theirs={say('sprint.availability.theirs', {
            people: theirs.people ?? 0,
            days: theirs.daysOff,
          })}
          onKeep={() => {
            setTyped(textOf(theirs));
            takeTheirs(theirs);
          }}
          onOverwrite={() => {
            forget();
            send(theirs);
          }}
        />
      )}
      <div className="sprint-card__buttons">
        <Button type="submit" spacing="compact" isLoading={isSlow}>
          {say('sprint.save')}
        </Button>
      </div>
    </form>
  );
}

/** Who is there in the sprint: said once, for all who look. */
export function Availability() {
  const { say, number } = useWords();
  const { opened } = useDesk();
  const { notes, canSaveNotes, isLicensed } = opened;
  if (notes === null) return null;
  const isOpen = canSaveNotes && isLicensed;
  return (
    <Card title={say('sprint.availability.title')}>
      <p className="sprint-card__text sprint-card__text--quiet">{say('sprint.availability.what')}</p>
      {isOpen ? (
        <Form notes={notes} />
      ) : (
        <>
          <p className="sprint-card__text">
            {notes.people === null
              ? say('sprint.availability.unsaid')
              : say('sprint.availability.said', { people: notes.people, days: number(notes.daysOff) })}
          </p>
          <p className="sprint-card__text sprint-card__text--quiet">
            {say(isLicensed ? 'sprint.locked.notes' : 'sprint.locked.unlicensed')}
          </p>
        </>
      )}
    </Card>
  );
}
