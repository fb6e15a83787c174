import type { RequestOf } from '#src/contract/index';
import type { RiskChangeAnswer } from '#src/contract/risk/calls';
import type { Refusal } from '#src/domain/risk/apply-change';
import { mergeEdits, type Merge } from '#src/domain/risk/merge-edits';
import { fieldsOf, type Risk } from '#src/domain/risk/risk';
import type { ReviewOutcome, RiskEvent } from '#src/domain/risk/risk-event';
import type { FieldProblem, Patch } from '#src/domain/risk/validate';

import type { Result, ScreenFailure } from '../../ui/failure';
import { requestOf } from './wire';

/** What somebody asks to do with a risk, as it is sent. */
export type Wish =
  | { readonly kind: 'edit'; readonly patch: Patch }
  | {
      readonly kind: 'review';
      readonly outcome: ReviewOutcome;
      readonly axis?: 'probability' | 'impact' | undefined;
      readonly patch?: Patch | undefined;
    }
  | { readonly kind: 'revert'; readonly toVersion: number }
  | { readonly kind: 'delete' }
  | { readonly kind: 'undelete' };

/** A wish that met another person's change of the same fields. Nothing is stored until somebody chooses. */
export interface Clash {
  readonly wish: Wish;
  /** The risk as its author saw it. */
  readonly base: Risk;
  readonly theirs: Risk;
  /** null where the wish is no edit, or a review that has to be thought over. */
  readonly merge: Extract<Merge, { result: 'conflict' }> | null;
}

/** What became of a wish. */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly risk: Risk;
      readonly event: RiskEvent;
      /** Suggestions that are settled now, where it opened or settled one. */
      readonly settledKeys?: readonly string[];
    }
  | { readonly kind: 'same'; readonly risk: Risk }
  | { readonly kind: 'clash'; readonly clash: Clash }
  /** Somebody deleted it meanwhile. */
  | { readonly kind: 'deleted'; readonly theirs: Risk }
  | { readonly kind: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly failure: ScreenFailure };

/** A change of risk as the backend takes it. */
export type ChangeRequest = RequestOf<'change-risk'>;

/** How often an edit is laid over other people's changes before it gives up. */
const ROUNDS = 4;

/**
 * Sends a wish, and lays an edit over what others changed meanwhile for as long as no field meets: then somebody has to choose.
 * @param base The risk as the author saw it.
 * @param send Makes the call.
 * @param met Told of the risk as it is stored now, when that is another than the author saw.
 */
export async function sendWish(
  base: Risk,
  wish: Wish,
  send: (request: ChangeRequest) => Promise<Result<RiskChangeAnswer>>,
  met: (theirs: Risk) => void,
): Promise<Outcome> {
  let { version } = base;
  let sent = wish;
  for (let round = 0; round < ROUNDS; round += 1) {
    const result = await send(requestOf<'change-risk'>({ riskId: base.id, version, change: sent }));
    if (!result.ok) return { kind: 'failed', failure: result.failure };
    const answer = result.data;
    if (answer.result !== 'conflict') return outcomeOf(answer);
    const theirs = answer.theirs as Risk;
    met(theirs);
    if (theirs.deleted !== null && wish.kind !== 'undelete') return { kind: 'deleted', theirs };
    const patch = patchOf(wish);
    if (patch === null) return { kind: 'clash', clash: { wish, base, theirs, merge: null } };
    const merge = mergeEdits(base, { ...fieldsOf(base), ...patch }, theirs);
    if (merge.result === 'conflict') return { kind: 'clash', clash: { wish, base, theirs, merge } };
    if (merge.result === 'deleted') return { kind: 'deleted', theirs };
    if (wish.kind === 'edit' && Object.keys(merge.patch).length === 0) return { kind: 'same', risk: theirs };
    version = theirs.version;
    sent = { ...wish, patch: merge.patch } as Wish;
  }
  return { kind: 'failed', failure: { code: 'conflict', message: 'The risk changes all the time.' } };
}

/** The fields that a wish writes; null for one that speaks of the risk as it was seen. */
function patchOf(wish: Wish): Patch | null {
  if (wish.kind === 'edit') return wish.patch;
  return wish.kind === 'review' && wish.outcome === 'edit' ? (wish.patch ?? {}) : null;
}

/** What an answer other than a conflict means. The contract's shapes are the domain's. */
export function outcomeOf(answer: Exclude<RiskChangeAnswer, { result: 'conflict' }>): Outcome {
  const { result, ...rest } = answer;
  // The compiler does not follow the renaming from one union to the other.
  return { kind: result === 'changed' ? 'done' : result, ...rest } as unknown as Outcome;
}
