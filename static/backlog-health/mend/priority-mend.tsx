import { useId, useState } from 'react';

import { useWords } from '../../ui/words';
import type { HealthIssue } from '../health';

import { MendFailure } from './mend-failure';
import { usePriorities } from './priorities';
import { useMend } from './use-mend';
import { ValueForm } from './value-form';

interface Draft {
  /** What was shown when the viewer began to choose. */
  readonly from: string | null;
  readonly to: string;
}

/** Sets the priority to another one of the site. */
export function PriorityMend({ issue }: { readonly issue: HealthIssue }) {
  const { say } = useWords();
  const { priorities, nameOf } = usePriorities();
  const mending = useMend(issue);
  const [draft, setDraft] = useState<Draft | null>(null);
  const id = useId();
  const { priorityId } = issue;
  const isListed = priorityId !== null && priorities.some((priority) => priority.id === priorityId);

  const drop = () => {
    setDraft(null);
    mending.forget();
  };
  const save = (from: string | null, to: string | null) => {
    void mending.send({ kind: 'priority', from, to }).then((isSaved) => {
      if (isSaved) drop();
    });
  };
  return (
    <ValueForm
      mending={mending}
      isChanged={draft !== null}
      saveWord={say('mend.save')}
      onSave={() => {
        if (draft !== null) save(draft.from, draft.to);
      }}
      onCancel={drop}
    >
      <label className="mends__label" htmlFor={`${id}-field`}>
        {say('mend.priority')}
      </label>
      <select
        id={`${id}-field`}
        className="mends__input"
        value={draft?.to ?? priorityId ?? ''}
        aria-invalid={mending.failure !== null}
        {...(mending.failure === null ? {} : { 'aria-describedby': `${id}-problem` })}
        onChange={({ target }) => {
          if (mending.isBusy) return;
          setDraft(
            target.value === (priorityId ?? '')
              ? null
              : { from: draft?.from ?? priorityId, to: target.value },
          );
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || draft === null) return;
          // Browsers open the list on Enter; here it saves, as in every other field.
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      >
        {!isListed && (
          <option value={priorityId ?? ''}>
            {priorityId === null ? say('mend.nothing') : nameOf(priorityId)}
          </option>
        )}
        {priorities.map((priority) => (
          <option key={priority.id} value={priority.id}>
            {priority.name}
          </option>
        ))}
      </select>
      <MendFailure
        id={`${id}-problem`}
        mending={mending}
        mend={{ kind: 'priority', from: draft?.from ?? priorityId, to: draft?.to ?? priorityId }}
        onKeep={(current) => {
          if (typeof current !== 'number') save(current, current);
        }}
        onOverwrite={(current) => {
          if (typeof current !== 'number') save(current, draft?.to ?? priorityId);
        }}
      />
    </ValueForm>
  );
}
