import type { OpenedRegister as WireRegister } from '#src/contract/risk/calls';
import { dayIn } from '#src/domain/risk/calendar';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { Risk } from '#src/domain/risk/risk';
import type { OpenedRegister } from '#src/usecases/risk/open-register';
import type { Visit } from '#src/resolvers/risk/visit';

/** A value as it travels: the same, without the promise that nobody changes it. */
export type Wire<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? Wire<Item>[]
    : { -readonly [K in keyof T]: Wire<T[K]> };

/** A domain value as its schema has it. */
export const toWire = <T>(value: T): Wire<T> => value as Wire<T>;

/** The platform carries 5 MB back; the rest of an answer is small. */
const PLANS_BYTES = 3_500_000;

const EMPTY_PLAN = { type: 'doc', version: 1, content: [] };

/**
 * Events without the text of plans: that a plan was written, changed or taken away can still be told, and that is all that is
 * said of it beside the register.
 */
function withoutPlans(event: RiskEvent): RiskEvent {
  if (event.kind === 'created') {
    const { fields } = event;
    return fields.plan === null ? event : { ...event, fields: { ...fields, plan: EMPTY_PLAN } };
  }
  if (!('changes' in event)) return event;
  const changes = event.changes.map((change) => {
    if (change.field !== 'plan') return change;
    const [before, after] = [change.before && EMPTY_PLAN, change.after && EMPTY_PLAN];
    return { ...change, before, after };
  });
  return { ...event, changes };
}

/** The plans that fit, in the order of the risks; the others are named. */
function fit(risks: readonly Risk[]) {
  let bytes = 0;
  const plansLeftOut: string[] = [];
  const fitting = risks.map((risk) => {
    if (risk.plan === null) return risk;
    bytes += Buffer.byteLength(JSON.stringify(risk.plan));
    if (bytes <= PLANS_BYTES) return risk;
    plansLeftOut.push(risk.id);
    return { ...risk, plan: null };
  });
  return { risks: fitting, plansLeftOut };
}

/** What the screen gets of an opened register. */
export function toOpenedRegister(opened: OpenedRegister, visit: Visit, now: Date): WireRegister {
  const { unread, settledKeys, register, events, ...rest } = opened;
  const { risks, plansLeftOut } = fit(opened.risks);
  const asOf = now.toISOString();
  return toWire({
    ...rest,
    register,
    risks,
    events: events.map(withoutPlans),
    isLicensed: visit.isLicensed,
    ...(unread > 0 && { unread }),
    ...(plansLeftOut.length > 0 && { plansLeftOut }),
    ...(settledKeys.length > 0 && { settledKeys }),
    viewer: visit.viewer.accountId,
    today: dayIn(visit.timeZone, asOf),
    asOf,
  });
}
