import type { OpenedRegister } from '#src/contract/risk/calls';
import type { Register } from '#src/domain/risk/register';
import type { Risk } from '#src/domain/risk/risk';
import type { RiskEvent } from '#src/domain/risk/risk-event';

import { LEFT_OUT } from './left-out-plan';

/** What opening a register answers, in the domain's own types. */
export interface Opened extends Omit<OpenedRegister, 'register' | 'risks' | 'events'> {
  readonly register: Register | null;
  readonly risks: readonly Risk[];
  readonly events: readonly RiskEvent[];
}

/**
 * The shapes are the same; the contract's say a little less about what their parts mean. Plans that did not fit into the answer are
 * marked, so that nobody takes them for none.
 */
export function openedOf(answer: OpenedRegister): Opened {
  // Only the types change: see above.
  const opened = answer as unknown as Opened;
  const leftOut = new Set(answer.plansLeftOut);
  if (leftOut.size === 0) return opened;
  const risks = opened.risks.map((risk) => (leftOut.has(risk.id) ? { ...risk, plan: LEFT_OUT } : risk));
  return { ...opened, risks };
}

/** What is known of a mitigating issue. */
export type Mitigation = NonNullable<OpenedRegister['mitigations']>[number];
