import type { Instant } from '#src/domain/risk/calendar';
import { groupBy } from '#src/domain/risk/group';
import { compareLevels, levelOn } from '#src/domain/risk/level';
import { cellOf, movementOf, type Exposure, type Rating, type Scale } from '#src/domain/risk/rating';
import { changesOf, type FieldChange, type FieldChangeOf, type RiskEvent } from '#src/domain/risk/risk-event';
import type { Risk } from '#src/domain/risk/risk';

/** Where a risk was and where it is. */
export interface Rescored {
  readonly riskId: string;
  readonly from: Exposure;
  readonly to: Exposure;
}

/**
 * What became of a register since an instant: net, so that a risk which was moved and moved back is
 * among the edited. Each list in the order of `risks`.
 */
export interface RegisterChanges {
  readonly added: readonly string[];
  readonly raised: readonly Rescored[];
  readonly lowered: readonly Rescored[];
  /** One rating up, the other down, and the level the same. */
  readonly moved: readonly Rescored[];
  readonly closed: readonly string[];
  readonly happened: readonly string[];
  readonly reopened: readonly string[];
  readonly deleted: readonly string[];
  /** Changed in other ways than these. */
  readonly edited: readonly string[];
  /** Reviewed, and nothing about them changed. */
  readonly reviewedUnchanged: readonly string[];
}

/** The events of one risk after an instant, oldest first: what to show before its next review. */
export function changesSince(events: readonly RiskEvent[], at: Instant | null): readonly RiskEvent[] {
  const since = at === null ? -Infinity : Date.parse(at);
  return events.filter(({ act }) => Date.parse(act.at) > since).sort((a, b) => a.version - b.version);
}

/**
 * What changed in a register after an instant. A risk is new, or gone, or moved: the first that holds, in that
 * order.
 * @param risks All risks of the register as they are now, deleted ones too.
 * @param events Those after the instant suffice; more is fine.
 */
export function registerChangesSince(
  risks: readonly Risk[],
  events: readonly RiskEvent[],
  at: Instant,
  scale: Scale,
): RegisterChanges {
  const byRisk = groupBy(changesSince(events, at), ({ riskId }) => riskId);
  const found: { readonly [K in keyof RegisterChanges]: RegisterChanges[K][number][] } = {
    added: [],
    raised: [],
    lowered: [],
    moved: [],
    closed: [],
    happened: [],
    reopened: [],
    deleted: [],
    edited: [],
    reviewedUnchanged: [],
  };
  for (const risk of risks) {
    const own = byRisk.get(risk.id);
    if (own === undefined) continue;
    const change = netChange(risk, own, scale);
    if (change === null) continue;
    if (change.kind === 'raised' || change.kind === 'lowered' || change.kind === 'moved') {
      found[change.kind].push({ riskId: risk.id, from: change.from, to: change.to });
    } else found[change.kind].push(risk.id);
  }
  return found;
}

type NetChange =
  | { readonly kind: 'raised' | 'lowered' | 'moved'; readonly from: Exposure; readonly to: Exposure }
  | { readonly kind: Exclude<keyof RegisterChanges, 'raised' | 'lowered' | 'moved'> };

function netChange(risk: Risk, events: readonly RiskEvent[], scale: Scale): NetChange | null {
  const isNew = events.some(({ kind }) => kind === 'created');
  const firstTurn = events.find(({ kind }) => kind === 'deleted' || kind === 'undeleted')?.kind;
  if (risk.deleted !== null) return !isNew && firstTurn === 'deleted' ? { kind: 'deleted' } : null;
  if (isNew) return { kind: 'added' };
  if (firstTurn === 'undeleted') return { kind: 'reopened' };
  const [was, is] = [firstChange(events, 'state')?.before.kind ?? risk.state.kind, risk.state.kind];
  if (is !== was && (is === 'closed' || is === 'happened')) return { kind: is };
  if (is !== was && (was === 'closed' || was === 'happened')) return { kind: 'reopened' };
  return rescored(risk, events, scale) ?? unmoved(events);
}

function rescored(risk: Risk, events: readonly RiskEvent[], scale: Scale): NetChange | null {
  const from = {
    probability: before(firstChange(events, 'probability'), risk.probability),
    impact: before(firstChange(events, 'impact'), risk.impact),
  };
  const to = { probability: risk.probability, impact: risk.impact };
  const movement = movementOf(cellOf(from, scale), cellOf(to, scale));
  if (movement === 'same') return null;
  if (movement !== 'mixed') return { kind: movement, from, to };
  const rise = compareLevels(levelOn(from, scale), levelOn(to, scale));
  if (rise === 0) return { kind: 'moved', from, to };
  return { kind: rise > 0 ? 'raised' : 'lowered', from, to };
}

function unmoved(events: readonly RiskEvent[]): NetChange | null {
  if (events.some((event) => changesOf(event).length > 0)) return { kind: 'edited' };
  return events.some(({ kind }) => kind === 'reviewed') ? { kind: 'reviewedUnchanged' } : null;
}

function before(change: { readonly before: Rating } | undefined, now: Rating): Rating {
  return change?.before ?? now;
}

function firstChange<F extends 'state' | 'probability' | 'impact'>(
  events: readonly RiskEvent[],
  field: F,
): FieldChangeOf<F> | undefined {
  const changes: readonly FieldChange[] = events.flatMap(changesOf);
  return changes.find((change) => change.field === field) as FieldChangeOf<F> | undefined;
}
