import { type FormEvent, type ReactNode, useState } from 'react';

import { Dialog } from '../parts/dialog';

/** A dialog with a form: what goes wrong is said in it, and it stays open. */
export function FormDialog({
  title,
  submit,
  onClose,
  onSubmit,
  children,
}: {
  readonly title: string;
  /** The words of the button. */
  readonly submit: string;
  readonly onClose: () => void;
  readonly onSubmit: (form: FormData) => Promise<void>;
  readonly children: ReactNode;
}) {
  const [error, setError] = useState<string | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget)).catch((reason: unknown) => {
      setError(reason instanceof Error ? reason.message : String(reason));
    });
  };
  return (
    <Dialog title={title} hasHeader size="resizable" onClose={onClose} closesOnOverlay closesOnEscape>
      <form className="dialog-form" onSubmit={send}>
        {children}
        {error !== null && <p role="alert">{error}</p>}
        <p className="form-buttons">
          <button type="submit" className="button" data-primary>
            {submit}
          </button>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** A text of a form; empty when there is none. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
