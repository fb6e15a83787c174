import type { CalendarDate } from '#src/domain/risk/calendar';
import { onScale, type Scale } from '#src/domain/risk/rating';
import type { ReviewOutcome } from '#src/domain/risk/risk-event';
import { isLive, type Risk } from '#src/domain/risk/risk';
import type { Patch } from '#src/domain/risk/validate';

/** A rating that a review may move. */
export type Axis = 'probability' | 'impact';

/** What a reviewer says about one risk. */
export interface Review {
  readonly outcome: ReviewOutcome;
  /** What became worse or better. Left out: probability, or impact where probability cannot move any further. */
  readonly axis?: Axis | undefined;
  /** What else was changed while reviewing; with `edit` it is the point. */
  readonly patch?: Patch | undefined;
}

/** Why a review cannot be taken as it is. */
export type ReviewRefusal = { readonly kind: 'not-live' | 'already-highest' | 'already-lowest' };

/**
 * The edit that a review amounts to; an empty patch for "unchanged". "Worse" and "better" move one rating by one
 * step of the register's scale. Without a choice it is the probability, for that is what time changes; the impact
 * of a risk seldom moves. Facts of the review itself win over a patch that says otherwise.
 */
export function outcomePatch(
  risk: Risk,
  { outcome, axis, patch }: Review,
  on: CalendarDate,
  scale: Scale,
): { readonly patch: Patch } | ReviewRefusal {
  if (!isLive(risk)) return { kind: 'not-live' };
  switch (outcome) {
    case 'unchanged':
      return { patch: {} };
    case 'edit':
      return { patch: patch ?? {} };
    case 'happened':
      return { patch: { ...patch, state: { kind: 'happened', on } } };
    case 'close':
      return { patch: { ...patch, state: { kind: 'closed', on } } };
    case 'worse':
    case 'better': {
      const by = outcome === 'worse' ? 1 : -1;
      const moved = (axis === undefined ? (['probability', 'impact'] as const) : [axis])
        .map((each) => ({ axis: each, rating: onScale(risk[each], scale) }))
        .find(({ rating }) => rating.step + by >= 1 && rating.step + by <= scale);
      if (moved === undefined) return { kind: outcome === 'worse' ? 'already-highest' : 'already-lowest' };
      const { rating } = moved;
      return { patch: { ...patch, [moved.axis]: { ...rating, step: rating.step + by } } };
    }
  }
}
