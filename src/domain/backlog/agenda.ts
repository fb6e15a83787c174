import type { Finding } from '#src/domain/backlog/finding';
import { runwayOf, shortOf, type Horizon, type Runway } from '#src/domain/backlog/runway';
import { roundAmount } from '#src/domain/capacity/amount';
import type { Demand, Unit } from '#src/domain/capacity/forecast';

/** How long a refinement lasts, and how long an item takes. */
export interface Session {
  readonly minutes: number;
  readonly minutesPerItem: number;
}

/** An hour and a half, eight minutes an item. */
export const DEFAULT_SESSION: Session = { minutes: 90, minutesPerItem: 8 };

/** What the agenda needs to know of an issue. */
interface Refinable<Found extends Finding> {
  readonly id: string;
  readonly key: string;
  readonly estimate: number | null;
  readonly width: number;
  /** null without a forecast. */
  readonly horizon: Horizon | null;
  readonly isReady: boolean;
  readonly findings: readonly Found[];
}

/** What the agenda needs to know of a backlog: an assessment, or the answer that a screen has, fits. */
export interface Refinables<Found extends Finding> {
  readonly unit: Unit;
  readonly demand: Demand | null;
  readonly ready: { readonly amount: number };
  /** In rank order. */
  readonly issues: readonly Refinable<Found>[];
}

/** One issue to refine, what to settle about it, and where the backlog stands once it and those before it are refined. */
export interface AgendaItem<Found> {
  readonly id: string;
  readonly key: string;
  /** What keeps it from being ready; empty where only the estimate is missing to what is ready. */
  readonly toSettle: readonly Found[];
  /** Warnings, worth a look while at it. */
  readonly toConsider: readonly Found[];
  /** What it adds to the ready amount, in the board's unit: its estimate, or where there is none what it is taken for. */
  readonly gain: number;
  readonly readyAfter: number;
  /** In sprints of demand; null without a forecast. */
  readonly runwayAfter: Pick<Runway, 'p50' | 'p85'> | null;
}

/**
 * - `ahead`: two sprints are ready already, so nothing has to be refined.
 * - `restores`: refining all `needed` items brings the backlog two sprints ahead.
 * - `falls-short`: refining all that was read does not: stories are missing, or lie further down.
 * - `no-forecast`: there is no target to reach; the agenda is what is not ready, from the top.
 */
export type AgendaAim = 'ahead' | 'restores' | 'falls-short' | 'no-forecast';

export interface Agenda<Found> {
  readonly aim: AgendaAim;
  /** In rank order, cut to the session. */
  readonly items: readonly AgendaItem<Found>[];
  /** Items before the cut. */
  readonly needed: number;
  /** Whether the session has room for all of them. */
  readonly fits: boolean;
  readonly minutesUsed: number;
  /** Amount missing to two sprints at 85 % when all `needed` items are refined; 0 save where that falls short. */
  readonly missing: number;
}

/**
 * The agenda of a refinement: the fewest issues whose refinement brings two sprints ahead at 85 %, among equally few the
 * highest-ranked (the first of them ranks as high as can be, then the second …), in rank order, cut to the session. They come
 * from the next two sprints where those suffice: a large item far below would be fewer, but leaves the holes that are met first.
 * An issue gains what it is taken for in rank order once it counts as ready, so it is measured before it is estimated. One that
 * is larger than a sprint gains a piece only: else the one item that nobody can refine would be the whole agenda.
 *
 * Where refining all that is not ready does not suffice, ready issues without an estimate come in: they add nothing
 * until they have one.
 * @param session `minutesPerItem` is above 0.
 */
export function agendaOf<Found extends Finding>(backlog: Refinables<Found>, session: Session): Agenda<Found> {
  const { demand, ready } = backlog;
  const short = demand === null ? null : shortOf(ready.amount, demand);
  const { aim, chosen } = choose(backlog, short);
  const room = Math.floor(session.minutes / session.minutesPerItem);
  const gained = chosen.reduce((sum, { gain }) => sum + gain, 0);
  const items = itemsOf(chosen.slice(0, room), backlog);
  return {
    aim,
    items,
    needed: chosen.length,
    fits: chosen.length <= room,
    minutesUsed: items.length * session.minutesPerItem,
    missing: short === null ? 0 : Math.max(0, roundAmount(short - gained)),
  };
}

interface Candidate<Found extends Finding> {
  readonly issue: Refinable<Found>;
  readonly gain: number;
}

function choose<Found extends Finding>(
  { issues, unit }: Refinables<Found>,
  short: number | null,
): { readonly aim: AgendaAim; readonly chosen: readonly Candidate<Found>[] } {
  const measured = issues.map((issue) => ({ issue, gain: gainOf(issue, unit) }));
  const unready = measured.filter(({ issue }) => !issue.isReady);
  if (short === null) return { aim: 'no-forecast', chosen: unready };
  if (short === 0) return { aim: 'ahead', chosen: [] };
  const gaining = measured.filter(({ gain }) => gain > 0);
  const toRefine = gaining.filter(({ issue }) => !issue.isReady);
  const soon = toRefine.filter(({ issue }) => issue.horizon !== 'beyond');
  for (const candidates of [soon, toRefine, gaining]) {
    const places = fewestReaching(
      candidates.map(({ gain }) => gain),
      short,
    );
    if (places !== null)
      return { aim: 'restores', chosen: candidates.filter((_, place) => places.has(place)) };
  }
  return { aim: 'falls-short', chosen: gaining };
}

/** A piece of an issue that has to be split is no larger than what `oversized` lets pass, as a share of a usual sprint. */
const PIECE = 0.5;

/** What is ready for sure once an issue larger than a sprint is split: one piece. No limit where there is nothing to split. */
function pieceOf(findings: readonly Finding[]): number {
  const found = findings.find(({ check, severity }) => check === 'oversized' && severity === 'critical');
  return found?.check === 'oversized' ? roundAmount(found.facts.medianSprint * PIECE) : Infinity;
}

/** What refining an issue adds to the ready amount, which counts an empty estimate as nothing. */
function gainOf({ estimate, width, isReady, findings }: Refinable<Finding>, unit: Unit): number {
  if (!isReady) return Math.min(width, pieceOf(findings));
  return unit === 'points' && estimate === null ? width : 0;
}

/**
 * The places of the fewest gains that together reach `target`, among equally few the first; null when all of them do not.
 * The number is that of the largest gains that reach it. From the top, a gain is then taken whenever the largest ones
 * below it can do the rest.
 */
function fewestReaching(gains: readonly number[], target: number): ReadonlySet<number> | null {
  const below = [...gains].sort((one, other) => other - one);
  let count = 0;
  for (let sum = 0; roundAmount(sum) < target; count += 1) {
    const next = below[count];
    if (next === undefined) return null;
    sum += next;
  }
  const taken = new Set<number>();
  let reached = 0;
  for (const [place, gain] of gains.entries()) {
    const left = count - taken.size;
    if (left === 0) break;
    below.splice(below.indexOf(gain), 1);
    if (roundAmount(reached + gain + sumOf(below.slice(0, left - 1))) < target) continue;
    taken.add(place);
    reached += gain;
  }
  return taken;
}

function sumOf(amounts: readonly number[]): number {
  return roundAmount(amounts.reduce((sum, amount) => sum + amount, 0));
}

function itemsOf<Found extends Finding>(
  chosen: readonly Candidate<Found>[],
  { ready, demand }: Refinables<Found>,
): readonly AgendaItem<Found>[] {
  let readyAfter = ready.amount;
  return chosen.map(({ issue: { id, key, findings }, gain }) => {
    readyAfter = roundAmount(readyAfter + gain);
    return {
      id,
      key,
      toSettle: findings.filter(({ severity }) => severity === 'critical'),
      toConsider: findings.filter(({ severity }) => severity === 'warn'),
      gain,
      readyAfter,
      runwayAfter: demand === null ? null : endsOf(runwayOf(readyAfter, demand, false)),
    };
  });
}

function endsOf({ p50, p85 }: Runway): Pick<Runway, 'p50' | 'p85'> {
  return { p50, p85 };
}
