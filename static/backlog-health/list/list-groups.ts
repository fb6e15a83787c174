import { standingOf, type Health, type HealthIssue, type Standing } from '../health';

import { isListed, type ListFilter } from './list-filter';
import type { Pinned } from './pinned';

/** A stretch of the backlog; `all` is the whole of it, where there is no forecast to divide it by. */
export type GroupId = 'next' | 'after' | 'beyond' | 'all';

/** An issue with its place in the whole backlog, from 1. */
export interface Ranked {
  readonly issue: HealthIssue;
  readonly rank: number;
}

export interface Group {
  readonly id: GroupId;
  /** In rank order. */
  readonly ranked: readonly Ranked[];
  /** The most that the team may deliver in it, at 85 %; null where that is not known. */
  readonly room: number | null;
  /** What of it is ready, in the unit of the answer: as in the verdict, an empty estimate adds nothing. */
  readonly readyAmount: number;
  readonly unready: number;
  readonly warned: number;
}

function group(unit: Health['unit'], id: GroupId, ranked: readonly Ranked[], room: number | null): Group {
  const amountOf = (issue: HealthIssue) => (unit === 'items' ? issue.width : (issue.estimate ?? 0));
  const standings = ranked.map(({ issue }) => standingOf(issue));
  return {
    id,
    ranked,
    room,
    readyAmount: ranked.reduce((sum, { issue }) => sum + (issue.isReady ? amountOf(issue) : 0), 0),
    unready: standings.filter((standing) => standing === 'unready').length,
    warned: standings.filter((standing) => standing === 'warned').length,
  };
}

/** Divides the backlog by the sprints in which its issues may start; an empty stretch is left out. */
export function groupsOf(health: Health): readonly Group[] {
  const { demand, issues, unit } = health;
  const ranked = issues.map((issue, index) => ({ issue, rank: index + 1 }));
  if (demand === null) return [group(unit, 'all', ranked, null)];
  const starting = (horizon: HealthIssue['horizon']) =>
    ranked.filter(({ issue }) => issue.horizon === horizon);
  return [
    group(unit, 'next', starting('next'), demand.one.p85),
    group(unit, 'after', starting('after'), Math.max(0, demand.two.p85 - demand.one.p85)),
    group(unit, 'beyond', starting('beyond'), null),
  ].filter((stretch) => stretch.ranked.length > 0);
}

const URGENCY = { unready: 0, warned: 1, ready: 2 } as const satisfies Record<Standing, number>;

/**
 * What a stretch lists: what is not ready, then what has a remark, then the rest, each in rank order. Rows that are being worked
 * on stay, and stay where they were.
 */
export function listedIn({ ranked }: Group, filter: ListFilter, pinned: Pinned): readonly Ranked[] {
  const urgency = ({ issue }: Ranked) => URGENCY[pinned.get(issue.id) ?? standingOf(issue)];
  return ranked
    .filter(({ issue }) => pinned.has(issue.id) || isListed(issue, filter))
    .toSorted((one, other) => urgency(one) - urgency(other));
}
