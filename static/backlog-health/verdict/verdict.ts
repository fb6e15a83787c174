import type { Health } from '../health';

/** The answer in one line, as facts. Each kind has its own sentence. */
export type Verdict =
  | { readonly kind: 'nothing-ready'; readonly isWholeBacklog: boolean }
  | { readonly kind: 'short'; readonly sprints: number }
  | { readonly kind: 'whole-backlog-ready'; readonly sprints: number }
  | { readonly kind: 'ahead'; readonly sprints: number; readonly isLowerBound: boolean }
  | { readonly kind: 'overstocked' }
  | { readonly kind: 'too-little-history'; readonly have: number; readonly required: number }
  | { readonly kind: 'nothing-delivered'; readonly sprints: number }
  | { readonly kind: 'no-sprints'; readonly ready: number };

const WANTED_SPRINTS = 2;

function withoutForecast(health: Health): Verdict {
  const have = health.history.delivered.length;
  if (!health.hasSprints) return { kind: 'no-sprints', ready: health.ready.items };
  if (have < health.history.required) {
    return { kind: 'too-little-history', have, required: health.history.required };
  }
  return { kind: 'nothing-delivered', sprints: have };
}

/** Says where the team stands. The backlog must have issues: an empty one has a screen of its own. */
export function verdictOf(health: Health): Verdict {
  const { runway, band, read } = health;
  if (runway === null) return withoutForecast(health);
  if (health.ready.items === 0) return { kind: 'nothing-ready', isWholeBacklog: read.isWholeBacklog };
  if (band === 'overstocked') return { kind: 'overstocked' };
  if (runway.p85 >= WANTED_SPRINTS) {
    return { kind: 'ahead', sprints: runway.p85, isLowerBound: runway.isLowerBound };
  }
  return health.firstHole === null && read.isWholeBacklog
    ? { kind: 'whole-backlog-ready', sprints: runway.p85 }
    : { kind: 'short', sprints: runway.p85 };
}
