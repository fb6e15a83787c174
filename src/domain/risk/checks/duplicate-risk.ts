import { defineRiskCheck } from '#src/domain/risk/checks/define-check';

/**
 * Fails when an older risk of the register that is still live has the same title, or very nearly: see
 * `findDuplicates`.
 */
export const duplicateRisk = defineRiskCheck({
  meta: { id: 'duplicate-risk', severity: 'info', enabledByDefault: true },
  options: {},
  evaluate(_risk, _options, { duplicateOf }) {
    return duplicateOf === null ? { result: 'pass' } : { result: 'fail', facts: duplicateOf };
  },
});
