import { useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

import type { Block } from './tape-layout';

const STEPS: Readonly<Record<string, (from: number, blocks: readonly Block[]) => number>> = {
  ArrowRight: (from) => from + 1,
  ArrowLeft: (from) => from - 1,
  Home: () => 0,
  End: (_from, blocks) => blocks.length - 1,
  ArrowDown: (from, blocks) => blocks.findIndex((block, index) => index > from && !block.issue.isReady),
  ArrowUp: (from, blocks) => blocks.findLastIndex((block, index) => index < from && !block.issue.isReady),
};

const indexOf = (target: EventTarget): number | null => {
  const element = target instanceof Element ? target.closest('[data-tape-index]') : null;
  const index = element?.getAttribute('data-tape-index');
  return index === null || index === undefined ? null : Number(index);
};

/**
 * Lets the arrow keys go from block to block, and up and down from hole to hole. One block at a time can be reached
 * with the Tab key: the one visited last, at first the one given.
 */
export function useTapeKeys(
  blocks: readonly Block[],
  firstStop: number,
): {
  readonly svg: RefObject<SVGSVGElement>;
  readonly stop: number;
  /** The block with the focus; null without one. */
  readonly focused: number | null;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: () => void;
} {
  const svg = useRef<SVGSVGElement>(null);
  const [visited, setVisited] = useState<number | null>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const stop = visited !== null && visited < blocks.length ? visited : firstStop;
  return {
    svg,
    stop,
    focused,
    onKeyDown: (event) => {
      const step = STEPS[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      const target = step(indexOf(event.target) ?? stop, blocks);
      if (target < 0 || target >= blocks.length) return;
      svg.current?.querySelector<SVGAElement>(`[data-tape-index="${target}"]`)?.focus();
    },
    onFocus: (event) => {
      const index = indexOf(event.target);
      setVisited(index);
      setFocused(index);
    },
    onBlur: () => {
      setFocused(null);
    },
  };
}
