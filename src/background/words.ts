import { createIntl, type IntlShape } from '@formatjs/intl';

import type { CalendarDate } from '#src/domain/risk/calendar';
import EN from '../messages/en.json';

/** Names of the messages that the backend writes by itself: exports and comments. Screens have a catalogue of their own. */
export type Message = keyof typeof EN;

/** Words and dates for one reader. */
export interface Words {
  readonly say: (message: Message, values?: Readonly<Record<string, string | number>>) => string;
  readonly day: (date: CalendarDate) => string;
}

function intlFor(locale: string): IntlShape {
  const options = { messages: EN, defaultLocale: 'en', onError: () => undefined };
  try {
    return createIntl({ ...options, locale });
  } catch {
    return createIntl({ ...options, locale: 'en' });
  }
}

/** The words are English; numbers and dates are written as the locale does. A locale that does not exist counts as English. */
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
