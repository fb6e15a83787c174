import type { FieldChange } from '#src/domain/risk/risk-event';
import { RISK_FIELDS, type RiskFields } from '#src/domain/risk/risk';
import type { SameValue } from '#src/domain/risk/same';
import type { Patch } from '#src/domain/risk/validate';

/**
 * The fields in which a risk differs from other values, in the order of `RISK_FIELDS`.
 * @param isSame `isNothingNew` where a person proposes them, `isSameValue` where they have to be exactly so.
 */
export function differences(from: RiskFields, to: Patch, isSame: SameValue): readonly FieldChange[] {
  return RISK_FIELDS.flatMap((field) => {
    const after = to[field];
    if (after === undefined || isSame(field, from[field], after)) return [];
    return [{ field, before: from[field], after } as FieldChange];
  });
}
