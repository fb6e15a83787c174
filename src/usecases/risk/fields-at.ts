import { changesOf, type RiskEvent } from '#src/domain/risk/risk-event';
import { fieldsOf, type Risk, type RiskFields } from '#src/domain/risk/risk';
import type { RegisterStore } from '#src/ports/risk/register-store';

/**
 * What a risk's fields were at an older version, worked out from the risk as it is now by taking back what was changed since:
 * that needs the few last entries of its history and not all of them. null when one of them is missing.
 * @see `restore` of the domain, which goes the other way; a test holds the two to one another.
 */
export async function fieldsAt(
  { loadEvents }: Pick<RegisterStore, 'loadEvents'>,
  risk: Risk,
  version: number,
): Promise<RiskFields | null> {
  const events = await loadEvents(risk.registerId, risk.id, version + 1, risk.version);
  return events.length === risk.version - version ? takenBack(risk, events) : null;
}

function takenBack(risk: Risk, events: readonly RiskEvent[]): RiskFields {
  const before = [...events]
    .sort((a, b) => b.version - a.version)
    .flatMap(changesOf)
    .map((change) => [change.field, change.before] as const);
  return { ...fieldsOf(risk), ...(Object.fromEntries(before) as Partial<RiskFields>) };
}
