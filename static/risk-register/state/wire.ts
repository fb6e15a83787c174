import type { RegisterCall, RequestOf, ResponseOf } from '#src/contract/index';
import type { RegisterProblem } from '#src/domain/risk/register-change';
import type { Register } from '#src/domain/risk/register';
import type { RiskEvent } from '#src/domain/risk/risk-event';

/*
 * The contract's shapes are the domain's, but say less about some parts: the values in a change, the options of a check, the
 * kinds of a problem. The backend makes every answer from the domain and parses every request before it is used. So only the types
 * change here, and nowhere else.
 */

type Events = ResponseOf<'list-history'>['events'];
type WireRegister = ResponseOf<'create-risks'>['register'];

export const riskEventsOf = (events: Events) => events as unknown as readonly RiskEvent[];

export const registerOf = (register: WireRegister) => register as unknown as Register;

export const registerProblemsOf = (problems: readonly { readonly kind: string }[]) =>
  problems as unknown as readonly RegisterProblem[];

/** A request in the domain's types, as the call takes it. */
export const requestOf = <C extends RegisterCall>(request: object) => request as unknown as RequestOf<C>;
