import english from './messages/en.json';

/** Every sentence that the screens show, by id. */
export type MessageId = keyof typeof english;

type Catalogue = Readonly<Record<MessageId, string>>;

/** The catalogue that serves a viewer, and the locale in which its numbers and dates are written. */
export interface Language {
  readonly locale: string;
  readonly messages: Catalogue;
}

/** Catalogues of their own, each a file that only its readers load. */
const TRANSLATIONS: Readonly<Record<string, () => Promise<{ default: Partial<Catalogue> }>>> = {
  de: async () => await import('./messages/de.json'),
};

/** Those that are here, by language. */
const catalogues = new Map<string, Catalogue>([['en', english]]);

/** The language of a locale as Forge gives it, with the locale as JavaScript takes it; English for none. */
function read(wanted: string): { readonly language: string; readonly locale: string } {
  try {
    const [locale = 'en'] = Intl.getCanonicalLocales(wanted.replace('_', '-'));
    return { language: new Intl.Locale(locale).language, locale };
  } catch {
    return { language: 'en', locale: 'en' };
  }
}

/**
 * The language for a viewer, of those that are loaded. A locale without a catalogue gets English whole, numbers included: plural rules
 * must be those of the language of the sentence.
 *
 * @param wanted As Forge gives it: `en-US`, sometimes `en_US`.
 */
export function languageFor(wanted: string): Language {
  const { language, locale } = read(wanted);
  const messages = catalogues.get(language);
  return messages === undefined ? { locale: 'en', messages: english } : { locale, messages };
}

/**
 * Loads the viewer's language, to be done before a screen is drawn first. English is always there and loads nothing. Never rejects: a
 * screen in another language is better than none.
 *
 * @param wanted As Forge gives it.
 */
export async function loadLanguage(wanted: string): Promise<Language> {
  const { language } = read(wanted);
  const load = catalogues.has(language) ? undefined : TRANSLATIONS[language];
  const translation = await load?.().catch(() => undefined);
  if (translation !== undefined) catalogues.set(language, { ...english, ...translation.default });
  return languageFor(wanted);
}
