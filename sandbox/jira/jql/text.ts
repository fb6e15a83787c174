import { CONTAINS, EMPTINESS, type JqlField } from '#sandbox/jira/jql/context';
import { JqlError } from '#sandbox/jira/jql/error';
import type { Issue } from '#sandbox/jira/model';

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}_*]+/gu) ?? [];

/** A crude stem, so that singular meets plural as it does in Jira's English index. */
const stem = (word: string) => word.replace(/(?:'s|es|s)$/u, '');

function hasWord(words: readonly string[], wanted: string): boolean {
  if (wanted.endsWith('*')) return words.some((word) => word.startsWith(wanted.slice(0, -1)));
  return words.some((word) => word === wanted || stem(word) === stem(wanted));
}

/** All words in any order, `wor*` for beginnings; text in double quotes has to stand as it is. */
export function containsText(text: string, wanted: string): boolean {
  const phrases = [...wanted.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? '');
  const words = wordsOf(text);
  const line = words.join(' ');
  const singles = wordsOf(wanted.replaceAll(/"[^"]*"/g, ' '));
  return (
    phrases.every((phrase) => ` ${line} `.includes(` ${wordsOf(phrase).join(' ')} `)) &&
    singles.every((word) => hasWord(words, word))
  );
}

/** A field that is searched by words with `~`. */
export function textField(
  text: (issue: Issue) => string,
  order: ((a: Issue, b: Issue) => number) | null,
): JqlField {
  return {
    operators: new Set([...CONTAINS, ...EMPTINESS]),
    order,
    history: null,
    match(parts) {
      const [operand] = parts.operands;
      if (parts.operator === 'is') return { test: (issue) => text(issue).trim() === '' };
      if (parts.operator === 'is not') return { test: (issue) => text(issue).trim() !== '' };
      if (operand?.kind !== 'text' || wordsOf(operand.text).length === 0) {
        throw new JqlError([
          `The value '${operand?.kind === 'text' ? operand.text : ''}' is not valid for the field '${parts.field}': it has no words to search for.`,
        ]);
      }
      const isNegated = parts.operator === '!~';
      return { test: (issue) => containsText(text(issue), operand.text) !== isNegated };
    },
  };
}
