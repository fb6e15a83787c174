import english from './messages/en.json';

/** Every sentence that the screens show, by id. */
export type MessageId = keyof typeof english;

type Catalogue = Readonly<Record<MessageId, string>>;

const CATALOGUES: Readonly<Record<string, Catalogue>> = { en: english };

/** The catalogue that serves a viewer, and the locale in which its numbers and dates are written. */
export interface Language {
  readonly locale: string;
  readonly messages: Catalogue;
}

/**
 * Picks the language for a viewer. A locale without a catalogue gets English whole, numbers included:
 * plural rules must be those of the language of the sentence.
 *
 * @param wanted As Forge gives it: `en-US`, sometimes `en_US`.
 */
export function languageFor(wanted: string): Language {
  const fallback = { locale: 'en', messages: english };
  try {
    const [locale = 'en'] = Intl.getCanonicalLocales(wanted.replace('_', '-'));
    const messages = CATALOGUES[new Intl.Locale(locale).language];
    return messages === undefined ? fallback : { locale, messages };
  } catch {
    return fallback;
  }
}
