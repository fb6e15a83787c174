import { AS_GRADED_WORD, namesOfKey } from './setting-keys';

import type { LayerDifference, SettingValue, Source } from '#src/domain/settings/layer';

import { optionsOf } from '../../backlog-health/settings/option-words';
import {
  fieldName,
  type SEVERITIES,
  severityInWords,
  type Fields,
} from '../../backlog-health/settings/settings-words';
import { checkName } from '../../findings/findings';
import type { MessageId } from '../../ui/locale';
import type { Words } from '../../ui/words';

const SOURCES = {
  default: 'admin.settings.source.default',
  site: 'admin.settings.source.site',
  project: 'admin.settings.source.project',
  board: 'admin.settings.source.board',
} as const satisfies Record<Source, MessageId>;

/** Where an inherited value comes from. */
export const sourceInWords = ({ say }: Words, source: Source): string => say(SOURCES[source]);

const SESSION = {
  minutes: 'settings.minutes',
  minutesPerItem: 'settings.minutes-per-item',
} as const satisfies Record<string, MessageId>;

const isSession = (name: string): name is keyof typeof SESSION => Object.hasOwn(SESSION, name);

/** What a setting is called, whole, so that it is understood away from its place. */
export function settingName(words: Words, key: string): string {
  const { say } = words;
  const { check, name } = namesOfKey(key);
  if (check === null)
    return isSession(name) ? say('admin.settings.of-session', { name: say(SESSION[name]) }) : key;
  const of = checkName(words, check);
  if (name === 'enabled') return of;
  if (name === 'severity')
    return say('admin.settings.of-check', { check: of, name: say('settings.severity.label') });
  const wording = optionsOf(check).find(([option]) => option === name)?.[1];
  return say('admin.settings.of-check', {
    check: of,
    name: wording === undefined ? name : say(wording.label),
  });
}

function severityOf(value: SettingValue): keyof typeof SEVERITIES | null {
  return value === 'critical' || value === 'warn' || value === 'info' ? value : null;
}

/** A value of a setting. */
export function settingValue(words: Words, key: string, value: SettingValue, fields: Fields): string {
  const { say, number, percent, list } = words;
  const { check, name } = namesOfKey(key);
  if (typeof value === 'boolean') return say(value ? 'settings.on' : 'settings.off');
  if (typeof value === 'string')
    return value === AS_GRADED_WORD || name === 'severity'
      ? severityInWords(words, severityOf(value))
      : value;
  const wording = check === null ? undefined : optionsOf(check).find(([option]) => option === name)?.[1];
  if (typeof value === 'number') return wording?.kind === 'percent' ? percent(value) : number(value);
  if (value.length === 0) return say('settings.none');
  return list(wording?.kind === 'fields' ? value.map((id) => fieldName(fields, id)) : value);
}

/** One difference: what is set now, or that it is inherited again. */
export function differenceInWords(words: Words, { key, to }: LayerDifference, fields: Fields): string {
  const name = settingName(words, key);
  return to === null
    ? words.say('admin.settings.did.reset', { name })
    : words.say('admin.settings.did.set', { name, value: settingValue(words, key, to, fields) });
}
