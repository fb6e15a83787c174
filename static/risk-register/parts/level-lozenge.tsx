import type { Level } from '#src/domain/risk/level';

import { Lozenge, type Tone } from '../../ui/lozenge';

import { useRiskWords } from '../words/risk-words';

const TONES = { high: 'danger', medium: 'warning', low: 'success' } satisfies Record<Level, Tone>;

/** The level of a risk; one that is over has no colour any more. */
export function LevelLozenge({
  level,
  isOver = false,
}: {
  readonly level: Level;
  readonly isOver?: boolean;
}) {
  const words = useRiskWords();
  return <Lozenge tone={isOver ? 'neutral' : TONES[level]}>{words.level(level)}</Lozenge>;
}
