import { describe, expect, it } from 'vitest';

import { choicesOf, misfitsIn, settingsOf } from '#src/domain/backlog/checks/read-settings';
import { DEFAULT_SETTINGS } from '#src/domain/backlog/checks/settings';

const THIN = DEFAULT_SETTINGS['thin-description'];

const choice = {
  enabled: true,
  severity: 'critical',
  options: { minimum: 4 },
} as const;

describe('settings', () => {
  it('are the defaults where nothing was chosen', () => {
    expect(settingsOf({})).toEqual(DEFAULT_SETTINGS);
  });

  it('are what was chosen, and the defaults beside it', () => {
    expect(settingsOf({ 'thin-description': choice, abandoned: { enabled: false } })).toEqual({
      ...DEFAULT_SETTINGS,
      'thin-description': { enabled: true, severity: 'critical', options: { ...THIN.options, minimum: 4 } },
      abandoned: { ...DEFAULT_SETTINGS.abandoned, enabled: false },
    });
  });

  it.each([
    ['an unknown check', { unheard: choice }],
    ['an unknown option', { 'thin-description': { options: { maximum: 4 } } }],
    ['a list for a number', { 'thin-description': { options: { minimum: ['4'] } } }],
    ['a name that every object has', { 'thin-description': { options: { toString: 4 } } }],
  ])('have no %s', (_, choices) => {
    expect(settingsOf(choices)).toEqual(DEFAULT_SETTINGS);
  });

  it('come back from the least that says the same', () => {
    const settings = settingsOf({
      'thin-description': choice,
      'required-field': { enabled: true, options: { fields: ['labels'] } },
    });
    expect(choicesOf(DEFAULT_SETTINGS)).toEqual({});
    expect(choicesOf(settings)).toEqual({
      'thin-description': { severity: 'critical', options: { minimum: 4 } },
      'required-field': { enabled: true, options: { fields: ['labels'] } },
    });
    expect(settingsOf(choicesOf(settings))).toEqual(settings);
  });
});

describe('a misfit', () => {
  it.each([
    ['nothing, where every option is there', {}, []],
    ['an option too many', { minimum: 4, maximum: 5 }, ['maximum']],
    ['a list for a number', { minimum: ['4'] }, ['minimum']],
    ['a name that every object has', { minimum: 4, constructor: 4 }, ['constructor']],
  ])('is %s', (_, options, expected) => {
    const whole = Object.fromEntries(
      Object.entries(DEFAULT_SETTINGS).map(([id, { options: usual }]) => [id, { options: { ...usual } }]),
    );
    const chosen = { ...THIN.options, ...options };
    expect(misfitsIn({ ...whole, 'thin-description': { options: chosen } })).toEqual(
      expected.map((option) => ({ check: 'thin-description', option })),
    );
  });

  it('is an option that is missing', () => {
    expect(misfitsIn({})).toContainEqual({ check: 'thin-description', option: 'minimum' });
  });
});
