import { describe, expect, it } from 'vitest';

import { modulesByLanguage } from '#sandbox/api/modules';
import { parseManifest } from '#sandbox/forge/manifest';

import { manifestText } from './running-app';

const TRANSLATIONS = `translations:
  resources:
    - key: en-US
      path: en.json
    - key: de-DE
      path: de.json
    - key: fr-FR
      path: fr.json
  fallback:
    default: en-US
    es-ES:
      - fr-FR
`;

const FILES: Readonly<Record<string, object>> = {
  'en.json': { page: { title: 'Page' }, 'page.tip': 'A tip' },
  'de.json': { 'page.title': 'Seite', page: { title: 'not this one' } },
  'fr.json': { page: { title: 'Page française' } },
};

const parsed = (translations: string, files = FILES) =>
  parseManifest(
    translations +
      manifestText((text) =>
        text.replace(
          'title: Page',
          'title:\n        i18n: page.title\n      tooltip:\n        i18n: page.tip',
        ),
      ),
    (path) => {
      const file = files[path];
      if (file === undefined) throw new Error('no such file');
      return JSON.stringify(file);
    },
  );

describe('the texts of modules', () => {
  it.each([
    ['en_US', 'Page', 'A tip'],
    ['de_DE', 'Seite', 'A tip'],
    ['de-DE', 'Seite', 'A tip'],
    ['es-ES', 'Page française', 'A tip'],
    ['ja-JP', 'Page', 'A tip'],
  ])('are in the language of %s, or what it falls back to', (locale, title, tooltip) => {
    const [page] = modulesByLanguage(parsed(TRANSLATIONS))(locale);
    expect(page).toMatchObject({ title, tooltip });
  });

  it.each([
    [
      'a key without a text',
      TRANSLATIONS,
      { ...FILES, 'en.json': { 'page.title': 'Page' } },
      '"page.tip" has no text',
    ],
    ['no translations at all', '', FILES, 'has no text in the default language'],
    ['a file that is not there', TRANSLATIONS, { 'en.json': {} }, 'de.json cannot be read'],
    [
      'a fallback without a file',
      TRANSLATIONS.replace('- fr-FR', '- it-IT'),
      FILES,
      'no resource has the key "it-IT"',
    ],
    ['no default', TRANSLATIONS.replace('default: en-US', 'fr-FR:\n      - en-US'), FILES, 'one default'],
  ])('are refused with %s', (_, translations, files, message) => {
    expect(() => parsed(translations, files)).toThrow(message);
  });
});
