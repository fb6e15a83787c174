import type { Session } from '#src/domain/backlog/agenda';

import { addressOf, inOneLine, type CopyDocument } from '../../ui/copy/copy-document';
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
): CopyDocument {
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
        address: addressOf(siteUrl, item.key),
        summary: inOneLine(health.words.issues[item.id]?.summary ?? ''),
        lines: lines.map(inOneLine),
      };
    }),
    notes: notesInWords(words, health, agenda),
  };
}
