import { useEffect } from 'react';

import type { ReviewOutcome } from '#src/domain/risk/risk-event';

/** The key of each answer. */
const KEYS: Readonly<Record<string, ReviewOutcome>> = {
  u: 'unchanged',
  w: 'worse',
  b: 'better',
  e: 'edit',
  h: 'happened',
  c: 'close',
};

/** The key that leaves the risk for later. */
export const LATER = 'n';

/** Whether keys are being typed into something. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName)) &&
    !(target instanceof HTMLInputElement && /^(radio|checkbox|button)$/.test(target.type))
  );
}

/** Answers with one key, wherever the focus is but in a field or a menu. */
export function useAnswerKeys({
  isOff,
  onAnswer,
  onLater,
}: {
  readonly isOff: boolean;
  readonly onAnswer: (outcome: ReviewOutcome) => void;
  readonly onLater: () => void;
}): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isOff || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (isTyping(event.target) || document.querySelector('[role=menu]') !== null) return;
      const key = event.key.toLowerCase();
      const outcome = KEYS[key];
      if (outcome === undefined && key !== LATER) return;
      event.preventDefault();
      if (outcome === undefined) onLater();
      else onAnswer(outcome);
    };
    document.addEventListener('keydown', press);
    return () => {
      document.removeEventListener('keydown', press);
    };
  }, [isOff, onAnswer, onLater]);
}
