import { describe, expect, test } from 'vitest';

import { languageFor } from '../../../static/ui/locale';

const CASES = [
  { wanted: 'en-US', locale: 'en-US' },
  { wanted: 'en_GB', locale: 'en-GB' },
  { wanted: 'de-DE', locale: 'en' },
  { wanted: '', locale: 'en' },
  { wanted: 'not a locale', locale: 'en' },
] as const;

describe('the language for a viewer', () => {
  test.each(CASES)('of “$wanted” is $locale', ({ wanted, locale }) => {
    const language = languageFor(wanted);

    expect(language.locale).toBe(locale);
    expect(language.messages['screen.title']).toBe('Backlog health');
  });
});
