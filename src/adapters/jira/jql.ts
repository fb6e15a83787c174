/** Sub-tasks would cost a point each, and their parent counts. */
export const WITHOUT_SUB_TASKS = 'issuetype in standardIssueTypes()';

/** Ids come from Jira's answers; anything but digits would change the query's meaning. */
function list(ids: readonly (string | number)[]): string {
  const broken = ids.find((id) => !/^\d+$/.test(String(id)));
  if (broken !== undefined) throw new RangeError('An id in a query is a whole number.');
  return ids.join(', ');
}

/** `field in (…)`. @throws RangeError when there is no id, or one that is not a whole number. */
export function isAnyOf(field: 'id' | 'sprint' | 'status', ids: readonly (string | number)[]): string {
  if (ids.length === 0) throw new RangeError(`Nothing is in an empty list of ${field}.`);
  return `${field} in (${list(ids)})`;
}

/** `field not in (…)`; empty, and so no condition, without ids. @throws RangeError for an id that is not a whole number. */
export function isNoneOf(field: 'id' | 'status', ids: readonly (string | number)[]): string {
  return ids.length === 0 ? '' : `${field} not in (${list(ids)})`;
}

type DateField = 'statusCategoryChangedDate' | 'updated' | 'created';

/**
 * A point in time in a query: milliseconds since 1970. Jira reads a date that is written out in the time zone of the user, which
 * the backend does not know, and to the minute; a bare number it takes as exactly that instant. Its documentation names
 * the written forms only, so the local Jira and a test hold the app to this one, which the Jira connectors of data pipelines
 * have long sent (airbytehq/airbyte #48838: `updated >= 1732877091000`).
 * @throws RangeError for a text that is no point in time.
 */
function instant(iso: string): number {
  const milliseconds = Date.parse(iso);
  if (Number.isNaN(milliseconds)) throw new RangeError('Not a point in time.');
  return milliseconds;
}

/** `field >= … AND field < …`, from one ISO 8601 instant up to another. @throws RangeError for a text that is no instant. */
export function isBetween(field: DateField, start: string, end: string): string {
  return `${isSince(field, start)} AND ${field} < ${instant(end)}`;
}

/** `field > …`, after an ISO 8601 instant. @throws RangeError for a text that is no instant. */
export function isAfter(field: DateField, end: string): string {
  return `${field} > ${instant(end)}`;
}

/** `field >= …`, from an ISO 8601 instant on. @throws RangeError for a text that is no instant. */
export function isSince(field: DateField, start: string): string {
  return `${field} >= ${instant(start)}`;
}
