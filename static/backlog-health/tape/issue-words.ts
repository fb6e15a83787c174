import type { MessageId } from '../../ui/locale';
import type { Unit, Words } from '../../ui/words';
import { labelOf } from '../../findings/findings';
import { standingOf, type Finding, type Health, type HealthIssue, type Standing } from '../health';
import { sprintNameOf } from '../words-of-health';

const STANDINGS = {
  ready: 'tape.ready',
  warned: 'tape.warned',
  unready: 'tape.unready',
} as const satisfies Record<Standing, MessageId>;

/** How a standing is called. */
export function standingWord({ say }: Words, standing: Standing): string {
  return say(STANDINGS[standing]);
}

const DECIDING = { ready: [], warned: ['warn'], unready: ['critical'] } as const satisfies Record<
  Standing,
  readonly Finding['severity'][]
>;

/** A label within a sentence. English writes it small; where nouns keep their capitals, it stands as it is. */
function withinSentence(label: string, locale: string): string {
  return new Intl.Locale(locale).language === 'en' ? label.toLocaleLowerCase(locale) : label;
}

/** What gives an issue its standing, in one breath: "no estimate and blocked". Empty for one that is ready. */
export function reasonWords(words: Words, issue: HealthIssue): string {
  const severities: readonly Finding['severity'][] = DECIDING[standingOf(issue)];
  const labels = issue.findings
    .filter(({ severity }) => severities.includes(severity))
    .map((finding) => withinSentence(labelOf(words, finding), words.locale));
  return words.list(labels);
}

/** Whether an issue is ready, and why not: "not ready: no estimate". */
export function standingAndReason(words: Words, issue: HealthIssue): string {
  const standing = standingWord(words, standingOf(issue));
  const reason = reasonWords(words, issue);
  return reason === '' ? standing : words.say('tape.standing-and-reason', { standing, reason });
}

/**
 * "5 points" or "no estimate"; null on a board that counts items, where every issue counts one, and where a flag of the issue
 * says it already.
 */
export function estimateWords({ say, amount }: Words, unit: Unit, issue: HealthIssue): string | null {
  if (unit === 'items') return null;
  if (issue.estimate !== null) return amount('points', issue.estimate);
  const severities: readonly Finding['severity'][] = DECIDING[standingOf(issue)];
  const isFlagged = issue.findings.some(
    ({ check, severity }) => check === 'missing-estimate' && severities.includes(severity),
  );
  return isFlagged ? null : say('tape.no-estimate');
}

/** "planned for Aurora 24"; null for an issue that is in no sprint, and while the sprint's name is not known. */
export function plannedWords({ say }: Words, health: Health, issue: HealthIssue): string | null {
  const sprint = sprintNameOf(health, issue);
  return sprint === null ? null : say('tape.planned', { sprint });
}
