import type { JqlField } from '#sandbox/jira/jql/context';
import { byKey, choiceField, noSuchFunction, noSuchValue } from '#sandbox/jira/jql/kinds';

const VERSION_FUNCTIONS = new Set(['releasedversions', 'unreleasedversions']);
const EMPTY_FIELDS = new Set(['fixversion', 'affectedversion', 'component']);

/**
 * Versions and components: no project of this site has any, so these fields are empty on every issue. A Kanban board's
 * configuration carries a query on them.
 */
export function emptyField(name: string): JqlField | undefined {
  if (!EMPTY_FIELDS.has(name.toLowerCase())) return undefined;
  return choiceField({
    values: () => [],
    resolve(operand, field) {
      if (operand.kind === 'text') throw noSuchValue(field, operand.text);
      if (!VERSION_FUNCTIONS.has(operand.name.toLowerCase())) throw noSuchFunction(operand);
      return [];
    },
    order: byKey(() => null),
  });
}
