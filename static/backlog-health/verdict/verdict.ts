import { lacks, type Health } from '../health';

/** The answer in one line, as facts. Each kind has its own sentence. */
export type Verdict =
  | { readonly kind: 'nothing-ready'; readonly of: 'backlog' | 'top' | 'read' }
  | { readonly kind: 'short'; readonly sprints: number; readonly isLowerBound: boolean }
  | { readonly kind: 'whole-backlog-ready'; readonly sprints: number }
  | { readonly kind: 'ahead'; readonly sprints: number; readonly isLowerBound: boolean }
  | { readonly kind: 'overstocked' }
  | { readonly kind: 'too-little-history'; readonly have: number; readonly required: number }
  | { readonly kind: 'nothing-delivered'; readonly count: number }
  | { readonly kind: 'history-missing' };

const WANTED_SPRINTS = 2;

function withoutForecast(health: Health): Verdict {
  const have = health.history.delivered.length;
  if (lacks(health, 'history')) return { kind: 'history-missing' };
  if (have < health.history.required) {
    return { kind: 'too-little-history', have, required: health.history.required };
  }
  return { kind: 'nothing-delivered', count: have };
}

function nothingReady(health: Health): Verdict {
  if (lacks(health, 'rest-of-backlog')) return { kind: 'nothing-ready', of: 'read' };
  return { kind: 'nothing-ready', of: health.read.isWholeBacklog ? 'backlog' : 'top' };
}

/**
 * Whether the figures of a forecast are the least there is: more may be ready below what could be read, or below what had to be.
 */
export function isAtLeast(health: Health): boolean {
  return (health.runway?.isLowerBound ?? false) || lacks(health, 'rest-of-backlog');
}

/** Whether there may be more ready than is known, so that "too little" must not be said. */
export function isShortageKnown(health: Health): boolean {
  return !lacks(health, 'rest-of-backlog');
}

/** Says where the team stands. The backlog must have issues: an empty one has a screen of its own. */
export function verdictOf(health: Health): Verdict {
  const { runway, band, read } = health;
  if (runway === null) return withoutForecast(health);
  if (health.ready.items === 0) return nothingReady(health);
  if (band === 'overstocked') return { kind: 'overstocked' };
  if (runway.p85 >= WANTED_SPRINTS) {
    return { kind: 'ahead', sprints: runway.p85, isLowerBound: isAtLeast(health) };
  }
  return health.firstHole === null && read.isWholeBacklog && isShortageKnown(health)
    ? { kind: 'whole-backlog-ready', sprints: runway.p85 }
    : { kind: 'short', sprints: runway.p85, isLowerBound: !isShortageKnown(health) };
}
