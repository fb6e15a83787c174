import type { MessageId } from '../../ui/locale';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import type { Health } from '../health';

import { IssueRow } from './issue-row';
import type { Ranked } from './list-groups';

interface Column {
  readonly className: string;
  readonly title: MessageId;
}

const SUMMARY: Column = { className: 'issues__summary', title: 'list.summary' };

/** What the list says of an issue: no estimates where items are counted. */
export function columnsOf({ unit }: Health): readonly Column[] {
  return [
    { className: 'issues__key', title: 'list.key' },
    SUMMARY,
    ...(unit === 'points' ? [{ className: 'issues__estimate', title: 'list.estimate' } as const] : []),
    { className: 'issues__flags', title: 'list.flags' },
    { className: 'issues__actions', title: 'list.actions' },
  ];
}

/** The issues of a stretch. */
export function IssueTable({
  listed,
  labelledBy,
}: {
  readonly listed: readonly Ranked[];
  /** Id of the element that names the stretch. */
  readonly labelledBy: string;
}) {
  const { say } = useWords();
  const { health } = useDesk();
  const columns = columnsOf(health);
  return (
    // The roles are spelt out because narrow screens lay the table out as cards, which would take them away.
    <table className="issues" role="table" aria-labelledby={labelledBy}>
      <colgroup>
        {columns.map(({ className }) => (
          <col key={className} className={className} />
        ))}
      </colgroup>
      <thead role="rowgroup" className="for-readers">
        <tr role="row">
          {columns.map(({ className, title }) => (
            <th key={className} role="columnheader" scope="col">
              {say(title, { period: health.history.period })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {listed.map(({ issue, rank }) => (
          <IssueRow key={issue.id} issue={issue} rank={rank} columns={columns.length} />
        ))}
      </tbody>
    </table>
  );
}
