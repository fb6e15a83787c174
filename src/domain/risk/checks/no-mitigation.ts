import { defineRiskCheck } from '#src/domain/risk/checks/define-check';
import { isAccepted } from '#src/domain/risk/checks/open-acceptance';

/**
 * Fails at High (critical) and Medium (a warning) when there is neither a plan nor a mitigating issue. What is
 * accepted needs none.
 */
export const noMitigation = defineRiskCheck({
  meta: { id: 'no-mitigation', severity: 'critical', enabledByDefault: true },
  options: {},
  evaluate(risk, _options, { level }) {
    if (level === 'low') return { result: 'not-applicable', reason: 'low' };
    if (isAccepted(risk)) return { result: 'not-applicable', reason: 'accepted' };
    if (risk.plan !== null || risk.issueIds.length > 0) return { result: 'pass' };
    return { result: 'fail', severity: level === 'high' ? 'critical' : 'warn', facts: { level } };
  },
});
