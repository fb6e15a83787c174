import { createIntl, type IntlShape } from '@formatjs/intl';

import type { CalendarDate } from '#src/domain/risk/calendar';
import DE from '../messages/de.json';
import EN from '../messages/en.json';

/** Names of the messages that the backend writes by itself: exports and comments. Screens have a catalogue of their own. */
export type Message = keyof typeof EN;

/** Words and dates for one reader. */
export interface Words {
  readonly say: (message: Message, values?: Readonly<Record<string, string | number>>) => string;
  readonly day: (date: CalendarDate) => string;
}

/** By language. A message that is not translated yet is said in English. */
const CATALOGUES: Readonly<Record<string, Readonly<Record<Message, string>>>> = {
  en: EN,
  de: { ...EN, ...DE },
};

/** A locale that does not exist, or whose language has no catalogue, counts as English. */
function intlFor(wanted: string): IntlShape {
  const options = { defaultLocale: 'en', onError: () => undefined };
  try {
    const [locale = 'en'] = Intl.getCanonicalLocales(wanted.replace('_', '-'));
    const messages = CATALOGUES[new Intl.Locale(locale).language];
    if (messages !== undefined) return createIntl({ ...options, locale, messages });
  } catch {
    // It is no locale.
  }
  return createIntl({ ...options, locale: 'en', messages: EN });
}

/**
 * Words in the reader's language, with numbers and dates as they are written there.
 * @param locale As the platform gives it, such as `de-DE` or `de_DE`.
 */
export function wordsFor(locale: string): Words {
  const intl = intlFor(locale);
  return {
    say: (id, values) => intl.formatMessage({ id, defaultMessage: EN[id] }, { ...values }),
    // A day without a time is the same everywhere: it is written as it is in UTC.
    day: (date) =>
      intl.formatDate(`${date}T00:00:00.000Z`, {
        year: 'numeric',
        month: 'short',
        day: 'numeric',
        timeZone: 'UTC',
      }),
  };
}
