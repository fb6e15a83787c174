import type { BoardSettingsAnswer, CheckSettingChoice } from '#src/contract/board-settings';

import type { MessageId } from '../../ui/locale';
import { inOneBreath, type Words } from '../../ui/words';
import { checkName } from '../../findings/findings';
import type { CheckId } from '../health';

import type { Difference } from './differences';
import { optionsOf, type OptionWording } from './option-words';

export type Fields = readonly { readonly id: string; readonly name: string }[];
type Severity = NonNullable<CheckSettingChoice['severity']>;
type Value = CheckSettingChoice['options'][string];

type Source = BoardSettingsAnswer['sources'][string];

/** Where a check comes from that the board leaves alone: the nearest place that sets any part of it. */
export function sourceOf({ inheritedSources }: BoardSettingsAnswer, check: CheckId): Source {
  const start = `check.${check}.`;
  const sources = Object.keys(inheritedSources).flatMap((key) =>
    key.startsWith(start) ? (inheritedSources[key] ?? []) : [],
  );
  return (['project', 'site'] as const).find((source) => sources.includes(source)) ?? 'default';
}

export const SEVERITIES = {
  critical: 'settings.severity.critical',
  warn: 'settings.severity.warn',
  info: 'settings.severity.info',
} as const satisfies Record<Severity, MessageId>;

export function severityInWords({ say }: Words, severity: Severity | null): string {
  return say(severity === null ? 'settings.severity.as-it-comes' : SEVERITIES[severity]);
}

/** A field by its name; by its id where the site does not name it any more. */
export function fieldName(fields: Fields, id: string): string {
  return fields.find((field) => field.id === id)?.name ?? id;
}

function valueInWords(words: Words, wording: OptionWording, value: Value, fields: Fields): string {
  const { say, number, percent, list } = words;
  if (typeof value === 'number') return wording.kind === 'percent' ? percent(value) : number(value);
  if (value.length === 0) return say('settings.none');
  return list(wording.kind === 'fields' ? value.map((id) => fieldName(fields, id)) : value);
}

/** How one check is set, in short parts: on or off, and every option with its value. */
export function checkInWords(
  words: Words,
  check: CheckId,
  setting: CheckSettingChoice,
  fields: Fields,
): readonly string[] {
  const { say } = words;
  const options = optionsOf(check).flatMap(([name, wording]) => {
    const value = setting.options[name];
    if (value === undefined) return [];
    return [
      say('settings.option-value', {
        option: say(wording.label),
        value: valueInWords(words, wording, value, fields),
      }),
    ];
  });
  return [say(setting.enabled ? 'settings.on' : 'settings.off'), ...options];
}

/** How a check would run if nothing were set for the board, as far as it is set otherwise; whether it is on is always said. */
export function usualInWords(
  words: Words,
  check: CheckId,
  {
    usual,
    source,
    setting,
    fields,
  }: {
    readonly usual: CheckSettingChoice;
    /** Where that comes from. */
    readonly source: Source;
    readonly setting: CheckSettingChoice;
    readonly fields: Fields;
  },
): string {
  const present = checkInWords(words, check, setting, fields);
  const [isOn = '', ...options] = checkInWords(words, check, usual, fields);
  return words.say('settings.usual', {
    source,
    setting: inOneBreath([isOn, ...options.filter((option) => !present.includes(option))]),
  });
}

function differenceInWords(words: Words, difference: Difference, fields: Fields): string {
  const { say } = words;
  if (difference.of === 'session') {
    return say(difference.name === 'minutes' ? 'settings.did.minutes' : 'settings.did.minutes-per-item', {
      minutes: difference.to,
    });
  }
  const check = checkName(words, difference.check);
  switch (difference.of) {
    case 'enabled':
      return say(difference.to ? 'settings.did.on' : 'settings.did.off', { check });
    case 'severity':
      return say('settings.did.severity', { check, severity: severityInWords(words, difference.to) });
    case 'option': {
      const wording = optionsOf(difference.check).find(([name]) => name === difference.name)?.[1];
      return wording === undefined
        ? check
        : say('settings.did.option', {
            check,
            option: say(wording.label),
            value: valueInWords(words, wording, difference.to, fields),
          });
    }
  }
}

/** What a change did, each place in a few words. */
export function changeInWords(
  words: Words,
  differences: readonly Difference[],
  fields: Fields,
): readonly string[] {
  return differences.map((difference) => differenceInWords(words, difference, fields));
}

/** A moment, by date and time of the viewer. */
export function momentInWords({ locale }: Words, at: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}
