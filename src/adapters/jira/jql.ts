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
export function isNoneOf(field: 'status', ids: readonly (string | number)[]): string {
  return ids.length === 0 ? '' : `${field} not in (${list(ids)})`;
}
