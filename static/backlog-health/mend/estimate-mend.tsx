import { useId, useState } from 'react';

import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import type { HealthIssue } from '../health';

import { readDecimal, writeDecimal } from './decimal';
import { MendFailure } from './mend-failure';
import { useMend } from './use-mend';
import { ValueForm } from './value-form';

interface Draft {
  /** What was shown when the viewer began to type. */
  readonly from: number | null;
  readonly text: string;
}

/** Sets the estimate; an empty field takes it away. */
export function EstimateMend({ issue }: { readonly issue: HealthIssue }) {
  const words = useWords();
  const { say, locale } = words;
  const field = useDesk().health.board.estimationField ?? say('mend.estimate');
  const mending = useMend(issue);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isMisread, setIsMisread] = useState(false);
  const id = useId();
  const shown = writeDecimal(issue.estimate, locale);
  const to = draft === null ? issue.estimate : readDecimal(draft.text, locale);

  const drop = () => {
    setDraft(null);
    setIsMisread(false);
    mending.forget();
  };
  const save = (from: number | null, value: number | null) => {
    void mending.send({ kind: 'estimate', from, to: value }).then((isSaved) => {
      if (isSaved) drop();
    });
  };
  const hasProblem = isMisread || mending.failure !== null;
  return (
    <ValueForm
      mending={mending}
      isChanged={draft !== null}
      saveWord={say('mend.save')}
      onSave={() => {
        if (draft === null) return;
        setIsMisread(to === undefined);
        if (to !== undefined) save(draft.from, to);
      }}
      onCancel={drop}
    >
      <label className="mends__label" htmlFor={`${id}-field`}>
        {field}
      </label>
      <input
        id={`${id}-field`}
        className="mends__input mends__input--number"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        value={draft?.text ?? shown}
        readOnly={mending.isBusy}
        aria-invalid={hasProblem}
        {...(hasProblem ? { 'aria-describedby': `${id}-problem` } : {})}
        onChange={({ target }) => {
          setIsMisread(false);
          setDraft(
            target.value === shown ? null : { from: draft?.from ?? issue.estimate, text: target.value },
          );
        }}
      />
      {isMisread ? (
        <p id={`${id}-problem`} className="mends__failure" role="alert">
          {say('mend.not-a-number')}
        </p>
      ) : (
        <MendFailure
          id={`${id}-problem`}
          mending={mending}
          mend={{ kind: 'estimate', from: draft?.from ?? issue.estimate, to: to ?? null }}
          onKeep={(current) => {
            if (typeof current !== 'string') save(current, current);
          }}
          onOverwrite={(current) => {
            if (typeof current !== 'string' && to !== undefined) save(current, to);
          }}
        />
      )}
    </ValueForm>
  );
}
