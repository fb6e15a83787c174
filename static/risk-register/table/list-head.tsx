import { useRiskWords } from '../words/risk-words';

import type { ListArrangement, SortBy } from './arrange';

export const COLUMNS = [
  { key: 'number', label: 'risk.column.risk', sort: 'number' },
  { key: 'statement', label: 'risk.column.statement', sort: 'title' },
  { key: 'level', label: 'risk.field.level', sort: 'level' },
  { key: 'mitigation', label: 'risk.column.mitigation', sort: null },
  { key: 'owner', label: 'risk.field.owner', sort: 'owner' },
  { key: 'due', label: 'risk.column.due', sort: 'due' },
] as const;

/** The heads of the columns: they sort, and the first selects everything that is listed. */
export function ListHead({
  sort,
  onSort,
  selection,
  onSelectAll,
}: {
  readonly sort: ListArrangement['sort'];
  readonly onSort: (by: SortBy) => void;
  /** How much is selected; null where nothing can be. */
  readonly selection: 'none' | 'some' | 'all' | null;
  readonly onSelectAll: (isOn: boolean) => void;
}) {
  const { say } = useRiskWords();
  return (
    <thead role="rowgroup">
      <tr role="row">
        {selection !== null && (
          <th scope="col" role="columnheader" className="risks__select">
            <input
              type="checkbox"
              aria-label={say('risk.list.select-all')}
              checked={selection === 'all'}
              ref={(box) => {
                if (box !== null) box.indeterminate = selection === 'some';
              }}
              onChange={(event) => {
                onSelectAll(event.target.checked);
              }}
            />
          </th>
        )}
        {COLUMNS.map(({ key, label, sort: by }) => (
          <th
            key={key}
            scope="col"
            role="columnheader"
            className={`risks__${key}`}
            aria-sort={
              by !== null && sort.by === by ? (sort.isReversed ? 'descending' : 'ascending') : undefined
            }
          >
            {by === null ? (
              say(label)
            ) : (
              <button
                type="button"
                className="risks__sort"
                onClick={() => {
                  onSort(by);
                }}
              >
                {say(label)}
                <span aria-hidden="true" className="risks__arrow">
                  {sort.by === by ? (sort.isReversed ? '↑' : '↓') : ''}
                </span>
              </button>
            )}
          </th>
        ))}
        <th scope="col" role="columnheader" className="risks__more">
          <span className="for-readers">{say('risk.column.actions')}</span>
        </th>
      </tr>
    </thead>
  );
}
