import type { Severity } from '#src/domain/backlog/finding';
import { ALL_CHECKS, type RegisterOptionsByCheck } from '#src/domain/risk/checks/index';
import type { AnyCheckId } from '#src/domain/risk/finding';

/** How a register runs one check. */
export interface RegisterCheckSetting<Id extends AnyCheckId> {
  readonly enabled: boolean;
  /** The register's own severity for every case; null leaves it to the check. */
  readonly severity: Severity | null;
  readonly options: RegisterOptionsByCheck[Id];
}

/** How a register runs each check. */
export type RegisterCheckSettings = { readonly [Id in AnyCheckId]: RegisterCheckSetting<Id> };

/** Every check as it comes. */
export const DEFAULT_REGISTER_CHECK_SETTINGS: RegisterCheckSettings = {
  'no-mitigation': defaultOf('no-mitigation'),
  'mitigation-not-on-track': defaultOf('mitigation-not-on-track'),
  'mitigation-past-due': defaultOf('mitigation-past-due'),
  'no-owner': defaultOf('no-owner'),
  'open-acceptance': defaultOf('open-acceptance'),
  'review-overdue': defaultOf('review-overdue'),
  'near-certain': defaultOf('near-certain'),
  'residual-above-current': defaultOf('residual-above-current'),
  'residual-lowered-untouched': defaultOf('residual-lowered-untouched'),
  'rubber-stamp': defaultOf('rubber-stamp'),
  'duplicate-risk': defaultOf('duplicate-risk'),
  'vague-statement': defaultOf('vague-statement'),
  'empty-register': defaultOf('empty-register'),
};

function defaultOf<Id extends AnyCheckId>(id: Id): RegisterCheckSetting<Id> {
  const { meta, options } = ALL_CHECKS[id];
  return { enabled: meta.enabledByDefault, severity: null, options };
}
