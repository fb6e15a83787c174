import { useState, type KeyboardEvent, type PointerEvent } from 'react';

import type { Layout } from './chart-layout';
import type { Point } from './series';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

const FAR = 7;
const FAR_STEPS: Readonly<Record<string, number>> = { PageDown: -FAR, PageUp: FAR };

function nearest(points: readonly Point[], x: number, layout: Layout): number {
  let best = 0;
  points.forEach(({ day }, index) => {
    const last = points[best];
    if (last !== undefined && Math.abs(layout.xOf(day) - x) < Math.abs(layout.xOf(last.day) - x))
      best = index;
  });
  return best;
}

/** The point that is read: the last one, until the pointer or the keyboard chooses another. */
export function useCursor(points: readonly Point[], layout: Layout) {
  const [chosen, setChosen] = useState<number | null>(null);
  const last = points.length - 1;
  const index = Math.min(chosen ?? last, last);
  const choose = (next: number) => {
    setChosen(Math.min(last, Math.max(0, next)));
  };
  const letGo = () => {
    setChosen(null);
  };
  return {
    index,
    isChosen: chosen !== null,
    handlers: {
      onKeyDown: (event: KeyboardEvent) => {
        const step = STEPS[event.key] ?? FAR_STEPS[event.key];
        const to =
          event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? null : index + step;
        if (to === null) return;
        event.preventDefault();
        choose(to);
      },
      onPointerMove: (event: PointerEvent) => {
        choose(nearest(points, event.clientX - event.currentTarget.getBoundingClientRect().left, layout));
      },
      onPointerLeave: letGo,
      onBlur: letGo,
    },
  };
}
