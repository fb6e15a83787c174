import type { Agenda, AgendaItem, Session } from '#src/domain/backlog/agenda';

import type { MessageId } from '../../ui/locale';
import type { Words } from '../../ui/words';
import { mendOf } from '../../findings/findings';
import type { Finding, Health } from '../health';
import { wholeItems } from '../verdict/basis';

export type HealthAgenda = Agenda<Finding>;

/** Boards without sprints are forecast by the fortnight, and people count those in weeks. */
const isInWeeks = ({ history }: Health): boolean => history.period === 'fortnight';
const WEEKS_A_FORTNIGHT = 2;

/** Parts of an answer without which it is not sure what is ready, or how far it lasts. */
const DECIDING_PARTS: ReadonlySet<Health['missing'][number]['part']> = new Set([
  'history',
  'rest-of-backlog',
  'blockers',
  'fields',
]);

function shortageId(needed: number, isWhole: boolean): MessageId {
  if (!isWhole) return 'agenda.note.write-more-or-below';
  return needed === 0 ? 'agenda.note.write' : 'agenda.note.write-more';
}

/** A runway in words, such as "1.9 sprints" or "3.8 weeks": cut, so that 1.97 does not read as 2. */
function runwayInWords({ say, sprints }: Words, health: Health, runway: number): string {
  const inWeeks = isInWeeks(health);
  const length = inWeeks ? runway * WEEKS_A_FORTNIGHT : runway;
  return say(inWeeks ? 'agenda.weeks' : 'agenda.sprints', {
    length: sprints(length),
    count: Math.floor(length * 10 + 1e-6) / 10,
  });
}

function aheadInWords({ say }: Words, health: Health): string {
  return say(isInWeeks(health) ? 'agenda.four-weeks' : 'agenda.two-sprints');
}

/** The agenda in one sentence without a full stop: what to refine, and what for. */
export function titleInWords(words: Words, health: Health, agenda: HealthAgenda): string {
  const { say } = words;
  const { aim, items, needed } = agenda;
  const count = items.length;
  const ahead = aheadInWords(words, health);
  if (aim === 'ahead') return say('agenda.title.ahead', { ahead });
  if (needed === 0) return say('agenda.title.nothing');
  if (count === 0) return say('agenda.title.no-room');
  if (aim === 'no-forecast') return say('agenda.title.from-the-top', { count });
  return aim === 'restores' && agenda.fits
    ? say('agenda.title.restores', { count, ahead })
    : say('agenda.title.towards', { count, ahead });
}

/** What the viewer should know besides the list, in whole sentences. */
export function notesInWords(words: Words, health: Health, agenda: HealthAgenda): readonly string[] {
  const { say, likelyAmount } = words;
  const { aim, items, needed, fits, missing } = agenda;
  const { firstHole, unit, read } = health;
  const left = needed - items.length;
  return [
    ...(aim === 'ahead'
      ? firstHole === null
        ? []
        : [say('agenda.note.first-hole', { key: firstHole })]
      : []),
    ...(fits || items.length === 0 ? [] : [say('agenda.note.next-time', { count: left })]),
    ...(aim === 'falls-short'
      ? [
          say(shortageId(needed, read.isWholeBacklog), {
            missing: likelyAmount(unit, wholeItems(unit, missing)),
            ahead: aheadInWords(words, health),
          }),
        ]
      : []),
    ...(health.missing.some(({ part }) => DECIDING_PARTS.has(part)) ? [say('agenda.note.partial')] : []),
  ];
}

/** The time it takes, of the time there is. */
export function timeInWords({ say }: Words, agenda: HealthAgenda, session: Session): string {
  return say('agenda.time', { used: agenda.minutesUsed, minutes: session.minutes });
}

/** What an item buys: its amount, and how far the board's ready work then lasts. */
export function gainInWords(words: Words, health: Health, item: AgendaItem<Finding>): string {
  const { say, amount } = words;
  const gain = amount(health.unit, item.gain);
  return item.runwayAfter === null
    ? say('agenda.gain', { gain })
    : say('agenda.gain-and-runway', { gain, runway: runwayInWords(words, health, item.runwayAfter.p85) });
}

/** What to do about a finding, with the words or the items that it is about. */
function settlingInWords(words: Words, finding: Finding): string {
  const { say, list } = words;
  const what = mendOf(words, finding);
  if (finding.check === 'open-blocker') {
    return say('agenda.about', { about: list(finding.facts.blockers.map(({ key }) => key)), what });
  }
  if (finding.check === 'placeholder-text' && finding.facts.excerpt !== null) {
    return say('agenda.quoting', { what, words: finding.facts.excerpt });
  }
  return what;
}

/** What to settle about an item: first what keeps it from being ready, then what is worth a look while at it. */
export function settleInWords(
  words: Words,
  { toSettle, toConsider }: AgendaItem<Finding>,
): { readonly settle: readonly string[]; readonly consider: readonly string[] } {
  const settle = toSettle.map((finding) => settlingInWords(words, finding));
  return {
    settle: settle.length > 0 ? settle : [words.say('finding.missing-estimate.mend')],
    consider: toConsider.map((finding) => settlingInWords(words, finding)),
  };
}
