import { useCallback } from 'react';

import { type BoardFrame, extraFields, sprintDates } from '../board-frame';
import { type BoardConfiguration, type Issue, readBoardIssues, readSprintIssues } from '../jira-client';
import { AppActions } from '../parts/app-actions';
import { BoardView } from '../parts/board-view';
import { IssueCard } from '../parts/issue-row';
import { Shown } from '../parts/states';
import { usePages } from '../use-pages';

type Column = BoardConfiguration['columnConfig']['columns'][number];

function BoardColumn({
  column,
  issues,
  frame,
}: {
  readonly column: Column;
  readonly issues: readonly Issue[];
  readonly frame: BoardFrame;
}) {
  const statusIds = column.statuses.map((status) => status.id);
  const own = issues.filter((issue) => statusIds.includes(issue.fields.status.id));
  return (
    <section className="column" aria-label={column.name}>
      <h2>
        {column.name} <span className="count">{own.length}</span>
      </h2>
      <ul>
        {own.map((issue) => (
          <IssueCard
            key={issue.id}
            issue={issue}
            estimateField={frame.estimateField}
            flaggedField={frame.flaggedField}
          />
        ))}
      </ul>
    </section>
  );
}

function Columns({ frame }: { readonly frame: BoardFrame }) {
  const active = frame.sprints.find((sprint) => sprint.state === 'active');
  const { hasSprints } = frame;
  const read = useCallback(
    async (cursor: string | null) => {
      if (active) return await readSprintIssues(active.id, extraFields(frame), cursor);
      if (hasSprints) return { issues: [], next: null };
      return await readBoardIssues(frame.board.id, extraFields(frame), cursor);
    },
    [active, hasSprints, frame],
  );
  const pages = usePages(read);
  return (
    <Shown loaded={pages} what="board">
      {({ issues, more, isReading }) => (
        <>
          {hasSprints && !active && <p className="muted">No sprint is running.</p>}
          <div className="columns">
            {frame.configuration.columnConfig.columns.map((column) => (
              <BoardColumn key={column.name} column={column} issues={issues} frame={frame} />
            ))}
          </div>
          {(more ?? isReading) && (
            <button type="button" className="button" disabled={!more} onClick={() => more?.()}>
              {isReading ? 'Loading…' : 'Show more'}
            </button>
          )}
        </>
      )}
    </Shown>
  );
}

/** A board: the active sprint by columns, or everything on a board without sprints. */
export function BoardPage({
  projectKey,
  boardId,
}: {
  readonly projectKey: string;
  readonly boardId: number;
}) {
  return (
    <BoardView boardId={boardId}>
      {(frame, refresh) => {
        const active = frame.sprints.find((sprint) => sprint.state === 'active');
        return (
          <>
            <header className="page-head">
              <div>
                <h1>{active?.name ?? frame.board.name}</h1>
                {active && (
                  <p className="muted">{[active.goal, sprintDates(active)].filter(Boolean).join(' · ')}</p>
                )}
              </div>
              <AppActions where="board" projectKey={projectKey} boardId={boardId} onRefresh={refresh} />
            </header>
            <Columns frame={frame} />
          </>
        );
      }}
    </BoardView>
  );
}
