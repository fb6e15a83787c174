import type { FactsByCheck } from '#src/domain/backlog/finding';
import type { BacklogIssue } from '#src/domain/backlog/issue';
import { closeWord, namesDirection, summaryWords, withoutCloneMark } from '#src/domain/backlog/summary-words';

export type Duplicate = FactsByCheck['near-duplicate'];

type Titled = Pick<BacklogIssue, 'key' | 'summary' | 'issueType' | 'parent'>;

/** Up to so many words, "Backend" or "Write the docs", a title may stand under each of several parents. */
const GENERIC_TITLE = 3;

/**
 * For each issue the highest-ranked one above it that it repeats; null where there is none, and for sub-tasks.
 *
 * - The same: their summaries have the same words, whatever the case, punctuation and word order. Word order counts
 *   where the summary names a direction: "A -> B" is not "B -> A".
 * - Very close: what is left differs in articles, in endings such as that of a plural, in doubled letters, in what is
 *   written as one word, or in the mark of a clone.
 *
 * Anything else may be the very point: of 3,474 issues of four projects, 121 pairs differ in one word or one more word,
 * and about five of them mean the same ("Add tests for A" and "… for B" do not). So numbers, versions and every other
 * word count in full. Known limits: a typing error makes two of one, and "A blocks B" is taken for "B blocks A".
 *
 * Each issue is looked up by a few keys made of its words, so the work grows with the number of issues alone.
 * @param issues In rank order.
 */
export function findDuplicates(issues: readonly Titled[]): readonly (Duplicate | null)[] {
  const highest = new Map<string, number>();
  const close = remembered(closeWord);
  return issues.map((issue, index) => {
    const keys = keysOf(issue, close);
    const holders = keys.map((key) => highest.get(key) ?? index);
    const above = Math.min(index, ...holders);
    for (const key of keys) if (!highest.has(key)) highest.set(key, index);
    const key = issues[above]?.key;
    return above === index || key === undefined ? null : { key, isSame: holders[0] === above };
  });
}

/** A backlog has far fewer words than its summaries have places for them. */
function remembered(answerOf: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const answer = known.get(word) ?? answerOf(word);
    known.set(word, answer);
    return answer;
  };
}

/** What issues share that repeat each other: the first key when they are the same, another when they are close. */
function keysOf(
  { summary, issueType, parent }: Titled,
  closeOf: (word: string) => string,
): readonly string[] {
  if (issueType.level < 0) return [];
  const words = summaryWords(summary);
  if (words.length === 0) return [];
  const original = withoutCloneMark(summary);
  const meant = original === summary ? words : summaryWords(original);
  const [bare, spelled] = [[] as string[], [] as string[]];
  for (const word of meant) {
    const close = closeOf(word);
    if (close === '') continue;
    bare.push(close);
    spelled.push(word);
  }
  const scope = `${issueType.level} ${bare.length <= GENERIC_TITLE ? (parent?.id ?? '') : ''}`;
  const isOrdered = namesDirection(summary, words);
  const listed = (list: readonly string[]) => (isOrdered ? list : [...list].sort()).join(' ');
  const same = `same ${scope} ${listed(words)}`;
  if (bare.length === 0) return [same];
  return [same, `close ${scope} ${listed(bare)}`, `joined ${scope} ${joined(spelled)}`];
}

const DIGIT = /\p{N}/u;

/** Written as one word; but "1 2" is not "12". */
function joined(words: readonly string[]): string {
  return words.map((word) => (DIGIT.test(word) ? ` ${word} ` : word)).join('');
}
