import type { FlagVerdictAnswer } from '#src/contract/flag-record';

import type { MessageId } from '../../ui/locale';
import type { Tone } from '../../ui/lozenge';
import type { Words } from '../../ui/words';

import { scoredOn, type FlagRecord, type Side } from './record';

/** What is said of a check in a few words. */
export const VERDICTS = {
  'earns-its-place': { label: 'flags.verdict.earns', tone: 'success' },
  'consider-off': { label: 'flags.verdict.off', tone: 'warning' },
  'in-between': { label: 'flags.verdict.between', tone: 'neutral' },
  'too-few': { label: 'flags.verdict.few', tone: 'neutral' },
  'not-scored': { label: 'flags.verdict.not-scored', tone: 'neutral' },
} as const satisfies Record<FlagVerdictAnswer, { readonly label: MessageId; readonly tone: Tone }>;

const countOf = (record: FlagRecord, verdict: FlagVerdictAnswer) =>
  scoredOn(record).filter((check) => check.verdict === verdict).length;

/** The whole record in a sentence or two. */
export function sentenceOf({ say }: Words, record: FlagRecord): string {
  const { counted, running } = record.sprints;
  if (record.since === null) return say('flags.nothing.title');
  if (counted === 0) return say('flags.running.title', { running });
  const of = scoredOn(record).length;
  const off = countOf(record, 'consider-off');
  const sentences = [
    say('flags.earn', { count: countOf(record, 'earns-its-place'), of }),
    ...(off > 0 ? [say('flags.off', { count: off })] : []),
  ];
  return sentences.join(' ');
}

/** What the sentence rests on, and what it leaves out. */
export function basisOf({ say, locale }: Words, record: FlagRecord): string {
  const { sprints, since } = record;
  const { counted, running } = sprints;
  const [few, between] = [countOf(record, 'too-few'), countOf(record, 'in-between')];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(since ?? 0));
  return [
    say('flags.basis', { sprints: counted, day }),
    ...(running > 0 ? [say('flags.basis.running', { running })] : []),
    ...(few > 0 ? [say('flags.few', { count: few })] : []),
    ...(between > 0 ? [say('flags.between', { count: between })] : []),
  ].join(' ');
}

/** A rate of trouble as a whole per cent. */
export const rateOf = ({ troubled, issues }: Side) => (issues === 0 ? 0 : troubled / issues);

/** One side of a check in a sentence, with the counts that it rests on. */
export function sideInWords({ say, percent }: Words, side: Side, isFlagged: boolean): string {
  const { troubled, issues, low, high } = side;
  return say(isFlagged ? 'flags.side.flagged' : 'flags.side.others', {
    troubled,
    issues,
    low: percent(low),
    high: percent(high),
  });
}
