import { type Clause, JastBuilder, type Operand as AstOperand, type TerminalClause } from '@atlaskit/jql-ast';

import { checkClause, functionOf } from '#sandbox/jira/jql/function-clauses';
import type { JqlContext, Matcher, Operand } from '#sandbox/jira/jql/context';
import { JqlError, JqlNotSimulated } from '#sandbox/jira/jql/error';
import { findJqlField } from '#sandbox/jira/jql/fields';
import { isFilterField, matchFilter } from '#sandbox/jira/jql/filter-field';
import { refuseUnsimulatedField } from '#sandbox/jira/jql/not-simulated';
import { matchPast } from '#sandbox/jira/jql/past';
import type { Issue } from '#sandbox/jira/model';

/** A query made ready to run. */
export interface CompiledJql {
  readonly matcher: Matcher;
  readonly compare: (a: Issue, b: Issue) => number;
  /** false when nothing restricts the search. */
  readonly isBounded: boolean;
  /** Whether the query itself names an order. */
  readonly isOrdered: boolean;
}

function operandsOf(operand: AstOperand | undefined): Operand[] {
  if (operand === undefined) return [];
  switch (operand.operandType) {
    case 'keyword':
      return [{ kind: 'empty' }];
    case 'value':
      return [{ kind: 'text', text: operand.value, isNumber: /^-?\d+$/.test(operand.text) }];
    case 'function':
      return [
        { kind: 'call', name: operand.function.value, args: operand.arguments.map(({ value }) => value) },
      ];
    case 'list':
      return operand.values.flatMap(operandsOf);
  }
}

function noSuchField(name: string): JqlError {
  refuseUnsimulatedField(name);
  return new JqlError([`Field '${name}' does not exist or you do not have permission to view it.`]);
}

/** What the app's function stands for in this clause; null when it holds none of the app's. @throws JqlError */
function compileFunction(clause: TerminalClause, context: JqlContext): Matcher | null {
  const { answers } = context;
  const called = functionOf(clause.field.value, clause.operator?.value ?? '=', clause.operand ?? undefined);
  const declared = called ? answers?.declared(called.functionName) : undefined;
  if (!called || !declared || !answers) return null;
  checkClause(declared, called);
  const answer = answers.answerFor(called);
  if (!answer) throw new JqlNotSimulated(`not simulated: ${declared.name}() of an app in a saved filter`);
  if ('error' in answer) throw new JqlError([answer.error]);
  // A fragment may name no function of the app: it would go round in circles.
  const { site, viewer, now, zone } = context;
  return compileJql(answer.value, { site, viewer, now, zone, isFragment: true }).matcher;
}

function compileTerminal(clause: TerminalClause, context: JqlContext): Matcher {
  const name = clause.field.value;
  const ofApp = compileFunction(clause, context);
  if (ofApp) return ofApp;
  if (isFilterField(name)) {
    const parts = {
      field: name,
      operator: clause.operator?.value ?? '=',
      operands: operandsOf(clause.operand ?? undefined),
    };
    return matchFilter(parts, context, (jql, inner) => compileJql(jql, inner).matcher);
  }
  const field = findJqlField(name, context);
  if (!field || (clause.field.properties ?? []).length > 0) throw noSuchField(name);
  const operator = clause.operator?.value ?? '=';
  if (!field.operators.has(operator)) {
    throw new JqlError([`The operator '${operator}' is not supported by the '${name}' field.`]);
  }
  const operands = operandsOf(clause.operand ?? undefined);
  if (operator !== 'was' && operator !== 'was not' && operator !== 'changed' && !operator.includes('in')) {
    const isList = clause.operand?.operandType === 'list';
    if (isList)
      throw new JqlError([
        `Operator '${operator}' does not support searching for a list of values in the '${name}' field.`,
      ]);
  }
  if (operator.startsWith('was') || operator === 'changed') {
    if (field.history === null) throw new JqlError([`History searches do not support the '${name}' field.`]);
    const predicates = clause.predicates.map((predicate) => ({
      word: predicate.operator.value,
      operands: operandsOf(predicate.operand ?? undefined),
    }));
    return { test: matchPast(field.history, { field: name, operator, operands, predicates }, context) };
  }
  return field.match({ field: name, operator, operands }, context);
}

/** Compiles a clause, gathering the refusals of all its parts. */
function compileClause(clause: Clause, context: JqlContext, problems: string[]): Matcher {
  if (clause.clauseType === 'not') {
    const inner = compileClause(clause.clause, context, problems);
    return { test: (issue) => !inner.test(issue) };
  }
  if (clause.clauseType === 'compound') {
    const parts = clause.clauses.map((part) => compileClause(part, context, problems));
    if (clause.operator.value === 'or') return { test: (issue) => parts.some(({ test }) => test(issue)) };
    const shortest = parts
      .flatMap(({ candidates }) => candidates ?? [])
      .map((list) => list())
      .sort((a, b) => a.length - b.length)[0];
    return {
      test: (issue) => parts.every(({ test }) => test(issue)),
      ...(shortest ? { candidates: () => shortest } : {}),
    };
  }
  try {
    return compileTerminal(clause, context);
  } catch (error) {
    if (!(error instanceof JqlError)) throw error;
    problems.push(...error.messages);
    return { test: () => false };
  }
}

/** Jira sorts by no more than these. */
const MOST_ORDER_FIELDS = 7;

const newestFirst = (a: Issue, b: Issue) => b.created - a.created || Number(b.id) - Number(a.id);

/**
 * Parses a query and makes it ready. Without ORDER BY the newest issues come first.
 * @throws JqlError with every reason for which Jira would refuse it; JqlNotSimulated for what Jira knows and this site does not.
 */
export function compileJql(jql: string, context: JqlContext): CompiledJql {
  const ast = new JastBuilder().build(jql);
  if (ast.errors.length > 0) {
    throw new JqlError(ast.errors.map(({ message }) => `Error in the JQL Query: ${message}.`));
  }
  const problems: string[] = [];
  const where = ast.query?.where;
  const matcher = where ? compileClause(where, context, problems) : { test: () => true };
  const orderBy = ast.query?.orderBy?.fields ?? [];
  if (orderBy.length > MOST_ORDER_FIELDS) {
    problems.push(`The ORDER BY clause can contain a maximum of ${MOST_ORDER_FIELDS} fields.`);
  }
  const keys = orderBy.flatMap(({ field, direction }) => {
    const known = findJqlField(field.value, context);
    if (known?.order) return [{ order: known.order, sign: direction?.value === 'DESC' ? -1 : 1 }];
    problems.push(
      known || isFilterField(field.value)
        ? `Not able to sort using field '${field.value}'.`
        : noSuchField(field.value).message,
    );
    return [];
  });
  if (problems.length > 0) throw new JqlError(problems);
  return {
    matcher,
    isBounded: where !== undefined,
    isOrdered: orderBy.length > 0,
    compare(a, b) {
      for (const { order, sign } of keys) {
        const difference = order(a, b) * sign;
        if (difference !== 0) return difference;
      }
      return keys.length === 0 ? newestFirst(a, b) : Number(a.id) - Number(b.id);
    },
  };
}
