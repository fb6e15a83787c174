import { defineRiskCheck } from '#src/domain/risk/checks/define-check';
import { cellOf, movementOf } from '#src/domain/risk/rating';

/**
 * Fails when less is expected to remain than there is now, and nothing could bring that about: no plan, and no
 * mitigating issue that is done or at least has its place in time. What a written plan amounts to, it cannot tell,
 * and passes.
 */
export const residualLoweredUntouched = defineRiskCheck({
  meta: { id: 'residual-lowered-untouched', severity: 'warn', enabledByDefault: true },
  options: {},
  evaluate(risk, _options, { scale, issues }) {
    const { residual, issueIds } = risk;
    if (residual === null) return { result: 'not-applicable', reason: 'no-residual' };
    if (movementOf(cellOf(risk, scale), cellOf(residual, scale)) !== 'lowered') return { result: 'pass' };
    if (risk.plan !== null) return { result: 'pass' };
    if (issueIds.length === 0) return { result: 'fail', facts: { issueIds } };
    if (issues === null) return { result: 'unknown', reason: 'jira-not-there' };
    const known = issueIds.map((id) => issues.get(id)).filter((issue) => issue?.isVisible === true);
    if (known.some((issue) => issue?.isDone === true || issue?.isScheduled === true))
      return { result: 'pass' };
    if (known.length < issueIds.length) return { result: 'unknown', reason: 'issue-not-visible' };
    if (known.some((issue) => issue?.isScheduled === null))
      return { result: 'unknown', reason: 'issue-not-known' };
    return { result: 'fail', facts: { issueIds } };
  },
});
