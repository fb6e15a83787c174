import { countWords } from '#src/domain/backlog/text/count-words';
import { defineRiskCheck } from '#src/domain/risk/checks/define-check';

/**
 * Fails when the statement has fewer words than can say what may happen and what follows: "Resources", "API
 * delay". It counts the words of the title and of the guided parts together, in any script. Whether they hold a
 * verb or a consequence it does not ask: no list of words does that across languages, so that a long vague title
 * passes.
 */
export const vagueStatement = defineRiskCheck({
  meta: { id: 'vague-statement', severity: 'info', enabledByDefault: true },
  options: { minimum: 4 },
  evaluate({ title, cause, event, effect }, { minimum }) {
    const statement = [title, cause, event, effect].filter((part) => part !== null).join('\n');
    const words = countWords(statement, minimum);
    return words < minimum ? { result: 'fail', facts: { words, minimum } } : { result: 'pass' };
  },
});
