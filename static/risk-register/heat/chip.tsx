import type { KeyboardEvent, PointerEvent } from 'react';

import type { Risk } from '#src/domain/risk/risk';

import { useRiskWords } from '../words/risk-words';

/** A risk in the heat map. */
export function Chip({
  risk,
  isMovable,
  isHeld,
  isStop,
  hintId,
  shift,
  onFocus,
  onBlur,
  onPress,
  onOpen,
  onKeyDown,
}: {
  readonly risk: Risk;
  readonly isMovable: boolean;
  readonly isHeld: boolean;
  /** Whether the Tab key comes to it: one chip of the map is enough, arrows do the rest. */
  readonly isStop: boolean;
  readonly hintId: string;
  /** How far a pointer carries it; null when none does. */
  readonly shift: { readonly x: number; readonly y: number } | null;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onPress: (event: PointerEvent<HTMLElement>) => void;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { say, key } = useRiskWords();
  return (
    <button
      type="button"
      data-chip={risk.id}
      data-focus={`chip-${risk.id}`}
      className={`chip${isHeld ? ' chip--held' : ''}${isMovable ? ' chip--movable' : ''}`}
      style={shift === null ? undefined : { transform: `translate(${shift.x}px, ${shift.y}px)` }}
      title={risk.title}
      tabIndex={isStop ? 0 : -1}
      aria-label={say('risk.heat.chip', { risk: key(risk.id), title: risk.title })}
      aria-describedby={hintId}
      {...(isMovable && { 'aria-pressed': isHeld })}
      onFocus={onFocus}
      onBlur={onBlur}
      onPointerDown={onPress}
      onClick={onOpen}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        // The space bar picks it up; where a browser takes that for a click, it must not open it too.
        if (event.key === ' ') event.preventDefault();
      }}
    >
      {key(risk.id)}
    </button>
  );
}
