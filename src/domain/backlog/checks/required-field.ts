import { defineCheck } from '#src/domain/backlog/checks/define-check';

/**
 * Fails when a field that the team requires is empty. Which are empty is read with the issue: a field that is not on the
 * issue's screens, or hidden from the viewer, is not among them.
 */
export const requiredField = defineCheck({
  meta: { id: 'required-field', severity: 'warn', enabledByDefault: false },
  options: { fields: [] as readonly string[] },
  evaluate({ emptyFieldIds }, { fields }) {
    if (fields.length === 0) return { result: 'not-applicable', reason: 'nothing-required' };
    const fieldIds = [...new Set(fields)].filter((field) => emptyFieldIds.includes(field));
    return fieldIds.length === 0 ? { result: 'pass' } : { result: 'fail', facts: { fieldIds } };
  },
});
