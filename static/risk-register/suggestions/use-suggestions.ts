import { useCallback, useEffect, useRef, useState } from 'react';

import type { SuggestRisksAnswer } from '#src/contract/risk/suggest-risks';

import type { ScreenFailure } from '../../ui/failure';

import { useDesk } from '../desk';

/** What the board said; `idle` without a board. */
export type Asked =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly failure: ScreenFailure }
  | { readonly kind: 'answered'; readonly answer: SuggestRisksAnswer };

/** Asks the register's board once it is known, and again when another is chosen. */
export function useSuggestions(): { readonly asked: Asked; readonly again: () => void } {
  const { register, acts } = useDesk();
  const { boardId } = register;
  const [last, setLast] = useState<{ readonly boardId: number; readonly asked: Asked } | null>(null);
  const round = useRef(0);

  const ask = useCallback(async () => {
    if (boardId === null) return;
    round.current += 1;
    const mine = round.current;
    setLast({ boardId, asked: { kind: 'asking' } });
    const result = await acts.suggest();
    if (mine !== round.current) return;
    const asked = result.ok
      ? ({ kind: 'answered', answer: result.data } as const)
      : ({ kind: 'failed', failure: result.failure } as const);
    setLast({ boardId, asked });
  }, [acts, boardId]);

  useEffect(() => {
    void ask();
    return () => {
      round.current += 1;
    };
  }, [ask]);

  // What was asked of another board says nothing about this one.
  const asked: Asked =
    boardId === null ? { kind: 'idle' } : last?.boardId === boardId ? last.asked : { kind: 'asking' };
  return {
    asked,
    again: () => {
      void ask();
    },
  };
}
