import { type Clause, JastBuilder, type Operand } from '@atlaskit/jql-ast';

import { JqlError } from '#sandbox/jira/jql/error';

/** The most values that Jira takes in what a function answers. */
const MOST_VALUES = 1_000;

function valuesIn(operand: Operand | undefined): number {
  if (!operand) return 0;
  return operand.operandType === 'list' ? operand.values.reduce((sum, value) => sum + valuesIn(value), 0) : 1;
}

function countValues(clause: Clause): number {
  if (clause.clauseType === 'not') return countValues(clause.clause);
  if (clause.clauseType === 'compound') {
    return clause.clauses.reduce((sum, part) => sum + countValues(part), 0);
  }
  return valuesIn(clause.operand ?? undefined);
}

/**
 * Holds what a function answered to Jira's rules: a condition without an order, of at most 1,000 values on right-hand sides.
 * @see https://developer.atlassian.com/platform/forge/working-around-jql-1000-limit/
 * @throws JqlError
 */
export function checkFragment(functionName: string, fragment: string): void {
  const { errors, query } = new JastBuilder().build(fragment);
  const refuse = (words: string) => new JqlError([`Function '${functionName}' provided by the app ${words}`]);
  const [problem] = errors;
  if (problem) throw refuse(`has returned an invalid JQL fragment: ${problem.message}.`);
  if (!query?.where || query.orderBy) throw refuse('has returned an invalid JQL fragment.');
  if (countValues(query.where) > MOST_VALUES) {
    throw refuse(`has returned more than the maximum of ${MOST_VALUES} values for this JQL fragment.`);
  }
}
