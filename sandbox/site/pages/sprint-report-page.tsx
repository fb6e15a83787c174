import { useCallback, useReducer, useState } from 'react';

import { sprintDates } from '../board-frame';
import { readBoard, type Sprint } from '../jira-client';
import { Link } from '../parts/link';
import { ReopenSprintDialog } from '../parts/sprint-dialogs';
import { Shown } from '../parts/states';
import { goTo, issuePath, reportPath, useSearch } from '../routing';
import { readSprintReport, readStartedSprints, type SprintReport } from '../sprint-client';
import { useLoaded } from '../use-loaded';

type Row = SprintReport['issues'][number];

const amount = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });
const said = (value: number | null) => (value === null ? '–' : amount.format(value));

/** An estimate that changed while the sprint ran is shown with both values, as Jira does. */
function Estimate({ row }: { readonly row: Row }) {
  const { estimateAtStart, estimateAtEnd } = row;
  if (estimateAtStart === estimateAtEnd) return <>{said(estimateAtEnd)}</>;
  return (
    <>
      {said(estimateAtStart)} <span aria-label="then">→</span> {said(estimateAtEnd)}
    </>
  );
}

interface ListProps {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly points: number;
  readonly estimateName: string | null;
}

function ReportList({ title, rows, points, estimateName }: ListProps) {
  if (rows.length === 0) return null;
  return (
    <section className="report-list" aria-label={title}>
      <h2>
        {title} <span className="count">{rows.length}</span>
      </h2>
      <div className="report-scroll" role="group" aria-label={`${title}, table`} tabIndex={0}>
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">Key</th>
              <th scope="col">Summary</th>
              <th scope="col">Issue type</th>
              <th scope="col">Status</th>
              {estimateName !== null && (
                <th scope="col" className="report-number">
                  {estimateName} ({amount.format(points)})
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td className="report-key">
                  <Link href={issuePath(row.key)}>{row.key}</Link>
                  {row.wasAdded && <span title="Issue added to sprint after start time"> *</span>}
                </td>
                <td>{row.summary}</td>
                <td>{row.issueType}</td>
                <td>
                  <span className="lozenge" data-category={row.statusCategory}>
                    {row.status}
                  </span>
                </td>
                {estimateName !== null && (
                  <td className="report-number">
                    <Estimate row={row} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const LISTS = [
  ['completed', 'Completed issues', 'delivered'],
  ['not-completed', 'Issues not completed', 'carriedOver'],
  ['completed-outside', 'Issues completed outside of this sprint', 'outside'],
  ['removed', 'Issues removed from sprint', 'removed'],
] as const;

const FIGURES = [
  ['committed', 'Committed'],
  ['added', 'Added'],
  ['reEstimated', 'Re-estimated'],
  ['removed', 'Removed'],
  ['delivered', 'Completed'],
  ['outside', 'Completed outside'],
  ['carriedOver', 'Not completed'],
] as const;

function Report({ report }: { readonly report: SprintReport }) {
  const { issues, sums, estimateName } = report;
  return (
    <>
      <dl className="report-figures">
        {FIGURES.map(([figure, words]) => (
          <div key={figure}>
            <dt>{words}</dt>
            <dd>
              {estimateName !== null && <strong>{amount.format(sums[figure].points)}</strong>}{' '}
              <span className="muted">
                {sums[figure].items} {sums[figure].items === 1 ? 'issue' : 'issues'}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {issues.some(({ wasAdded }) => wasAdded) && (
        <p className="muted">* Issue added to sprint after start time</p>
      )}
      {issues.length === 0 && <p className="list-empty muted">There were no issues in this sprint.</p>}
      {LISTS.map(([list, title, sum]) => (
        <ReportList
          key={list}
          title={title}
          rows={issues.filter((issue) => issue.list === list)}
          points={sums[sum].points}
          estimateName={estimateName}
        />
      ))}
    </>
  );
}

function ReportOf({
  boardId,
  sprint,
  onChanged,
}: {
  readonly boardId: number;
  readonly sprint: Sprint;
  readonly onChanged: () => void;
}) {
  const [isReopening, setReopening] = useState(false);
  const report = useLoaded(
    useCallback(async () => await readSprintReport(boardId, sprint.id), [boardId, sprint.id]),
    sprint.state,
  );
  const close = () => {
    setReopening(false);
  };
  return (
    <>
      <div className="report-sprint">
        <p className="muted">
          {[sprint.state === 'active' ? 'Active sprint' : 'Closed sprint', sprintDates(sprint), sprint.goal]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {sprint.state === 'closed' && (
          <button
            type="button"
            className="button"
            onClick={() => {
              setReopening(true);
            }}
          >
            Reopen sprint
          </button>
        )}
      </div>
      {isReopening && (
        <ReopenSprintDialog
          sprint={sprint}
          onClose={close}
          onDone={() => {
            close();
            onChanged();
          }}
        />
      )}
      <Shown loaded={report} what="sprint">
        {(value) => <Report report={value} />}
      </Shown>
    </>
  );
}

async function readSprintsOf(boardId: number) {
  const board = await readBoard(boardId);
  return { board, sprints: await readStartedSprints(board) };
}

/** The Sprint Report of a board: choose a sprint, see what became of its issues. */
export function SprintReportPage({
  projectKey,
  boardId,
}: {
  readonly projectKey: string;
  readonly boardId: number;
}) {
  const [version, refresh] = useReducer((count: number) => count + 1, 0);
  const loaded = useLoaded(
    useCallback(async () => await readSprintsOf(boardId), [boardId]),
    version,
  );
  const wanted = Number(new URLSearchParams(useSearch()).get('sprint'));
  return (
    <Shown loaded={loaded} what="board">
      {({ board, sprints }) => {
        const sprint = sprints.find(({ id }) => id === wanted) ?? sprints[0];
        return (
          <>
            <header className="page-head">
              <div>
                <h1>Sprint report</h1>
                <p className="muted">{board.name}</p>
              </div>
            </header>
            {sprint ? (
              <>
                <label className="report-choice">
                  Sprint
                  <select
                    value={sprint.id}
                    onChange={(event) => {
                      goTo(`${reportPath(projectKey, boardId)}?sprint=${event.target.value}`);
                    }}
                  >
                    {sprints.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </select>
                </label>
                <ReportOf key={sprint.id} boardId={boardId} sprint={sprint} onChanged={refresh} />
              </>
            ) : (
              <p className="list-empty muted">No sprint of this board has been started.</p>
            )}
          </>
        );
      }}
    </Shown>
  );
}
