import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';

import { moveTo, step } from '#src/domain/risk/heat-map';
import { isSameCell, type Cell } from '#src/domain/risk/rating';

import { useChange, useLog } from '../change-log';
import { useDesk } from '../desk';
import { useNav } from '../nav';
import { useRiskWords } from '../words/risk-words';

import { placeWords } from './place-words';
import { usePointerCarry, type Carry } from './use-carry';

const ARROWS: Readonly<Record<string, readonly [keyof Cell, 1 | -1]>> = {
  ArrowUp: ['probability', 1],
  ArrowDown: ['probability', -1],
  ArrowRight: ['impact', 1],
  ArrowLeft: ['impact', -1],
};

export interface Carrying {
  /** What is on its way, by pointer or by keys; null while nothing is. */
  readonly carry: Carry | null;
  readonly pointer: ReturnType<typeof usePointerCarry>;
  /** The chip that had the focus last; null before any had. */
  readonly current: string | null;
  readonly onFocus: (riskId: string) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent, riskId: string, from: Cell) => void;
}

/**
 * Moves risks over the map: dragged with a pointer, or taken up with Enter or the space bar, moved with arrows and put down. Arrows
 * alone go from chip to chip.
 */
export function useCarrying(map: RefObject<HTMLTableElement | null>): Carrying {
  const words = useRiskWords();
  const { say } = words;
  const { register, byId, readOnly } = useDesk();
  const { change } = useChange();
  const { announce } = useLog();
  const { go } = useNav();
  const [held, setHeld] = useState<Carry | null>(null);
  const [current, setCurrent] = useState<string | null>(null);
  const { scale } = register;
  const canMove = readOnly === null;

  const put = (riskId: string, cell: Cell) => {
    const risk = byId.get(riskId);
    const patch = risk && moveTo(risk, cell, scale);
    if (risk !== undefined && patch) void change(risk, { kind: 'edit', patch });
  };
  const pointer = usePointerCarry(put);

  const chips = () => [...(map.current?.querySelectorAll<HTMLElement>('[data-chip]') ?? [])];

  const onKeyDown = (event: KeyboardEvent, riskId: string, from: Cell) => {
    const risk = byId.get(riskId);
    if (risk === undefined) return;
    const isHeld = held?.riskId === riskId;
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const arrow = ARROWS[event.key];
    if (isHeld && arrow !== undefined) {
      event.preventDefault();
      const [axis, by] = arrow;
      const turned = axis === 'impact' && isRtl ? ((by * -1) as 1 | -1) : by;
      const over = step(held.over, axis, turned, scale);
      setHeld({ ...held, over });
      announce(say('risk.heat.over', { place: placeWords(words, over, scale) }));
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (!canMove) go({ kind: 'risk', riskId });
      else if (!isHeld) {
        setHeld({ riskId, from, over: from, by: 'keys' });
        announce(say('risk.heat.held', { risk: words.key(riskId), place: placeWords(words, from, scale) }));
      } else {
        setHeld(null);
        if (isSameCell(held.over, from)) announce(say('risk.heat.put-back', { risk: words.key(riskId) }));
        else put(riskId, held.over);
      }
    } else if (event.key === 'Escape' && isHeld) {
      event.preventDefault();
      setHeld(null);
      announce(say('risk.heat.put-back', { risk: words.key(riskId) }));
    } else if (arrow !== undefined || event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      const all = chips();
      const at = all.findIndex((chip) => chip === document.activeElement);
      const isForth = event.key === 'ArrowDown' || event.key === (isRtl ? 'ArrowLeft' : 'ArrowRight');
      const next = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : at + (isForth ? 1 : -1);
      all[Math.max(0, Math.min(all.length - 1, next))]?.focus();
    }
  };

  // A chip that goes to another cell is another element: the focus has to follow it.
  const focused = useRef<string | null>(null);
  useLayoutEffect(() => {
    const { activeElement, body } = document;
    if (focused.current === null || (activeElement !== null && activeElement !== body)) return;
    const all = chips();
    (all.find((chip) => chip.dataset['chip'] === focused.current) ?? all[0])?.focus();
  });

  return {
    carry: pointer.carry ?? held,
    pointer,
    current,
    onFocus: (riskId) => {
      focused.current = riskId;
      setCurrent(riskId);
    },
    onBlur: () => {
      focused.current = null;
      setHeld(null);
    },
    onKeyDown,
  };
}
