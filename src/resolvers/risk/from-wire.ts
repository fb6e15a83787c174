import type { z } from 'zod';

import type { REGISTER_FIELDS, RISK_PATCH } from '#src/contract/risk/register';
import { ALL_CHECKS } from '#src/domain/risk/checks/index';
import type { RegisterCheckSettings } from '#src/domain/risk/checks/settings';
import type { AnyCheckId } from '#src/domain/risk/finding';
import type { RegisterFields } from '#src/domain/risk/register';
import type { Patch } from '#src/domain/risk/validate';

/** Fields that were not sent are not in a patch at all. */
export function toPatch(sent: z.infer<typeof RISK_PATCH>): Patch {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
}

/** Settings to change. Checks that were sent replace those that are there; unknown ones, and unknown options, are dropped. */
export function toSettings(
  sent: Partial<z.infer<typeof REGISTER_FIELDS>>,
  now: RegisterCheckSettings,
): Partial<RegisterFields> {
  const { checks, ...rest } = sent;
  const fields = Object.entries<unknown>(rest).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(fields) as Partial<RegisterFields>),
    ...(checks && { checks: toChecks(checks, now) }),
  };
}

function toChecks(
  sent: z.infer<typeof REGISTER_FIELDS>['checks'],
  now: RegisterCheckSettings,
): RegisterCheckSettings {
  const entries = (Object.keys(ALL_CHECKS) as AnyCheckId[]).map((id) => {
    const setting = sent[id];
    if (setting === undefined) return [id, now[id]];
    const known = Object.entries(setting.options).filter(([name]) => name in ALL_CHECKS[id].options);
    const options = { ...now[id].options, ...Object.fromEntries(known) };
    return [id, { enabled: setting.enabled, severity: setting.severity, options }];
  });
  return Object.fromEntries(entries) as RegisterCheckSettings;
}
