import { CHECKS, type OptionsByCheck } from '#src/domain/backlog/checks/index';
import type { CheckId, Severity } from '#src/domain/backlog/finding';

/** How a team runs one check. */
export interface CheckSetting<Id extends CheckId> {
  readonly enabled: boolean;
  /** The team's own severity for every case; null leaves it to the check. */
  readonly severity: Severity | null;
  readonly options: OptionsByCheck[Id];
}

/** How a team runs each check. */
export type CheckSettings = { readonly [Id in CheckId]: CheckSetting<Id> };

/** Every check as it comes. */
export const DEFAULT_SETTINGS: CheckSettings = {
  'missing-estimate': defaultOf('missing-estimate'),
  oversized: defaultOf('oversized'),
  'thin-description': defaultOf('thin-description'),
  'placeholder-text': defaultOf('placeholder-text'),
  unverifiable: defaultOf('unverifiable'),
  'missing-benefit': defaultOf('missing-benefit'),
  'compound-story': defaultOf('compound-story'),
  'missing-why': defaultOf('missing-why'),
  'open-blocker': defaultOf('open-blocker'),
  'required-field': defaultOf('required-field'),
  'default-priority': defaultOf('default-priority'),
  'rank-inversion': defaultOf('rank-inversion'),
  'near-duplicate': defaultOf('near-duplicate'),
  abandoned: defaultOf('abandoned'),
  'stale-ready': defaultOf('stale-ready'),
};

function defaultOf<Id extends CheckId>(id: Id): CheckSetting<Id> {
  const { meta, options } = CHECKS[id];
  return { enabled: meta.enabledByDefault, severity: null, options };
}
