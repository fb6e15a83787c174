import { useEffect, useId, useRef, useState } from 'react';

import Button from '@atlaskit/button/new';

import { useIsSlow } from '../../ui/use-is-slow';
import { useWords } from '../../ui/words';
import { useActs } from '../acts/acts';
import type { GoalSent } from '../acts/send-goal';
import { refusalInWords } from '../parts/sprint-words';

import { Conflict } from './conflict';

/** As many characters as the backend takes. */
const LONGEST = 1000;

/** A field for the goal. What was typed stays until it is saved or given up. */
export function GoalForm({ goal, onClose }: { readonly goal: string; readonly onClose: () => void }) {
  const words = useWords();
  const { say } = words;
  const { isBusy, setGoal, announce } = useActs();
  const [typed, setTyped] = useState(goal);
  /** What the viewer saw when they began, or was told of since. */
  const [was, setWas] = useState(goal);
  const [sent, setSent] = useState<GoalSent | null>(null);
  const isSlow = useIsSlow(isBusy);
  const area = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    area.current?.focus();
  }, []);
  const failure =
    sent?.result === 'failed'
      ? say('sprint.not-saved', { reason: refusalInWords(words, sent.failure) })
      : null;
  const theirs = sent?.result === 'conflict' ? sent.goal : null;

  const save = async (seen: string) => {
    setSent(null);
    const next = await setGoal(seen, typed.trim());
    setSent(next);
    if (next.result === 'changed') onClose();
    if (next.result === 'failed')
      announce(say('sprint.not-saved', { reason: refusalInWords(words, next.failure) }));
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save(was);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          // The dialog around the screen would close, and what was typed with it.
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void save(was);
        }
      }}
    >
      <label className="sprint-field__label" htmlFor={id}>
        {say('sprint.goal.field')}
      </label>
      <textarea
        ref={area}
        id={id}
        className="sprint-field__input goal__area"
        maxLength={LONGEST}
        value={typed}
        aria-describedby={`${id}-hint${failure === null ? '' : ` ${id}-problem`}`}
        onChange={({ target }) => {
          setTyped(target.value);
        }}
      />
      <p id={`${id}-hint`} className="sprint-card__text sprint-card__text--quiet">
        {say('sprint.goal.hint')}
      </p>
      {failure !== null && (
        <p id={`${id}-problem`} className="sprint-card__failure">
          {failure}
        </p>
      )}
      {theirs !== null && (
        <Conflict
          theirs={
            theirs === '' ? say('sprint.goal.theirs-empty') : say('sprint.goal.theirs', { goal: theirs })
          }
          onKeep={() => {
            setTyped(theirs);
            setWas(theirs);
            setSent(null);
            area.current?.focus();
          }}
          onOverwrite={() => {
            setWas(theirs);
            void save(theirs);
          }}
        />
      )}
      <div className="sprint-card__buttons">
        <Button type="submit" appearance="primary" spacing="compact" isLoading={isSlow}>
          {say('sprint.save')}
        </Button>
        <Button appearance="subtle" spacing="compact" onClick={onClose}>
          {say('sprint.cancel')}
        </Button>
      </div>
    </form>
  );
}
