import { daysBetween, type CalendarDate } from '#src/domain/risk/calendar';
import { differences } from '#src/domain/risk/differences';
import { LIMITS } from '#src/domain/risk/limits';
import type { Register } from '#src/domain/risk/register';
import { after } from '#src/domain/risk/replay';
import { outcomePatch, type Review } from '#src/domain/risk/review-outcome';
import type { FieldChange, Origin, RiskDeed, RiskEvent } from '#src/domain/risk/risk-event';
import { fieldsOf, type Act, type Risk, type RiskFields } from '#src/domain/risk/risk';
import { isNothingNew, isSameValue } from '#src/domain/risk/same';
import { normalise, validate, type FieldProblem, type Patch } from '#src/domain/risk/validate';

/** What somebody asks to do with a risk. */
export type RiskChange =
  | { readonly kind: 'edit'; readonly patch: Patch }
  | ({ readonly kind: 'review' } & Review)
  /** Makes the fields current again as they were: `restore(events, toVersion)`. */
  | { readonly kind: 'revert'; readonly toVersion: number; readonly fields: RiskFields }
  | { readonly kind: 'delete' }
  | { readonly kind: 'undelete' };

/** Why a change is refused as a whole. */
export type Refusal =
  | { readonly kind: 'register-full'; readonly limit: number }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'not-deleted' }
  | { readonly kind: 'deleted-too-long-ago'; readonly days: number; readonly limit: number }
  /** Closed or happened: there is nothing to review until it is opened again. */
  | { readonly kind: 'not-live' }
  | { readonly kind: 'already-highest' }
  | { readonly kind: 'already-lowest' };

/** A change as it was made, to be stored as one: the risk after it and its entry in the history. */
export interface Changed {
  readonly result: 'changed';
  readonly risk: Risk;
  readonly event: RiskEvent;
}

export type Answer =
  | Changed
  /** Everything is so already: nothing to store. */
  | { readonly result: 'same' }
  | { readonly result: 'invalid'; readonly problems: readonly FieldProblem[] }
  | { readonly result: 'refused'; readonly refusal: Refusal };

/** What a new risk needs besides its fields, none of which the domain can know. */
export interface Birth {
  readonly id: string;
  readonly origin: Origin;
  /** Risks of the register that are not deleted. */
  readonly count: number;
}

/** Makes a risk with the register's next number; what stores it raises `nextNumber` in the same transaction. */
export function createRisk(register: Register, fields: RiskFields, birth: Birth, act: Act): Answer {
  if (birth.count >= LIMITS.risksInRegister) return full();
  const kept = { ...fields, ...normalise(fields) };
  const problems = validate(kept, register);
  if (problems.length > 0) return { result: 'invalid', problems };
  const { id: riskId, origin } = birth;
  const deed = { kind: 'created' as const, number: register.nextNumber, origin, fields: fieldsOf(kept) };
  const event: RiskEvent = { ...deed, registerId: register.id, riskId, version: 1, act };
  return { result: 'changed', risk: after(null, event), event };
}

/**
 * Applies a change to a risk as it is stored now. Pure: whether the risk is still at the version that the author
 * saw is for the store to ask, and `mergeEdits` to settle.
 * @param count Risks of the register that are not deleted; asked only where a deleted one comes back.
 */
export function applyChange(
  risk: Risk,
  change: RiskChange,
  act: Act,
  register: Register,
  count: number,
): Answer {
  if (change.kind === 'undelete') return undelete(risk, act, count);
  if (risk.deleted !== null) return refused({ kind: 'deleted' });
  switch (change.kind) {
    case 'delete':
      return changed(risk, { kind: 'deleted' }, act);
    case 'edit': {
      const edits = editsOf(risk, change.patch, register);
      if (!Array.isArray(edits)) return edits;
      return edits.length === 0 ? { result: 'same' } : changed(risk, { kind: 'edited', changes: edits }, act);
    }
    case 'revert': {
      // What was valid once comes back as it was, even where the register's scale or categories are others now.
      const changes = differences(risk, change.fields, isSameValue);
      if (changes.length === 0) return { result: 'same' };
      return changed(risk, { kind: 'reverted', toVersion: change.toVersion, changes }, act);
    }
    case 'review':
      return review(risk, change, act, register);
  }
}

function review(risk: Risk, { outcome, axis, patch }: Review, act: Act, register: Register): Answer {
  const answer = outcomePatch(risk, { outcome, axis, patch }, act.on, register.scale);
  if ('kind' in answer) return refused(answer);
  const changes = editsOf(risk, answer.patch, register);
  if (!Array.isArray(changes)) return changes;
  // An edit that changes nothing is no edit: else the row of unchanged reviews could be broken by a key press.
  const said = outcome === 'edit' && changes.length === 0 ? 'unchanged' : outcome;
  return changed(risk, { kind: 'reviewed', outcome: said, changes }, act);
}

function undelete(risk: Risk, act: Act, count: number): Answer {
  if (risk.deleted === null) return refused({ kind: 'not-deleted' });
  const days = daysBetween(risk.deleted.on, act.on);
  const limit = LIMITS.deletedDays;
  if (!isRestorable(risk, act.on)) return refused({ kind: 'deleted-too-long-ago', days, limit });
  if (count >= LIMITS.risksInRegister) return full();
  return changed(risk, { kind: 'undeleted' }, act);
}

/** Whether a risk is deleted and can be brought back on a day: up to the ninetieth day after. */
export function isRestorable({ deleted }: Pick<Risk, 'deleted'>, today: CalendarDate): boolean {
  return deleted !== null && daysBetween(deleted.on, today) <= LIMITS.deletedDays;
}

/**
 * Only what the author changed is looked at: an old value that is no longer valid stays until somebody touches it.
 */
function editsOf(risk: Risk, patch: Patch, register: Register): FieldChange[] | Answer {
  const changes = differences(risk, normalise(patch), isNothingNew);
  const touched = Object.fromEntries(changes.map((change) => [change.field, change.after])) as Patch;
  const problems = validate(touched, register);
  return problems.length > 0 ? { result: 'invalid', problems } : [...changes];
}

function changed(risk: Risk, deed: RiskDeed, act: Act): Changed {
  const event: RiskEvent = {
    ...deed,
    registerId: risk.registerId,
    riskId: risk.id,
    version: risk.version + 1,
    act,
  };
  return { result: 'changed', risk: after(risk, event), event };
}

function refused(refusal: Refusal): Answer {
  return { result: 'refused', refusal };
}

function full(): Answer {
  return refused({ kind: 'register-full', limit: LIMITS.risksInRegister });
}
