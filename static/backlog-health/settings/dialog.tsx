import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

import './dialog.css';

/**
 * A modal dialog of the browser's own: the rest of the screen is inert, and the focus goes in. Escape asks to close;
 * `onAskClose` decides. Whoever opened it puts the focus back.
 */
export function Dialog({
  labelledBy,
  onAskClose,
  children,
}: {
  readonly labelledBy: string;
  readonly onAskClose: () => void;
  readonly children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before it leaves the page: a dialog that is gone without being closed leaves the screen without a focus.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null || element.open) return undefined;
    element.showModal();
    return () => {
      element.close();
    };
  }, []);
  const askOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onAskClose();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={labelledBy}
      onKeyDown={askOnEscape}
      onCancel={(event) => {
        event.preventDefault();
        onAskClose();
      }}
    >
      {children}
    </dialog>
  );
}
