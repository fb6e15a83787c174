import { isCalendarDate } from '#src/domain/risk/calendar';
import { LIMITS } from '#src/domain/risk/limits';
import { planText } from '#src/domain/risk/plan-text';
import { isRating, type Exposure, type Rating, type Scale } from '#src/domain/risk/rating';
import type { Register } from '#src/domain/risk/register';
import { RISK_FIELDS, type RiskField, type RiskFields, type RiskState } from '#src/domain/risk/risk';

/** Why a value cannot be kept in a field: facts for a message beside it. */
export type FieldProblem = { readonly field: RiskField } & (
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly kind: 'too-big'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'too-many'; readonly count: number; readonly limit: number }
  | { readonly kind: 'unknown-category'; readonly categoryId: string }
  | { readonly kind: 'off-scale'; readonly step: number; readonly of: number; readonly scale: Scale }
  | { readonly kind: 'not-a-date'; readonly value: string }
);

/** Some fields with the values that they are to get. */
export type Patch = Partial<RiskFields>;

/**
 * A patch as it is kept: texts trimmed, titles on one line, empty texts null, issue ids once each. Problems are
 * those of the fields in the patch alone: what an older setting of the register let in does not stand in the way
 * of other edits.
 */
export function normalise(patch: Patch): Patch {
  const texts = (['cause', 'event', 'effect', 'trigger'] as const).flatMap((field) => {
    const value = patch[field];
    return value === undefined ? [] : [[field, value === null || value.trim() === '' ? null : value.trim()]];
  });
  return {
    ...patch,
    ...(patch.title !== undefined && { title: patch.title.replace(/\s+/g, ' ').trim() }),
    ...(Object.fromEntries(texts) as Pick<Patch, 'cause' | 'event' | 'effect' | 'trigger'>),
    ...(patch.issueIds !== undefined && { issueIds: [...new Set(patch.issueIds)] }),
    ...(patch.plan && { plan: planText(patch.plan).trim() === '' ? null : patch.plan }),
  };
}

/**
 * What is wrong with a normalised patch in a register; empty when it can be kept. An acceptance may stay open: a
 * check flags it.
 */
export function validate(
  patch: Patch,
  register: Pick<Register, 'scale' | 'categories'>,
): readonly FieldProblem[] {
  return RISK_FIELDS.flatMap((field) => problemsOf(field, patch, register));
}

function problemsOf(
  field: RiskField,
  patch: Patch,
  { scale, categories }: Pick<Register, 'scale' | 'categories'>,
): readonly FieldProblem[] {
  switch (field) {
    case 'title':
      if (patch.title === '') return [{ field, kind: 'empty' }];
      return tooLong(field, patch.title, LIMITS.title);
    case 'cause':
    case 'event':
    case 'effect':
      return tooLong(field, patch[field], LIMITS.part);
    case 'trigger':
      return tooLong(field, patch.trigger, LIMITS.trigger);
    case 'categoryId':
      if (patch.categoryId === undefined || patch.categoryId === null) return [];
      if (categories.some(({ id }) => id === patch.categoryId)) return [];
      return [{ field, kind: 'unknown-category', categoryId: patch.categoryId }];
    case 'probability':
    case 'impact':
      return offScale(field, patch[field], scale);
    case 'residual':
      return patch.residual ? residualOffScale(patch.residual, scale) : [];
    case 'plan':
      return patch.plan ? planProblems(patch.plan) : [];
    case 'issueIds': {
      const count = patch.issueIds?.length ?? 0;
      return count > LIMITS.issues ? [{ field, kind: 'too-many', count, limit: LIMITS.issues }] : [];
    }
    case 'dueOn':
      return notADate(field, patch.dueOn);
    case 'state':
      return notADate(field, patch.state && dateOf(patch.state));
    case 'response':
    case 'ownerId':
      return [];
  }
}

function tooLong(field: RiskField, text: string | null | undefined, limit: number): readonly FieldProblem[] {
  const length = text?.length ?? 0;
  return length > limit ? [{ field, kind: 'too-long', length, limit }] : [];
}

function offScale(field: RiskField, rating: Rating | undefined, scale: Scale): readonly FieldProblem[] {
  if (rating === undefined || (rating.of === scale && isRating(rating))) return [];
  return [{ field, kind: 'off-scale', step: rating.step, of: rating.of, scale }];
}

function residualOffScale({ probability, impact }: Exposure, scale: Scale): readonly FieldProblem[] {
  return [probability, impact].flatMap((rating) => offScale('residual', rating, scale)).slice(0, 1);
}

function planProblems(plan: NonNullable<RiskFields['plan']>): readonly FieldProblem[] {
  const long = tooLong('plan', planText(plan), LIMITS.plan);
  const bytes = new TextEncoder().encode(JSON.stringify(plan)).length;
  if (long.length > 0 || bytes <= LIMITS.planBytes) return long;
  return [{ field: 'plan', kind: 'too-big', bytes, limit: LIMITS.planBytes }];
}

function notADate(field: RiskField, value: string | null | undefined): readonly FieldProblem[] {
  return value === null || value === undefined || isCalendarDate(value)
    ? []
    : [{ field, kind: 'not-a-date', value }];
}

function dateOf(state: RiskState): string | null {
  if (state.kind === 'accepted') return state.until;
  return state.kind === 'happened' || state.kind === 'closed' ? state.on : null;
}
