import { createContext, useContext } from 'react';
import type { IntlShape } from 'react-intl';

import { FORMER_ACCOUNT } from '#src/domain/privacy/former-account';
import type { CalendarDate } from '#src/domain/risk/calendar';
import type { Level } from '#src/domain/risk/level';
import { onScale, type Rating, type Scale } from '#src/domain/risk/rating';
import type { Category } from '#src/domain/risk/register';
import type { Response, StateKind } from '#src/domain/risk/risk';

import type { MessageId } from '../../ui/locale';
import type { Words } from '../../ui/words';

/** What words about a register are made with. */
export interface WordFacts {
  readonly scale: Scale;
  readonly categories: readonly Category[];
  /** Numbers of risks by id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Names by accountId. */
  readonly names: ReadonlyMap<string, string>;
  /** Whether more names are on their way. */
  readonly areNamesComing: boolean;
  /** Keys of Jira issues by id, as far as the viewer may see them. */
  readonly issueKeys: ReadonlyMap<string, string>;
  /** accountId; null for an anonymous one. */
  readonly viewer: string | null;
  readonly today: CalendarDate;
}

/** `Words` that know this register. */
export interface RiskWords extends Words {
  /** "R-7". */
  readonly key: (riskId: string) => string;
  /** "6 Dec", with the year where it is another than today's. */
  readonly day: (date: CalendarDate) => string;
  /** The day and the time of day of an instant, where the viewer is. */
  readonly moment: (at: string) => string;
  /** The time of day alone, for where the day is said already. */
  readonly time: (at: string) => string;
  /** A name; "nobody" for null, and a word for an account whose name is not known. */
  readonly person: (accountId: string | null) => string;
  /** A category's name; null is that nobody has chosen one. */
  readonly category: (id: string | null) => string;
  readonly level: (level: Level) => string;
  /** A step by its name on the register's scale; one on another scale says so. */
  readonly step: (rating: Rating) => string;
  readonly stepOf: (step: number) => string;
  readonly response: (response: Response) => string;
  readonly state: (kind: StateKind) => string;
  /** The key of an issue; null where the viewer may not see it. */
  readonly issue: (id: string) => string | null;
  readonly today: CalendarDate;
}

const CATEGORIES: Readonly<Record<string, MessageId>> = {
  'technical-dependency': 'risk.category.technical-dependency',
  'resource-gap': 'risk.category.resource-gap',
  'market-shift': 'risk.category.market-shift',
};

/** Makes words for a register. Its functions stay the same for as long as the facts do. */
export function riskWords(words: Words, intl: IntlShape, facts: WordFacts): RiskWords {
  const { say } = words;
  const nameStep = (step: number, scale: Scale) =>
    say(scale === 3 ? 'risk.step.three' : 'risk.step.five', { step });
  return {
    ...words,
    today: facts.today,
    key: (riskId) => say('risk.key', { number: String(facts.numbers.get(riskId) ?? '?') }),
    day: (date) =>
      intl.formatDate(`${date}T00:00:00Z`, {
        timeZone: 'UTC',
        day: 'numeric',
        month: 'short',
        ...(date.slice(0, 4) !== facts.today.slice(0, 4) && { year: 'numeric' }),
      }),
    time: (at) => intl.formatDate(at, { timeStyle: 'short' }),
    moment: (at) => intl.formatDate(at, { dateStyle: 'medium', timeStyle: 'short' }),
    person: (accountId) => {
      if (accountId === null) return say('risk.person.nobody');
      if (accountId === FORMER_ACCOUNT) return say('risk.person.former');
      return (
        facts.names.get(accountId) ?? say(facts.areNamesComing ? 'risk.person.coming' : 'risk.person.unknown')
      );
    },
    category: (id) => {
      if (id === null) return say('risk.category.none');
      const named = facts.categories.find((category) => category.id === id)?.name;
      if (named !== null && named !== undefined) return named;
      const message = CATEGORIES[id];
      return message === undefined ? say('risk.category.gone') : say(message);
    },
    level: (level) => say('risk.level', { level }),
    step: (rating) => nameStep(onScale(rating, facts.scale).step, facts.scale),
    stepOf: (step) => nameStep(step, facts.scale),
    response: (response) => say('risk.response', { response }),
    state: (kind) => say('risk.state', { state: kind }),
    issue: (id) => facts.issueKeys.get(id) ?? null,
  };
}

const RiskWordsContext = createContext<RiskWords | null>(null);

export const RiskWordsProvider = RiskWordsContext.Provider;

/** @throws Error outside of a `RiskWordsProvider`. */
export function useRiskWords(): RiskWords {
  const words = useContext(RiskWordsContext);
  if (words === null) throw new Error('useRiskWords needs a RiskWordsProvider above it.');
  return words;
}
