import type {
  CheckMeta,
  RegisterCheck,
  RiskCheck,
  RiskOptionValues,
} from '#src/domain/risk/checks/define-check';
import { duplicateRisk } from '#src/domain/risk/checks/duplicate-risk';
import { emptyRegister } from '#src/domain/risk/checks/empty-register';
import { mitigationNotOnTrack } from '#src/domain/risk/checks/mitigation-not-on-track';
import { mitigationPastDue } from '#src/domain/risk/checks/mitigation-past-due';
import { nearCertain } from '#src/domain/risk/checks/near-certain';
import { noMitigation } from '#src/domain/risk/checks/no-mitigation';
import { noOwner } from '#src/domain/risk/checks/no-owner';
import { openAcceptance } from '#src/domain/risk/checks/open-acceptance';
import { residualAboveCurrent } from '#src/domain/risk/checks/residual-above-current';
import { residualLoweredUntouched } from '#src/domain/risk/checks/residual-lowered-untouched';
import { reviewOverdue } from '#src/domain/risk/checks/review-overdue';
import { rubberStamp } from '#src/domain/risk/checks/rubber-stamp';
import { vagueStatement } from '#src/domain/risk/checks/vague-statement';
import type { AnyCheckId, RegisterCheckId, RiskCheckId } from '#src/domain/risk/finding';

/** Most urgent first: the first that fails names why a risk needs somebody. */
const OF_RISKS = {
  'no-mitigation': noMitigation,
  'mitigation-not-on-track': mitigationNotOnTrack,
  'mitigation-past-due': mitigationPastDue,
  'no-owner': noOwner,
  'open-acceptance': openAcceptance,
  'review-overdue': reviewOverdue,
  'near-certain': nearCertain,
  'residual-above-current': residualAboveCurrent,
  'residual-lowered-untouched': residualLoweredUntouched,
  'rubber-stamp': rubberStamp,
  'duplicate-risk': duplicateRisk,
  'vague-statement': vagueStatement,
} satisfies { readonly [Id in RiskCheckId]: RiskCheck<Id, RiskOptionValues> };

const OF_REGISTERS = {
  'empty-register': emptyRegister,
} satisfies { readonly [Id in RegisterCheckId]: RegisterCheck<Id, RiskOptionValues> };

/** The options of each check, by its id. */
export type RegisterOptionsByCheck = {
  readonly [Id in AnyCheckId]: (typeof OF_RISKS & typeof OF_REGISTERS)[Id]['options'];
};

/** Every check of a risk; an id without a check does not compile. */
export const RISK_CHECKS: {
  readonly [Id in RiskCheckId]: RiskCheck<Id, RegisterOptionsByCheck[Id]>;
} = OF_RISKS;

/** Every check of a register as a whole. */
export const REGISTER_CHECKS: {
  readonly [Id in RegisterCheckId]: RegisterCheck<Id, RegisterOptionsByCheck[Id]>;
} = OF_REGISTERS;

/** Both together. */
export const ALL_CHECKS: {
  readonly [Id in AnyCheckId]: { readonly meta: CheckMeta<Id>; readonly options: RegisterOptionsByCheck[Id] };
} = { ...OF_RISKS, ...OF_REGISTERS };

/** In the order in which findings are listed and weighed. */
export const RISK_CHECK_IDS = Object.keys(RISK_CHECKS) as readonly RiskCheckId[];
export const REGISTER_CHECK_IDS = Object.keys(REGISTER_CHECKS) as readonly RegisterCheckId[];
