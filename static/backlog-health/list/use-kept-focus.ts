import { useEffect, useRef, type RefObject } from 'react';

/**
 * Gives the focus a place when the element that had it goes: an issue that is no longer listed takes its links along, and the
 * keyboard would start anew at the top of the page. Looks after each drawing of the component that uses it.
 */
export function useKeptFocus(inside: RefObject<HTMLElement>, fallback: RefObject<HTMLElement>): void {
  const wasInside = useRef(false);
  useEffect(() => {
    const note = () => {
      wasInside.current = inside.current?.contains(document.activeElement) ?? false;
    };
    // A press on bare ground leaves the focus nowhere, and that is meant so.
    const forget = () => {
      wasInside.current = false;
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
    if (wasInside.current && isLost) fallback.current?.focus({ preventScroll: true });
  });
}
