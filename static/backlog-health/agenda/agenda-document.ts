import type { Session } from '#src/domain/backlog/agenda';

import { inOneBreath, type Words } from '../../ui/words';
import type { Health } from '../health';

import {
  gainInWords,
  notesInWords,
  settleInWords,
  timeInWords,
  titleInWords,
  type HealthAgenda,
} from './agenda-words';

/** An agenda as it is handed on, in words but in no format yet. Its texts come from issues in part: formats escape them. */
export interface AgendaDocument {
  readonly title: string;
  /** Board, date and time in one line. */
  readonly subtitle: string;
  readonly items: readonly {
    readonly key: string;
    readonly address: string;
    /** Empty while it is not known. */
    readonly summary: string;
    readonly lines: readonly string[];
  }[];
  readonly notes: readonly string[];
}

/** Control characters, line ends among them, and marks that turn the direction of the text that follows. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

const inOneLine = (text: string): string => text.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim();

/** Puts an agenda into words for a message or a page. `today` is a moment of the viewer's day. */
export function documentOf(
  words: Words,
  {
    health,
    agenda,
    session,
    siteUrl,
    today,
  }: {
    readonly health: Health;
    readonly agenda: HealthAgenda;
    readonly session: Session;
    readonly siteUrl: string;
    readonly today: Date;
  },
): AgendaDocument {
  const { say, locale } = words;
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(today);
  return {
    title: titleInWords(words, health, agenda),
    subtitle: inOneLine(inOneBreath([health.board.name, date, timeInWords(words, agenda, session)])),
    items: agenda.items.map((item) => {
      const { settle, consider } = settleInWords(words, item);
      const lines = [
        ...settle,
        ...(consider.length > 0 ? [say('agenda.while-at-it', { what: consider.join(' ') })] : []),
        gainInWords(words, health, item),
      ];
      return {
        key: item.key,
        address: `${siteUrl}/browse/${encodeURIComponent(item.key)}`,
        summary: inOneLine(health.words.issues[item.id]?.summary ?? ''),
        lines: lines.map(inOneLine),
      };
    }),
    notes: notesInWords(words, health, agenda),
  };
}
