import { type Clause, JastBuilder, type Operand } from '@atlaskit/jql-ast';

import type { DeclaredFunction, FunctionClause } from '#sandbox/jira/jql/app-functions.types';
import { JqlError, JqlNotSimulated } from '#sandbox/jira/jql/error';

/** Fields whose values are issues: functions of type `issue` go with them. */
const ISSUE_FIELDS = new Set(['issue', 'issuekey', 'key', 'id']);

/** A clause's function, when it has one on its right-hand side. */
export function functionOf(
  field: string,
  operator: string,
  operand: Operand | undefined,
): FunctionClause | null {
  if (operand?.operandType !== 'function') return null;
  return {
    field,
    operator,
    functionName: operand.function.value,
    arguments: operand.arguments.map(({ value }) => value),
  };
}

/** Every function of a query, wherever it stands. None in a query that cannot be read. */
export function functionsIn(jql: string): readonly FunctionClause[] {
  const { query, errors } = new JastBuilder().build(jql);
  if (errors.length > 0 || !query?.where) return [];
  const visit = (clause: Clause): readonly FunctionClause[] => {
    if (clause.clauseType === 'not') return visit(clause.clause);
    if (clause.clauseType === 'compound') return clause.clauses.flatMap(visit);
    const found = functionOf(clause.field.value, clause.operator?.value ?? '=', clause.operand ?? undefined);
    return found ? [found] : [];
  };
  return visit(query.where);
}

function expectedWords({ arguments: declared }: DeclaredFunction): string {
  const required = declared.filter((argument) => argument.required).length;
  return required === declared.length ? `'${required}'` : `between '${required}' and '${declared.length}'`;
}

/** Holds a clause to what the manifest says of the function. @throws JqlError in Jira's words. */
export function checkClause(declared: DeclaredFunction, clause: FunctionClause): void {
  const { field, operator, arguments: words } = clause;
  const other = declared.types.find((type) => type !== 'issue');
  if (other !== undefined) throw new JqlNotSimulated(`not simulated: JQL functions of the type ${other}`);
  if (!ISSUE_FIELDS.has(field.toLowerCase())) {
    throw new JqlError([`The function '${declared.name}' is not supported by the field '${field}'.`]);
  }
  if (!declared.operators.includes(operator)) {
    throw new JqlError([`The operator '${operator}' is not supported by the function '${declared.name}'.`]);
  }
  const required = declared.arguments.filter((argument) => argument.required).length;
  if (words.length < required || words.length > declared.arguments.length) {
    throw new JqlError([
      `Function '${declared.name}' expected ${expectedWords(declared)} arguments but received '${words.length}'.`,
    ]);
  }
}
