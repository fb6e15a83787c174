import { describe, expect, it } from 'vitest';

import { readSettingsFile, settingsFile } from '#src/domain/settings/file';

const LAYER = {
  'session.minutes': 60,
  'check.abandoned.enabled': false,
  'check.required-field.fields': ['labels'],
};

const fileOf = (settings: unknown, rest: object = {}) =>
  JSON.stringify({ evenkeel: 'settings', version: 1, settings, ...rest });

describe('a file of settings', () => {
  it('comes back as it went out', () => {
    expect(readSettingsFile(settingsFile(LAYER))).toEqual({ ok: true, layer: LAYER });
    expect(readSettingsFile(settingsFile({}))).toEqual({ ok: true, layer: {} });
  });

  it.each<[string, string, string, string]>([
    ['no JSON', '{"evenkeel": ', '', 'not-json'],
    ['nothing', '', '', 'not-json'],
    ['another file', '{"name": "evenkeel"}', 'evenkeel', 'not-settings'],
    ['a list', '[]', 'evenkeel', 'not-settings'],
    ['null', 'null', 'evenkeel', 'not-settings'],
    ['another version', fileOf({}, { version: 2 }), 'version', 'other-version'],
    ['no version', fileOf({}, { version: undefined }), 'version', 'other-version'],
    ['settings that are a list', fileOf([]), 'settings', 'not-settings'],
    ['no settings', fileOf(undefined), 'settings', 'not-settings'],
    ['an unknown setting', fileOf({ horizon: 'far' }), 'settings.horizon', 'unknown-setting'],
    [
      'a word for a switch',
      fileOf({ 'check.abandoned.enabled': 'no' }),
      'settings.check.abandoned.enabled',
      'not-on-or-off',
    ],
    ['null for a value', fileOf({ 'session.minutes': null }), 'settings.session.minutes', 'not-a-number'],
    ['a number too large', fileOf({ 'session.minutes': 481 }), 'settings.session.minutes', 'out-of-range'],
    [
      'a list too long',
      fileOf({ 'check.unverifiable.words': Array(51).fill('a') }),
      'settings.check.unverifiable.words',
      'too-many',
    ],
    [
      'an empty word',
      fileOf({ 'check.unverifiable.words': [' '] }),
      'settings.check.unverifiable.words',
      'not-a-text',
    ],
    [
      'a word too long',
      fileOf({ 'check.unverifiable.words': ['a'.repeat(201)] }),
      'settings.check.unverifiable.words',
      'too-long',
    ],
    [
      'JQL for a field',
      fileOf({ 'check.required-field.fields': ['a = b'] }),
      'settings.check.required-field.fields',
      'not-a-field',
    ],
  ])('is not taken when it is %s, and says where', (_, text, path, why) => {
    expect(readSettingsFile(text)).toEqual({ ok: false, problems: [{ path, why }] });
  });

  it('names every place that is wrong, and takes none of it', () => {
    const read = readSettingsFile(fileOf({ ...LAYER, 'session.minutes': 1, a: 1 }));
    expect(read).toMatchObject({
      ok: false,
      problems: [{ path: 'settings.session.minutes' }, { path: 'settings.a' }],
    });
  });
});
