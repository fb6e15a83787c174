import { isAnyOf, isNoneOf } from '#src/adapters/jira/jql';
import { wordsFor, type Message } from '#src/background/words';
import { MOST_ISSUES, PAGE_OF_ISSUES } from '#src/domain/jql/listed';
import type { Clause } from '#src/ports/jql';
import type { Computed, Refusal } from '#src/usecases/jql/compute-clause';

/** Every issue was created at some time: these match none and all, and name nothing that could be missing. */
const NONE = 'created < "1970-01-02"';
const ALL = 'created >= "1970-01-02"';

/**
 * The words for a refusal. Those who search may not see what the app sees, so none tells one reason for a missing board from
 * another, how many boards there are, or what any of them holds.
 */
const MESSAGES = {
  'no-single-board': 'jql.no-single-board',
  'too-little-history': 'jql.too-little-history',
  'no-such-level': 'jql.no-such-level',
  'not-a-page': 'jql.not-a-page',
  'no-such-page': 'jql.no-such-page',
  'too-many': 'jql.too-many',
  'no-such-function': 'jql.no-such-function',
  'no-capacity': 'jql.no-capacity',
  'no-answer': 'jql.no-answer',
} as const satisfies Record<Refusal, Message>;

/** What was typed is repeated, cut to what a line of the search bar takes. */
const WORD_AT_MOST = 80;

function cut(word: string): string {
  const trimmed = word.trim();
  return trimmed.length > WORD_AT_MOST ? `${trimmed.slice(0, WORD_AT_MOST)}…` : trimmed;
}

/**
 * An answer as Jira takes it: a condition in place of the whole clause, which Jira holds against each searcher's own permissions, or words for
 * the search bar. The words are English: Jira keeps one answer for readers of all languages.
 */
export function writeAnswer(
  { functionName, operator, arguments: words }: Clause,
  computed: Computed,
): { readonly jql: string } | { readonly error: string } {
  if (computed.kind === 'refused') {
    return {
      error: wordsFor('en').say(MESSAGES[computed.why], {
        function: functionName,
        word: cut(words[0] ?? ''),
        page: cut(words[1] ?? ''),
        most: MOST_ISSUES,
        size: PAGE_OF_ISSUES,
      }),
    };
  }
  const { ids } = computed;
  if (ids.length === 0) return { jql: operator === 'in' ? NONE : ALL };
  return { jql: operator === 'in' ? isAnyOf('id', ids) : isNoneOf('id', ids) };
}
