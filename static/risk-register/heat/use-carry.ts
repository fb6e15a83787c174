import { useCallback, useEffect, useRef, useState, type PointerEvent } from 'react';

import { isSameCell, type Cell } from '#src/domain/risk/rating';

/** A risk on its way to another place of the map. */
export interface Carry {
  readonly riskId: string;
  readonly from: Cell;
  /** Where it would be put now. */
  readonly over: Cell;
  readonly by: 'pointer' | 'keys';
}

/** Pixels that a pointer moves before a press becomes a drag. */
const SLACK = 5;

/** The cell under a point of the window. */
function cellAt(x: number, y: number): Cell | null {
  const element = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-probability]');
  const { probability, impact } = element?.dataset ?? {};
  return probability === undefined || impact === undefined
    ? null
    : { probability: Number(probability), impact: Number(impact) };
}

/**
 * Carries a chip over the map with a pointer: mouse, pen or finger. A press that hardly moves is a click, and stays one.
 * @param onDrop Told where the chip was put, when that is another place.
 */
export function usePointerCarry(onDrop: (riskId: string, cell: Cell) => void): {
  readonly carry: Carry | null;
  /** How far the pointer is from where it took the chip. */
  readonly shift: { readonly x: number; readonly y: number };
  readonly press: (event: PointerEvent<HTMLElement>, riskId: string, from: Cell) => void;
  /** Whether the press that just ended was a drag, so that its click means nothing. */
  readonly wasDrag: () => boolean;
} {
  const [carry, setCarry] = useState<Carry | null>(null);
  const [shift, setShift] = useState({ x: 0, y: 0 });
  const stop = useRef<(() => void) | null>(null);
  const dragged = useRef(false);
  const drop = useRef(onDrop);
  drop.current = onDrop;

  useEffect(
    () => () => {
      stop.current?.();
    },
    [],
  );

  const press = useCallback((event: PointerEvent<HTMLElement>, riskId: string, from: Cell) => {
    dragged.current = false;
    if (event.button !== 0 || !event.isPrimary) return;
    const start = { x: event.clientX, y: event.clientY };
    const { pointerId } = event;
    let over: Cell | null = null;
    const move = (moved: globalThis.PointerEvent) => {
      if (moved.pointerId !== pointerId) return;
      const [x, y] = [moved.clientX - start.x, moved.clientY - start.y];
      if (over === null && Math.hypot(x, y) < SLACK) return;
      // No text is selected on the way.
      moved.preventDefault();
      dragged.current = true;
      over = cellAt(moved.clientX, moved.clientY) ?? over ?? from;
      setShift({ x, y });
      setCarry({ riskId, from, over, by: 'pointer' });
    };
    const end = () => {
      document.removeEventListener('pointermove', move);
      document.removeEventListener('pointerup', up);
      document.removeEventListener('pointercancel', end);
      document.removeEventListener('keydown', cancelOnEscape, true);
      stop.current = null;
      setCarry(null);
      setShift({ x: 0, y: 0 });
    };
    const up = (released: globalThis.PointerEvent) => {
      if (released.pointerId !== pointerId) return;
      const cell = over === null ? null : cellAt(released.clientX, released.clientY);
      end();
      if (cell !== null && !isSameCell(cell, from)) drop.current(riskId, cell);
    };
    const cancelOnEscape = (key: KeyboardEvent) => {
      if (key.key === 'Escape') {
        key.stopPropagation();
        end();
      }
    };
    document.addEventListener('pointermove', move);
    document.addEventListener('pointerup', up);
    document.addEventListener('pointercancel', end);
    document.addEventListener('keydown', cancelOnEscape, true);
    stop.current = end;
  }, []);

  const wasDrag = useCallback(() => {
    const was = dragged.current;
    dragged.current = false;
    return was;
  }, []);
  return { carry, shift, press, wasDrag };
}
