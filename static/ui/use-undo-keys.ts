import { useEffect } from 'react';

/** Fields with an undo of their own, and dialogs, which have the screen to themselves. */
const OWN_UNDO = 'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog';

type Turn = 'undo' | 'redo';

function turnOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Turn | null {
  if (ctrlKey === metaKey || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey && !shiftKey ? 'redo' : null;
}

/** Undoes with Ctrl+Z or ⌘Z and does again with Shift or Ctrl+Y, from anywhere on the screen but a field. */
export function useUndoKeys(onTurn: (turn: Turn) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const turn = turnOf(event);
      const { target } = event;
      if (turn === null || event.defaultPrevented) return;
      if (target instanceof Element && target.closest(OWN_UNDO) !== null) return;
      event.preventDefault();
      onTurn(turn);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, [onTurn]);
}
