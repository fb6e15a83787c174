import { type ReactNode } from 'react';

import { IssueLink } from '../../ui/issue-link';
import { useWords } from '../../ui/words';
import { useDesk } from '../desk';
import { amountOf, summaryOf } from '../state/opened';

import './issue-table.css';

/** An issue of a sprint as the lists show it. */
export interface Row {
  readonly id: string;
  readonly key: string;
  readonly estimate: number | null;
  /** In a word or two each. */
  readonly flags: ReactNode;
  /** What is behind the flags. */
  readonly facts: ReactNode;
  readonly action?: ReactNode;
}

function Estimate({ estimate }: { readonly estimate: number | null }) {
  const { say, number } = useWords();
  if (estimate !== null) return <span className="sprint-issue__pill">{number(estimate)}</span>;
  return (
    <>
      <span className="sprint-issue__pill" aria-hidden="true">
        –
      </span>
      <span className="for-readers">{say('tape.no-estimate')}</span>
    </>
  );
}

/** Issues of a sprint, one below the other. */
export function IssueTable({ label, rows }: { readonly label: string; readonly rows: readonly Row[] }) {
  const { say } = useWords();
  const { opened } = useDesk();
  const hasActions = rows.some(({ action }) => action !== undefined);
  return (
    // The roles are spelt out because narrow screens lay the table out as cards, which would take them away.
    <table className="sprint-issues" role="table" aria-label={label}>
      <thead role="rowgroup" className="for-readers">
        <tr role="row">
          <th role="columnheader" scope="col">
            {say('sprint.list.key')}
          </th>
          <th role="columnheader" scope="col">
            {say('list.summary')}
          </th>
          {opened.unit === 'points' && (
            <th role="columnheader" scope="col">
              {say('list.estimate')}
            </th>
          )}
          <th role="columnheader" scope="col">
            {say('list.flags')}
          </th>
          {hasActions && (
            <th role="columnheader" scope="col">
              {say('list.actions')}
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.id} role="row" className="sprint-issue">
            <th role="rowheader" scope="row" className="sprint-issue__key">
              <IssueLink issueKey={row.key} />
            </th>
            <td role="cell" className="sprint-issue__summary">
              <bdi>{summaryOf(opened, row)}</bdi>
              {row.facts}
            </td>
            {opened.unit === 'points' && (
              <td role="cell" className="sprint-issue__estimate">
                <Estimate estimate={amountOf(opened, row.estimate)} />
              </td>
            )}
            <td role="cell" className="sprint-issue__flags">
              {row.flags}
            </td>
            {hasActions && (
              <td role="cell" className="sprint-issue__action">
                {row.action}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
