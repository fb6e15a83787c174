import { daysBetween } from '#src/domain/risk/calendar';
import type { Need } from '#src/domain/risk/assess-register';
import type { RegisterChanges } from '#src/domain/risk/changes-since';
import { groupBy } from '#src/domain/risk/group';

import type { MessageId } from '../../ui/locale';

import type { Desk } from '../desk';
import { findingWords, sharedFinding } from '../words/finding-words';
import type { RiskWords } from '../words/risk-words';

/** How many keys a sentence names before it counts the rest. */
const NAMED = 4;

/** The first line: how many risks need somebody; where none does, how many are up for a review, as the button beside it says. */
export function verdictTitle(
  { say }: RiskWords,
  { assessment, queue, readOnly }: Pick<Desk, 'assessment' | 'queue' | 'readOnly'>,
): string {
  const { needing, risks } = assessment;
  const whom = readOnly === null ? 'you' : 'somebody';
  if (needing > 0) return say('risk.verdict.needs', { count: needing, whom });
  if (risks.length === 0) return say('risk.verdict.none-live');
  if (queue.length > 0) return say('risk.verdict.review', { count: queue.length, whom });
  return say('risk.verdict.calm', { whom });
}

/** Why risks are up for a review where nothing else needs anybody, in the order of the review; none where something does. */
export function reviewReasons(
  { say }: RiskWords,
  { assessment, queue }: Pick<Desk, 'assessment' | 'queue'>,
): readonly Reason[] {
  if (assessment.needing > 0) return [];
  return [...groupBy(queue, ({ reason }) => reason)].map(([reason, stops]) => {
    const riskIds = stops.slice(0, NAMED).map(({ riskId }) => riskId);
    const days = Math.max(...stops.map(({ due }) => due.daysOverdue));
    return {
      riskIds,
      more: stops.length - riskIds.length,
      reason: say('risk.verdict.review-reason', { reason, days }),
    };
  });
}

/** Why some risks need somebody: their ids in the order to name them, how many more there are, and the reason. */
export interface Reason {
  readonly riskIds: readonly string[];
  readonly more: number;
  readonly reason: string;
}

export function reasonOf(words: RiskWords, { check, level, risks }: Need): Reason {
  const [first] = risks;
  const riskIds = risks.slice(0, NAMED).map(({ riskId }) => riskId);
  const reason =
    risks.length === 1 && first !== undefined
      ? words.list([first.finding, ...first.others].map((finding) => findingWords(words, finding)))
      : words.say('risk.need.at-level', { level, reason: sharedFinding(words, check) });
  return { riskIds, more: risks.length - riskIds.length, reason };
}

/** When the next review falls due, where there is nothing to review yet; null where no risk is live. */
export function nextReview({ say, key }: RiskWords, { assessment, opened }: Desk): string | null {
  const [next] = [...assessment.risks].sort((a, b) =>
    a.due.on < b.due.on ? -1 : Number(a.due.on > b.due.on),
  );
  if (next === undefined) return null;
  return say('risk.verdict.next', {
    risk: key(next.riskId),
    days: daysBetween(opened.today, next.due.on),
  });
}

const COUNTED = [
  ['added', 'risk.since.added'],
  ['raised', 'risk.since.raised'],
  ['lowered', 'risk.since.lowered'],
  ['moved', 'risk.since.moved'],
  ['happened', 'risk.since.happened'],
  ['closed', 'risk.since.closed'],
  ['reopened', 'risk.since.reopened'],
  ['deleted', 'risk.since.deleted'],
  ['edited', 'risk.since.edited'],
] as const satisfies readonly (readonly [keyof RegisterChanges, MessageId])[];

/** "Since the last review, 17 Nov: 1 new, 1 raised, 2 lowered."; null before the first, which the card beside the map says. */
export function sinceLine(words: RiskWords, { assessment, register }: Desk): string | null {
  const { say } = words;
  const { since } = assessment;
  if (since === null || register.lastReview === null) return null;
  const parts = COUNTED.flatMap(([kind, message]) =>
    since[kind].length === 0 ? [] : [say(message, { count: since[kind].length })],
  );
  const date = words.day(register.lastReview.ended.on);
  if (parts.length === 0) return say('risk.since.nothing', { date });
  return say('risk.since.line', { date, changes: parts.join(', ') });
}
