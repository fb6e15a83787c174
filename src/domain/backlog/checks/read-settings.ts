import type { OptionValues } from '#src/domain/backlog/checks/define-check';
import { CHECK_IDS, CHECKS, type OptionsByCheck } from '#src/domain/backlog/checks/index';
import type { CheckSetting, CheckSettings } from '#src/domain/backlog/checks/settings';
import type { CheckId, Severity } from '#src/domain/backlog/finding';

/** What somebody chose for one check. What is absent is left as the check comes. */
export interface SettingChoice {
  readonly enabled?: boolean | undefined;
  readonly severity?: Severity | null | undefined;
  readonly options?: OptionValues | undefined;
}

/** What somebody chose for each check, by its id. */
export type SettingChoices = Readonly<Partial<Record<string, SettingChoice>>>;

/** A place in a choice that does not suit the check: an option it lacks, one of another kind, or one that is missing. */
export interface Misfit {
  readonly check: CheckId;
  readonly option: string;
}

const kindOf = (value: number | readonly string[] | undefined) =>
  typeof value === 'object' ? 'list' : typeof value;

/** Every option that is not exactly as its check declares it. */
export function misfitsIn(choices: SettingChoices): readonly Misfit[] {
  return CHECK_IDS.flatMap((check) => {
    const declared: OptionValues = CHECKS[check].options;
    const chosen = choices[check]?.options ?? {};
    const names = [...new Set([...Object.keys(declared), ...Object.keys(chosen)])];
    return names
      .filter((name) => !Object.hasOwn(declared, name) || kindOf(declared[name]) !== kindOf(chosen[name]))
      .map((option) => ({ check, option }));
  });
}

/**
 * Settings as somebody chose them, the rest as it comes: so settings of an older version of the app get the defaults of what
 * it did not know, and lose what is no more.
 */
export function settingsOf(choices: SettingChoices): CheckSettings {
  const entries = CHECK_IDS.map((id): [CheckId, unknown] => [id, settingOf(id, choices[id] ?? {})]);
  // One entry for each id, each of its own check: the compiler does not follow that through a list.
  return Object.fromEntries(entries) as CheckSettings;
}

function settingOf<Id extends CheckId>(id: Id, choice: SettingChoice): CheckSetting<Id> {
  const { meta, options } = CHECKS[id];
  const declared: OptionValues = options;
  const chosen = choice.options ?? {};
  const chosenOr = Object.entries(declared).map(([name, usual]) => {
    const value = Object.hasOwn(chosen, name) ? chosen[name] : undefined;
    return [name, value !== undefined && kindOf(value) === kindOf(usual) ? value : usual];
  });
  return {
    enabled: choice.enabled ?? meta.enabledByDefault,
    severity: choice.severity ?? null,
    options: Object.fromEntries(chosenOr) as OptionsByCheck[Id],
  };
}

/** What of these settings differs from how the checks come: the least that says the same. */
export function choicesOf(settings: CheckSettings): SettingChoices {
  return Object.fromEntries(
    CHECK_IDS.flatMap((id) => {
      const { meta, options: usual } = CHECKS[id];
      const { enabled, severity, options } = settings[id];
      const declared: OptionValues = usual;
      const others = Object.entries(options as OptionValues).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(declared[name]),
      );
      const choice: SettingChoice = {
        ...(enabled !== meta.enabledByDefault && { enabled }),
        ...(severity !== null && { severity }),
        ...(others.length > 0 && { options: Object.fromEntries(others) }),
      };
      return Object.keys(choice).length > 0 ? [[id, choice]] : [];
    }),
  );
}
