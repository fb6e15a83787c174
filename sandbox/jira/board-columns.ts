import type { Board } from '#sandbox/jira/model';

/** Statuses of the board's last column that has any: what is in them is done, whatever its category. */
export function doneStatuses({ columns }: Pick<Board, 'columns'>): ReadonlySet<string> {
  return new Set(columns.filter(({ statusIds }) => statusIds.length > 0).at(-1)?.statusIds);
}
