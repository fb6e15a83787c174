import {
  type ClauseParts,
  EQUALITY,
  type JqlContext,
  type Matcher,
  type Operand,
} from '#sandbox/jira/jql/context';
import { JqlError } from '#sandbox/jira/jql/error';
import { noSuchFunction, noSuchValue } from '#sandbox/jira/jql/kinds';
import type { Board } from '#sandbox/jira/model';

const NAMES = new Set(['filter', 'request', 'savedfilter', 'searchrequest']);

/** Whether a query means saved filters by this name. */
export const isFilterField = (name: string): boolean => NAMES.has(name.toLowerCase());

/** The boards whose saved filter an operand names by id, or by the name that Jira gives the filter of a new board. */
function boardsOf(operand: Operand, field: string, { site, viewer }: JqlContext): readonly Board[] {
  if (operand.kind === 'empty') throw noSuchValue(field, 'EMPTY');
  if (operand.kind === 'call') throw noSuchFunction(operand);
  const { text } = operand;
  const found = [...site.all('boards')].filter((board) => {
    const project = site.get('projects', board.projectId);
    const isSeen = project !== undefined && viewer.can('BROWSE_PROJECTS', project);
    const isNamed = `filter for ${board.name}`.toLowerCase() === text.toLowerCase();
    return isSeen && (board.filterId === text || isNamed);
  });
  if (found.length === 0) throw noSuchValue(field, text);
  return found;
}

/**
 * A clause on saved filters, of which the site has one for each board: `filter = 10001`. Who may see the board may use its filter.
 * @param compile makes the query of a filter ready.
 * @throws JqlError for a filter that is unknown, hidden, or part of itself.
 */
export function matchFilter(
  parts: ClauseParts,
  context: JqlContext,
  compile: (jql: string, context: JqlContext) => Matcher,
): Matcher {
  if (!EQUALITY.some((operator) => operator === parts.operator)) {
    throw new JqlError([`The operator '${parts.operator}' is not supported by the '${parts.field}' field.`]);
  }
  const boards = parts.operands.flatMap((operand) => boardsOf(operand, parts.field, context));
  const inFilters = context.inFilters ?? [];
  const matchers = boards.map(({ filterId, filterJql }) => {
    if (inFilters.includes(filterId)) {
      throw new JqlError([
        `Field '${parts.field}' with value '${filterId}' matches filter '${filterId}' and causes a cyclical reference, this query can not be executed and should be edited.`,
      ]);
    }
    return compile(filterJql, { ...context, inFilters: [...inFilters, filterId] });
  });
  if (parts.operator === '!=' || parts.operator === 'not in') {
    return { test: (issue) => !matchers.some(({ test }) => test(issue)) };
  }
  const [only] = matchers;
  return {
    test: (issue) => matchers.some(({ test }) => test(issue)),
    ...(matchers.length === 1 && only?.candidates ? { candidates: only.candidates } : {}),
  };
}
