import type { Session } from '#src/domain/backlog/agenda';
import type { OptionValues } from '#src/domain/backlog/checks/define-check';
import { CHECK_IDS, CHECKS } from '#src/domain/backlog/checks/index';
import {
  settingsOf,
  type SettingChoice,
  type SettingChoices,
} from '#src/domain/backlog/checks/read-settings';
import type { CheckSettings } from '#src/domain/backlog/checks/settings';
import type { CheckId, Severity } from '#src/domain/backlog/finding';
import { AS_GRADED, enabledKey, optionKey, severityKey } from '#src/domain/settings/declared';
import { valueIn, type Layer, type SettingValue } from '#src/domain/settings/layer';

/** How a board's backlog is judged and refined. */
export interface BoardSettings {
  readonly checks: CheckSettings;
  readonly session: Session;
}

const isSeverity = (value: SettingValue | undefined): value is Severity =>
  value === 'critical' || value === 'warn' || value === 'info';

function choiceIn(values: Layer, check: CheckId): SettingChoice {
  const declared: OptionValues = CHECKS[check].options;
  const options = Object.keys(declared).flatMap((name) => {
    const value = valueIn(values, optionKey(check, name));
    return typeof value === 'number' || typeof value === 'object' ? [[name, value] as const] : [];
  });
  const enabled = valueIn(values, enabledKey(check));
  const severity = valueIn(values, severityKey(check));
  return {
    ...(typeof enabled === 'boolean' && { enabled }),
    ...(isSeverity(severity) && { severity }),
    options: Object.fromEntries(options),
  };
}

/** Settings as judging takes them, out of the values that hold. */
export function boardSettingsOf(values: Layer): BoardSettings {
  const choices: SettingChoices = Object.fromEntries(
    CHECK_IDS.map((check) => [check, choiceIn(values, check)]),
  );
  const number = (key: string) => Number(valueIn(values, key));
  return {
    checks: settingsOf(choices),
    session: { minutes: number('session.minutes'), minutesPerItem: number('session.minutesPerItem') },
  };
}

function valuesOfCheck(check: CheckId, { enabled, severity, options }: SettingChoice): Layer {
  return {
    ...(enabled !== undefined && { [enabledKey(check)]: enabled }),
    ...(severity !== undefined && { [severityKey(check)]: severity ?? AS_GRADED }),
    ...Object.fromEntries(
      Object.entries(options ?? {}).map(([name, value]) => [optionKey(check, name), value]),
    ),
  };
}

/** Choices as a layer: what is absent is not set there. */
export function layerOfChoices(choices: SettingChoices, session: Partial<Session> = {}): Layer {
  const checks = CHECK_IDS.flatMap((check) => Object.entries(valuesOfCheck(check, choices[check] ?? {})));
  const times = Object.entries(session).map(([name, value]) => [`session.${name}`, value] as const);
  return Object.fromEntries([...checks, ...times]);
}

/** Every value of these settings: what `boardSettingsOf` reads back. */
export function valuesOf({ checks, session }: BoardSettings): Layer {
  return layerOfChoices(checks, session);
}
