import { daysBetween } from '#src/domain/risk/calendar';
import { defineRiskCheck } from '#src/domain/risk/checks/define-check';
import type { AcceptanceProblem } from '#src/domain/risk/finding';
import type { Risk } from '#src/domain/risk/risk';

/** Whether a risk is lived with: its state says so, or its response. */
export function isAccepted({ state, response }: Pick<Risk, 'state' | 'response'>): boolean {
  return state.kind === 'accepted' || response === 'accept';
}

/**
 * Fails on an acceptance without an approver or an end, or past its end: critical when it expired, or at High. A
 * risk whose response is to accept, but whose state does not say by whom and until when, has neither.
 */
export const openAcceptance = defineRiskCheck({
  meta: { id: 'open-acceptance', severity: 'warn', enabledByDefault: true },
  options: {},
  evaluate(risk, _options, { today, level }) {
    if (!isAccepted(risk)) return { result: 'not-applicable', reason: 'not-accepted' };
    const { by, until } = risk.state.kind === 'accepted' ? risk.state : { by: null, until: null };
    const days = until === null ? 0 : daysBetween(until, today);
    const problems: readonly AcceptanceProblem[] = [
      ...(by === null ? (['no-approver'] as const) : []),
      ...(until === null ? (['no-expiry'] as const) : []),
      ...(days > 0 ? (['expired'] as const) : []),
    ];
    if (problems.length === 0) return { result: 'pass' };
    const isUrgent = days > 0 || level === 'high';
    return {
      result: 'fail',
      severity: isUrgent ? 'critical' : 'warn',
      facts: { problems, until, daysExpired: days > 0 ? days : null },
    };
  },
});
