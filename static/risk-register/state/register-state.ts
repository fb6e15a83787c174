import type { Register } from '#src/domain/risk/register';
import type { Risk } from '#src/domain/risk/risk';
import type { RiskEvent } from '#src/domain/risk/risk-event';
import type { Patch } from '#src/domain/risk/validate';

import type { ScreenFailure } from '../../ui/failure';

import type { Opened } from './opened';

/** What the screen knows of its register. */
export interface RegisterState {
  /** null until the first answer. */
  readonly opened: Opened | null;
  readonly isAsking: boolean;
  /** What went wrong in the latest reading; null while reading and after a success. */
  readonly failure: ScreenFailure | null;
  /** Risks that were written from here: what is read a moment later may not have them yet. */
  readonly written: ReadonlyMap<string, Risk>;
  /** Edits on their way, by risk: shown as if they were stored. */
  readonly pending: ReadonlyMap<string, Patch>;
}

export const UNOPENED: RegisterState = {
  opened: null,
  isAsking: true,
  failure: null,
  written: new Map(),
  pending: new Map(),
};

export type RegisterHappening =
  | { readonly type: 'asked' }
  | { readonly type: 'opened'; readonly opened: Opened }
  | { readonly type: 'failed'; readonly failure: ScreenFailure }
  /** A risk as it is stored now, with the event that made it so where one did. */
  | { readonly type: 'risk'; readonly risk: Risk; readonly event: RiskEvent | null }
  | { readonly type: 'register'; readonly register: Register }
  /** Suggestions that were accepted or dismissed from here. */
  | { readonly type: 'suggestions-settled'; readonly keys: readonly string[] }
  /** All suggestions that are settled now: others are open again. */
  | { readonly type: 'suggestions'; readonly settledKeys: readonly string[] }
  | { readonly type: 'reminder'; readonly isReminding: boolean }
  | { readonly type: 'sent'; readonly riskId: string; readonly patch: Patch }
  | { readonly type: 'settled'; readonly riskId: string };

export function nextState(state: RegisterState, happening: RegisterHappening): RegisterState {
  switch (happening.type) {
    case 'asked':
      return { ...state, isAsking: true, failure: null };
    case 'failed':
      return { ...state, isAsking: false, failure: happening.failure };
    case 'opened':
      return { ...state, isAsking: false, failure: null, opened: joined(state, happening.opened) };
    case 'risk':
      return withRisk(state, happening.risk, happening.event);
    case 'register': {
      const { opened } = state;
      if (opened === null) return state;
      const register = newerRegister(opened.register, happening.register);
      const isEnded = register.lastReview?.ended.at !== opened.register?.lastReview?.ended.at;
      const events = isEnded ? since(opened.events, register) : opened.events;
      return { ...state, opened: { ...opened, register, events } };
    }
    case 'suggestions-settled':
      return state.opened === null ? state : { ...state, opened: withSettled(state.opened, happening.keys) };
    case 'suggestions':
      return state.opened === null
        ? state
        : { ...state, opened: { ...state.opened, settledKeys: [...happening.settledKeys] } };
    case 'reminder':
      return state.opened === null
        ? state
        : { ...state, opened: { ...state.opened, isReminding: happening.isReminding } };
    case 'sent': {
      const pending = new Map(state.pending);
      pending.set(happening.riskId, { ...pending.get(happening.riskId), ...happening.patch });
      return { ...state, pending };
    }
    case 'settled': {
      const pending = new Map(state.pending);
      pending.delete(happening.riskId);
      return { ...state, pending };
    }
  }
}

/** The risks as they are shown: with the edits that are on their way. */
export function shownRisks({ opened, pending }: RegisterState): readonly Risk[] {
  if (opened === null) return [];
  if (pending.size === 0) return opened.risks;
  return opened.risks.map((risk) => {
    const patch = pending.get(risk.id);
    return patch === undefined ? risk : { ...risk, ...patch };
  });
}

function withRisk(state: RegisterState, risk: Risk, event: RiskEvent | null): RegisterState {
  const { opened } = state;
  if (opened === null) return state;
  const known = opened.risks.find(({ id }) => id === risk.id);
  if (known !== undefined && known.version > risk.version) return state;
  const risks =
    known === undefined
      ? [...opened.risks, risk]
      : opened.risks.map((each) => (each.id === risk.id ? risk : each));
  const written = new Map(state.written);
  if (event !== null) written.set(risk.id, risk);
  return { ...state, written, opened: { ...opened, risks, events: withEvent(opened.events, event) } };
}

function withEvent(events: readonly RiskEvent[], event: RiskEvent | null): readonly RiskEvent[] {
  if (event === null || events.some((each) => keyOf(each) === keyOf(event))) return events;
  return [...events, event];
}

/** A list that is read after a write may lag behind it, so what was written from here is kept until it is there. */
function joined({ opened: last, written }: RegisterState, read: Opened): Opened {
  if (last?.register?.id !== read.register?.id || read.register === null) return read;
  const register = newerRegister(last?.register ?? null, read.register);
  const ids = new Set(read.risks.map(({ id }) => id));
  const risks = [
    ...read.risks.map((risk) => {
      const own = written.get(risk.id);
      return own !== undefined && own.version > risk.version ? own : risk;
    }),
    ...[...written.values()].filter(({ id, registerId }) => !ids.has(id) && registerId === register.id),
  ];
  const known = new Set(read.events.map(keyOf));
  const missing = (last?.events ?? []).filter(
    (event) => written.has(event.riskId) && !known.has(keyOf(event)),
  );
  const opened = { ...read, register, risks, events: since([...read.events, ...missing], register) };
  return withSettled(opened, last?.settledKeys ?? []);
}

/** What is settled stays so. */
function withSettled(opened: Opened, keys: readonly string[]): Opened {
  const all = new Set([...(opened.settledKeys ?? []), ...keys]);
  return all.size === 0 ? opened : { ...opened, settledKeys: [...all] };
}

function newerRegister(one: Register | null, other: Register): Register {
  if (one?.id !== other.id) return other;
  const newer = one.version > other.version ? one : other;
  return { ...newer, nextNumber: Math.max(one.nextNumber, other.nextNumber) };
}

function since(events: readonly RiskEvent[], { lastReview }: Register): readonly RiskEvent[] {
  if (lastReview === null) return events;
  const start = Date.parse(lastReview.ended.at);
  return events.filter(({ act }) => Date.parse(act.at) > start);
}

function keyOf({ riskId, version }: RiskEvent): string {
  return `${riskId} ${version}`;
}
