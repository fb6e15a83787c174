import { defineRegisterCheck } from '#src/domain/risk/checks/define-check';
import { isLive } from '#src/domain/risk/risk';

/** Fails when a register has no risk to watch, be it that nobody wrote one or that all are over. */
export const emptyRegister = defineRegisterCheck({
  meta: { id: 'empty-register', severity: 'info', enabledByDefault: true },
  options: {},
  evaluate(risks) {
    return risks.some(isLive) ? { result: 'pass' } : { result: 'fail', facts: { over: risks.length } };
  },
});
