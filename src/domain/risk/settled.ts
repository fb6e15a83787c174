import type { Origin } from '#src/domain/risk/risk-event';
import type { Risk } from '#src/domain/risk/risk';

/** What an event of a risk does to the suggestion that the risk came from, if it came from one. */
export type Turn = 'taken-back' | 'taken-over-again';

/**
 * A risk that is deleted before anything else happened to it was made by mistake: that it was made is taken back, and the
 * suggestion may be made again. Brought back, it stands for the suggestion again. null for every other change.
 */
export function turnOf(before: Pick<Risk, 'version' | 'deleted'>, after: Pick<Risk, 'deleted'>): Turn | null {
  if (before.version === 1 && after.deleted !== null) return 'taken-back';
  return before.version === 2 && before.deleted !== null && after.deleted === null
    ? 'taken-over-again'
    : null;
}

/** The keys of settled suggestions after a turn of a risk of that origin. */
export function settledAfter(settledKeys: readonly string[], origin: Origin, turn: Turn): readonly string[] {
  if (origin.kind !== 'suggestion') return settledKeys;
  const others = settledKeys.filter((key) => key !== origin.key);
  return turn === 'taken-back' ? others : [...others, origin.key];
}
