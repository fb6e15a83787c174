import type { BoardSettings, CheckSettingChoice } from '#src/contract/board-settings';

import type { CheckId } from '../health';

type Option = CheckSettingChoice['options'][string];

/** One place in which two settings differ, with what it is in the second one. */
export type Difference =
  | { readonly of: 'enabled'; readonly check: CheckId; readonly to: boolean }
  | { readonly of: 'severity'; readonly check: CheckId; readonly to: CheckSettingChoice['severity'] }
  | { readonly of: 'option'; readonly check: CheckId; readonly name: string; readonly to: Option }
  | { readonly of: 'session'; readonly name: 'minutes' | 'minutesPerItem'; readonly to: number };

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Every place in which one check is set differently. */
export function differencesOfCheck(
  check: CheckId,
  from: CheckSettingChoice,
  to: CheckSettingChoice,
): readonly Difference[] {
  return [
    ...(from.enabled === to.enabled ? [] : [{ of: 'enabled', check, to: to.enabled } as const]),
    ...(from.severity === to.severity ? [] : [{ of: 'severity', check, to: to.severity } as const]),
    ...Object.entries(to.options).flatMap(([name, value]) =>
      isSame(from.options[name], value) ? [] : [{ of: 'option', check, name, to: value } as const],
    ),
  ];
}

/** The checks of a board, in the order of the answer. */
export const checksOf = ({ checks }: BoardSettings): readonly CheckId[] => Object.keys(checks) as CheckId[];

/** Every place in which the settings differ; none when they say the same. */
export function differencesOf(from: BoardSettings, to: BoardSettings): readonly Difference[] {
  const session = (['minutes', 'minutesPerItem'] as const).flatMap((name) =>
    from.session[name] === to.session[name] ? [] : [{ of: 'session', name, to: to.session[name] } as const],
  );
  return [
    ...checksOf(to).flatMap((check) => differencesOfCheck(check, from.checks[check], to.checks[check])),
    ...session,
  ];
}

function withDifference(settings: BoardSettings, difference: Difference): BoardSettings {
  if (difference.of === 'session') {
    return { ...settings, session: { ...settings.session, [difference.name]: difference.to } };
  }
  const { check, to } = difference;
  const before = settings.checks[check];
  const after =
    difference.of === 'option'
      ? { ...before, options: { ...before.options, [difference.name]: to } }
      : { ...before, [difference.of]: to };
  return { ...settings, checks: { ...settings.checks, [check]: after } };
}

/**
 * Settings with a change made to them that was made elsewhere: one's own edits put on top of what somebody else saved, or a
 * past change taken back without touching later ones.
 */
export function withChange(
  settings: BoardSettings,
  change: { readonly from: BoardSettings; readonly to: BoardSettings },
): BoardSettings {
  return differencesOf(change.from, change.to).reduce(withDifference, settings);
}
