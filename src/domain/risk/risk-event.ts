import type { Act, RiskField, RiskFields } from '#src/domain/risk/risk';

/** One field before and after. */
export type FieldChangeOf<F extends RiskField> = {
  readonly [K in F]: { readonly field: K; readonly before: RiskFields[K]; readonly after: RiskFields[K] };
}[F];

export type FieldChange = FieldChangeOf<RiskField>;

/** Where a new risk comes from. `key` is that of the suggestion, which is not made again. */
export type Origin =
  | { readonly kind: 'written' }
  | { readonly kind: 'import' }
  | { readonly kind: 'pre-mortem'; readonly reasonId: string }
  | { readonly kind: 'suggestion'; readonly key: string }
  | { readonly kind: 'copy'; readonly registerId: string; readonly riskId: string };

/** What a reviewer says about a risk. */
export type ReviewOutcome = 'unchanged' | 'worse' | 'better' | 'edit' | 'happened' | 'close';

/** What happened to a risk. */
export type RiskDeed =
  | {
      readonly kind: 'created';
      readonly number: number;
      readonly origin: Origin;
      readonly fields: RiskFields;
    }
  | { readonly kind: 'edited'; readonly changes: readonly FieldChange[] }
  | { readonly kind: 'reviewed'; readonly outcome: ReviewOutcome; readonly changes: readonly FieldChange[] }
  /** Its fields as they were at `toVersion`, made current again; reviews are not taken back. */
  | { readonly kind: 'reverted'; readonly toVersion: number; readonly changes: readonly FieldChange[] }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'undeleted' };

/**
 * One entry of a risk’s history: never changed, and gone only with its risk. `version` is the risk's version after it, without
 * gaps from 1.
 */
export type RiskEvent = RiskDeed & {
  readonly registerId: string;
  readonly riskId: string;
  readonly version: number;
  readonly act: Act;
};

/** The fields that an event changed; none for one that changed no field. A new risk's fields are no changes. */
export function changesOf(event: RiskDeed): readonly FieldChange[] {
  return 'changes' in event ? event.changes : [];
}
