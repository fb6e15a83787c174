import { describe, expect, test } from 'vitest';

import { languageFor, loadLanguage } from '../../../static/ui/locale';

const ENGLISH = [
  { wanted: 'en-US', locale: 'en-US' },
  { wanted: 'en_GB', locale: 'en-GB' },
  { wanted: 'fr-FR', locale: 'en' },
  { wanted: '', locale: 'en' },
  { wanted: 'not a locale', locale: 'en' },
] as const;

// Before any is loaded: what is loaded stays.
test('a language that is not loaded yet is English, whole', () => {
  expect(languageFor('de-DE')).toEqual({ locale: 'en', messages: languageFor('en').messages });
});

describe('the language for a viewer', () => {
  test.each(ENGLISH)('of “$wanted” is $locale', async ({ wanted, locale }) => {
    const language = await loadLanguage(wanted);

    expect(language.locale).toBe(locale);
    expect(language.messages['screen.title']).toBe('Backlog health');
    expect(languageFor(wanted)).toEqual(language);
  });

  test.each([
    { wanted: 'de-DE', locale: 'de-DE' },
    { wanted: 'de_AT', locale: 'de-AT' },
    { wanted: 'de', locale: 'de' },
  ])('of “$wanted” is German, once it is loaded', async ({ wanted, locale }) => {
    const language = await loadLanguage(wanted);

    expect(language.locale).toBe(locale);
    expect(language.messages['screen.title']).toBe('Backlog-Zustand');
    expect(languageFor(wanted)).toEqual(language);
  });
});
