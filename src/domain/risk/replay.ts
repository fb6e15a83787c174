import { changesOf, type FieldChange, type RiskEvent } from '#src/domain/risk/risk-event';
import type { Risk, RiskFields } from '#src/domain/risk/risk';

/**
 * The risk after an event. The same for an event that was just made and for one that is replayed, so that what is
 * stored and what the history says cannot differ.
 * @param risk The risk before; null before its first event.
 * @throws RangeError when the event does not follow on the risk: a gap or a mix-up in the history.
 */
export function after(risk: Risk | null, event: RiskEvent): Risk {
  if (event.kind === 'created') {
    if (risk !== null) throw new RangeError('a risk is created once');
    return created(event);
  }
  if (risk?.id !== event.riskId || risk.version + 1 !== event.version) {
    throw new RangeError(`event ${event.version} does not follow on version ${risk?.version ?? 0}`);
  }
  const changes = changesOf(event);
  const isRated = changes.some(({ field }) => field === 'probability' || field === 'impact');
  const next: Risk = {
    ...risk,
    ...afterChanges(changes),
    version: event.version,
    ratedOn: isRated ? event.act.on : risk.ratedOn,
    review: reviewAfter(risk, event, changes),
  };
  if (event.kind === 'deleted') return { ...next, deleted: event.act };
  return event.kind === 'undeleted' ? { ...next, deleted: null } : next;
}

/**
 * A risk exactly as it was at a version, rebuilt from its history; null when the history does not reach it.
 * @param events Those of one risk, in any order; more than needed is fine.
 * @throws RangeError when an event up to there is missing.
 */
export function restore(events: readonly RiskEvent[], toVersion: number): Risk | null {
  const wanted = events.filter(({ version }) => version <= toVersion).sort((a, b) => a.version - b.version);
  let risk: Risk | null = null;
  for (const event of wanted) risk = after(risk, event);
  return risk?.version === toVersion ? risk : null;
}

function created(event: Extract<RiskEvent, { kind: 'created' }>): Risk {
  return {
    ...event.fields,
    id: event.riskId,
    registerId: event.registerId,
    number: event.number,
    version: event.version,
    created: event.act,
    ratedOn: event.act.on,
    review: { last: null, unchangedInARow: 0 },
    deleted: null,
  };
}

function afterChanges(changes: readonly FieldChange[]): Partial<RiskFields> {
  return Object.fromEntries(changes.map((change) => [change.field, change.after]));
}

/** Any edit, within a review or not, shows that somebody thought about the risk, and the row starts anew. */
function reviewAfter(risk: Risk, event: RiskEvent, changes: readonly FieldChange[]): Risk['review'] {
  const row = changes.length > 0 ? 0 : risk.review.unchangedInARow;
  if (event.kind !== 'reviewed') return { last: risk.review.last, unchangedInARow: row };
  const last = { ...event.act, version: event.version };
  return { last, unchangedInARow: event.outcome === 'unchanged' ? row + 1 : 0 };
}
