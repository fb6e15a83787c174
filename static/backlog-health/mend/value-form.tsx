import { useRef, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';

import Button from '@atlaskit/button/new';

import { useWords } from '../../ui/words';

import { isConflictOverValue } from './mend-words';
import type { Mending } from './use-mend';

/**
 * The frame of a field: Enter or the button saves, Escape gives up. The buttons stand there only while there is
 * something to save. The focus goes back into the field after each.
 */
export function ValueForm({
  mending,
  isChanged,
  saveWord,
  onSave,
  onCancel,
  children,
}: {
  readonly mending: Mending;
  readonly isChanged: boolean;
  readonly saveWord: string;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  const { say } = useWords();
  // Saving again would only meet the same conflict: its own two ways on stand beside it.
  const isContested = mending.failure !== null && isConflictOverValue(mending.failure);
  const form = useRef<HTMLFormElement>(null);
  const refocus = () => {
    form.current?.querySelector<HTMLElement>('input, select')?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isChanged) return;
    refocus();
    onSave();
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isChanged || mending.isBusy) return;
    event.preventDefault();
    refocus();
    onCancel();
  };
  return (
    <form
      ref={form}
      className="mends__form"
      noValidate
      aria-busy={mending.isBusy}
      onSubmit={submit}
      onKeyDown={giveUp}
    >
      {children}
      {isChanged && !isContested && (
        <div className="mends__buttons">
          <Button type="submit" appearance="primary" spacing="compact" isLoading={mending.isSlow}>
            {saveWord}
          </Button>
          <Button
            appearance="subtle"
            spacing="compact"
            onClick={() => {
              refocus();
              onCancel();
            }}
          >
            {say('mend.cancel')}
          </Button>
        </div>
      )}
    </form>
  );
}
