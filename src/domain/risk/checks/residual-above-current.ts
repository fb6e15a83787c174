import { defineRiskCheck } from '#src/domain/risk/checks/define-check';
import { compareLevels, levelOn } from '#src/domain/risk/level';
import { cellOf, movementOf } from '#src/domain/risk/rating';

/**
 * Fails when more is expected to remain after the response than there is now: one rating higher and none lower, or
 * a more serious level.
 */
export const residualAboveCurrent = defineRiskCheck({
  meta: { id: 'residual-above-current', severity: 'warn', enabledByDefault: true },
  options: {},
  evaluate({ probability, impact, residual }, _options, { scale, level }) {
    if (residual === null) return { result: 'not-applicable', reason: 'no-residual' };
    const current = { probability, impact };
    const movement = movementOf(cellOf(current, scale), cellOf(residual, scale));
    const isWorse = compareLevels(levelOn(residual, scale), level) < 0;
    if (movement !== 'raised' && !isWorse) return { result: 'pass' };
    return { result: 'fail', facts: { current, residual } };
  },
});
