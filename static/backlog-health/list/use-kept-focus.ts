import { useEffect, useRef, type RefObject } from 'react';

const CONTROLS = 'a, button, input, select, textarea, label';
const KEY = 'th a';
const MEND = '.issue__open';

/** Who may get the focus next, the best first. */
interface Heirs {
  readonly rows: readonly HTMLElement[];
  /** What of a row gets it: the key from a key, and what opens the forms from anywhere else. */
  readonly control: string;
}

/** The row of an issue around an element, or above it: what is open below an issue has a row of its own. */
function rowAround(element: Element): Element | null {
  const row = element.closest('tr');
  return row?.matches('.issue') === false ? row.previousElementSibling : row;
}

/** The row of the element itself, where only the element goes; then those below it, then those above it, nearest first. */
function heirsOf(list: HTMLElement, element: Element): Heirs {
  const rows = [...list.querySelectorAll<HTMLElement>('tr.issue')];
  const own = rows.findIndex((row) => row === rowAround(element));
  return {
    rows: own === -1 ? [] : [...rows.slice(own), ...rows.slice(0, own).reverse()],
    control: element.matches(KEY) ? KEY : MEND,
  };
}

/**
 * Gives the focus a place when the element that had it goes: an issue that is no longer listed takes its links along, and the
 * keyboard would start anew at the top of the page. A neighbour that is still listed gets it, at best; else `fallback`.
 * Looks after each drawing of the component that uses it.
 */
export function useKeptFocus(inside: RefObject<HTMLElement>, fallback: RefObject<HTMLElement>): void {
  /** null while the focus is outside. */
  const heirs = useRef<Heirs | null>(null);
  useEffect(() => {
    const note = () => {
      const { activeElement } = document;
      const list = inside.current;
      heirs.current =
        activeElement !== null && list?.contains(activeElement) ? heirsOf(list, activeElement) : null;
    };
    // A press on bare ground leaves the focus nowhere, and that is meant so.
    const forget = ({ target }: Event) => {
      const isOnControl = target instanceof Element && target.closest(CONTROLS) !== null;
      if (!isOnControl) heirs.current = null;
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', forget);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', forget);
    };
  }, [inside]);
  useEffect(() => {
    const { activeElement, body } = document;
    const isLost = activeElement === null || activeElement === body;
    if (heirs.current === null || !isLost) return;
    const { rows, control } = heirs.current;
    const heir = rows.find((row) => row.isConnected && row.closest('[hidden]') === null);
    const next = heir?.querySelector<HTMLElement>(control);
    if (next) next.focus();
    else fallback.current?.focus({ preventScroll: true });
  });
}
