import { useMemo, type ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';

import { readableAmount } from '#src/domain/capacity/readable-amount';

import { languageFor, type MessageId } from './locale';

/** What a sentence takes in. Numbers are written by locale; functions stand for the tags in the message. */
export type Values = Readonly<Record<string, string | number | ((parts: string[]) => string)>>;
export type RichValues = Readonly<Record<string, ReactNode | ((parts: ReactNode[]) => ReactNode)>>;

export type Unit = 'points' | 'items';

/** Every way in which a screen turns facts into words. */
export interface Words {
  /** The locale in which numbers and dates are written. */
  readonly locale: string;
  readonly say: (id: MessageId, values?: Values) => string;
  /** As `say`, with elements among the values. */
  readonly show: (id: MessageId, values: RichValues) => ReactNode;
  /** An estimate or a sum of estimates, with at most one decimal. */
  readonly number: (value: number) => string;
  /** A number of sprints, cut to one decimal: 1.97 must not read as 2. */
  readonly sprints: (value: number) => string;
  /** 0.85 as "85%". */
  readonly percent: (value: number) => string;
  /** An amount with its unit, such as "27 points". */
  readonly amount: (unit: Unit, value: number) => string;
  /** An amount that is no more than likely, rounded as such amounts are: "27 points". */
  readonly likelyAmount: (unit: Unit, value: number) => string;
  /** From one likely or past amount to another, rounded for reading: "22–27 points"; one amount where both read the same. */
  readonly range: (unit: Unit, low: number, high: number) => string;
  /** "a, b, and c". */
  readonly list: (parts: readonly string[]) => string;
  /** As `list`, of elements. */
  readonly showList: (parts: readonly ReactNode[]) => ReactNode;
  /** How long ago something was, such as "2 minutes ago". */
  readonly ago: (milliseconds: number) => string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Joins short facts into one line of text, which breaks between words as any text does. */
export function inOneBreath(facts: readonly string[]): string {
  return facts.join(' · ');
}

/** Words for the components below, in the language of the viewer. */
export function WordsProvider({
  locale,
  onError,
  children,
}: {
  readonly locale: string;
  /** Told about a message that lacks a value or does not parse; by default the browser's console is. */
  readonly onError?: (error: Error) => void;
  readonly children: ReactNode;
}) {
  const language = useMemo(() => languageFor(locale), [locale]);
  return (
    <IntlProvider
      locale={language.locale}
      defaultLocale="en"
      messages={language.messages}
      {...(onError === undefined ? {} : { onError })}
    >
      {children}
    </IntlProvider>
  );
}

/** The words of the nearest `WordsProvider`. */
export function useWords(): Words {
  const intl = useIntl();
  return useMemo(() => {
    const say: Words['say'] = (id, values) => intl.formatMessage({ id }, { ...values });
    const number: Words['number'] = (value) => intl.formatNumber(value, { maximumFractionDigits: 1 });
    const amount: Words['amount'] = (unit, value) =>
      say(unit === 'points' ? 'amount.points' : 'amount.items', { amount: Math.round(value * 10) / 10 });
    return {
      locale: intl.locale,
      say,
      show: (id, values) => intl.formatMessage({ id }, { ...values }),
      number,
      sprints: (value) => number(Math.floor(value * 10 + 1e-6) / 10),
      percent: (value) => intl.formatNumber(value, { style: 'percent' }),
      amount,
      likelyAmount: (unit, value) => amount(unit, readableAmount(unit, value)),
      range: (unit, from, to) => {
        const [low, high] = [readableAmount(unit, from), readableAmount(unit, to)];
        return low === high
          ? amount(unit, high)
          : say(unit === 'points' ? 'range.points' : 'range.items', { low: number(low), high: number(high) });
      },
      list: (parts) => intl.formatList(parts),
      showList: (parts) => intl.formatList(parts),
      ago: (milliseconds) => {
        if (milliseconds < MINUTE) return say('screen.just-now');
        const [unit, size] =
          milliseconds < HOUR
            ? (['minute', MINUTE] as const)
            : milliseconds < DAY
              ? (['hour', HOUR] as const)
              : (['day', DAY] as const);
        return intl.formatRelativeTime(-Math.floor(milliseconds / size), unit);
      },
    };
  }, [intl]);
}
