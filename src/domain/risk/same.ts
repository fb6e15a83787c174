import { onScale, type Exposure, type Rating } from '#src/domain/risk/rating';
import type { RiskField, RiskFields } from '#src/domain/risk/risk';

/** Compares two values of one field. */
export type SameValue = <F extends RiskField>(field: F, one: RiskFields[F], other: RiskFields[F]) => boolean;

/**
 * Whether two values of a field mean the same. Issue ids are a set; the rest is compared as JSON is, keys in any
 * order.
 */
export function isSameValue<F extends RiskField>(
  field: F,
  one: RiskFields[F],
  other: RiskFields[F],
): boolean {
  if (field !== 'issueIds') return isSameJson(one, other);
  const [ids, others] = [new Set(one as RiskFields['issueIds']), new Set(other as RiskFields['issueIds'])];
  return ids.size === others.size && [...ids].every((id) => others.has(id));
}

/**
 * Whether a value that somebody proposes says no more than what is there. As `isSameValue`, but a rating counts as
 * it is shown on the scale of the proposal: a form that is saved as it was opened must not re-rate what another
 * scale rated.
 */
export function isNothingNew<F extends RiskField>(
  field: F,
  now: RiskFields[F],
  proposed: RiskFields[F],
): boolean {
  if (now === null || proposed === null) return now === proposed;
  if (field === 'probability' || field === 'impact') return looksLike(now as Rating, proposed as Rating);
  if (field !== 'residual') return isSameValue(field, now, proposed);
  const [one, other] = [now, proposed] as readonly Exposure[] as readonly [Exposure, Exposure];
  return looksLike(one.probability, other.probability) && looksLike(one.impact, other.impact);
}

function looksLike(now: Rating, proposed: Rating): boolean {
  return onScale(now, proposed.of).step === proposed.step;
}

/** Deep equality of JSON values; a key that is undefined is a key that is not there. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSameJson(one[key], other[key]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
