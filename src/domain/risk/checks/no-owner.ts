import { FORMER_ACCOUNT } from '#src/domain/privacy/former-account';
import { defineRiskCheck } from '#src/domain/risk/checks/define-check';

/**
 * Fails when nobody owns the risk, or somebody whose account is deactivated: critical at High and Medium, a
 * warning at Low.
 */
export const noOwner = defineRiskCheck({
  meta: { id: 'no-owner', severity: 'critical', enabledByDefault: true },
  options: {},
  evaluate({ ownerId }, _options, { accounts, level }) {
    const isGone = ownerId === null || ownerId === FORMER_ACCOUNT;
    const account = isGone ? 'deactivated' : accounts.get(ownerId);
    if (account === undefined) return { result: 'unknown', reason: 'account-not-known' };
    if (account === 'active') return { result: 'pass' };
    return { result: 'fail', severity: level === 'low' ? 'warn' : 'critical', facts: { ownerId } };
  },
});
