import { type ReactNode, useCallback, useState } from 'react';

import { type BoardFrame, extraFields, sprintDates } from '../board-frame';
import { type Page, readBacklog, readSprintIssues } from '../jira-client';
import { AppActions } from '../parts/app-actions';
import { BoardView } from '../parts/board-view';
import { estimateOf, IssueRow } from '../parts/issue-row';
import { SprintActions } from '../parts/sprint-actions';
import { Shown } from '../parts/states';
import { useSession } from '../session';
import { createSprint } from '../sprint-client';
import { usePages } from '../use-pages';

interface ListProps {
  readonly title: string;
  readonly note: string | null;
  readonly frame: BoardFrame;
  readonly read: (cursor: string | null) => Promise<Page>;
  readonly actions?: ReactNode;
}

const amount = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

function IssueList({ title, note, frame, read, actions }: ListProps) {
  const pages = usePages(read);
  return (
    <section className="list" aria-label={title}>
      <Shown loaded={pages} what="backlog">
        {({ issues, more, isReading }) => {
          const sum = issues.reduce(
            (total, issue) => total + (estimateOf(issue, frame.estimateField) ?? 0),
            0,
          );
          const count = `${issues.length}${more ? '+' : ''} ${issues.length === 1 ? 'issue' : 'issues'}`;
          return (
            <>
              <h2>
                {title} <span className="muted">{[note, count].filter(Boolean).join(' · ')}</span>
                {frame.estimateField !== null && (
                  <span className="badge" title="Sum of the estimates shown">
                    {amount.format(sum)}
                  </span>
                )}
              </h2>
              {actions}
              {issues.length === 0 && <p className="list-empty muted">Nothing here.</p>}
              <ol>
                {issues.map((issue) => (
                  <IssueRow
                    key={issue.id}
                    issue={issue}
                    estimateField={frame.estimateField}
                    flaggedField={frame.flaggedField}
                  />
                ))}
              </ol>
              {(more ?? isReading) && (
                <button type="button" className="button" disabled={!more} onClick={() => more?.()}>
                  {isReading ? 'Loading…' : 'Show more'}
                </button>
              )}
            </>
          );
        }}
      </Shown>
    </section>
  );
}

function SprintList({
  frame,
  sprint,
  projectKey,
  onRefresh,
}: {
  readonly frame: BoardFrame;
  readonly sprint: BoardFrame['sprints'][number];
  readonly projectKey: string;
  readonly onRefresh: () => void;
}) {
  const read = useCallback(
    async (cursor: string | null) => await readSprintIssues(sprint.id, extraFields(frame), cursor),
    [sprint.id, frame],
  );
  const note = [sprint.state === 'active' ? 'active' : null, sprintDates(sprint), sprint.goal]
    .filter(Boolean)
    .join(' · ');
  const actions = (
    <SprintActions frame={frame} sprint={sprint} projectKey={projectKey} onRefresh={onRefresh} />
  );
  return <IssueList title={sprint.name} note={note || null} frame={frame} read={read} actions={actions} />;
}

function BacklogList({ frame }: { readonly frame: BoardFrame }) {
  const read = useCallback(
    async (cursor: string | null) => await readBacklog(frame.board.id, extraFields(frame), cursor),
    [frame],
  );
  return <IssueList title="Backlog" note={null} frame={frame} read={read} />;
}

/** Makes the next sprint, with the number after the last one's. */
function CreateSprint({ frame, onRefresh }: { readonly frame: BoardFrame; readonly onRefresh: () => void }) {
  const [error, setError] = useState<string | null>(null);
  const last = frame.sprints.at(-1)?.name ?? `${frame.board.name.slice(0, 20)} Sprint 0`;
  const number = Number(/(\d+)\D*$/.exec(last)?.[1] ?? 0) + 1;
  const name = `${last.replace(/\s*\d+\D*$/, '')} ${number}`.trim();
  return (
    <>
      {error !== null && <span role="alert">{error}</span>}
      <button
        type="button"
        className="button"
        onClick={() => {
          createSprint(frame.board.id, name).then(onRefresh, (reason: unknown) => {
            setError(reason instanceof Error ? reason.message : String(reason));
          });
        }}
      >
        Create sprint
      </button>
    </>
  );
}

/** The backlog of a board: its open sprints in their order, then the rest in rank order. */
export function BacklogPage({
  projectKey,
  boardId,
}: {
  readonly projectKey: string;
  readonly boardId: number;
}) {
  const { ownSite } = useSession().session;
  return (
    <BoardView boardId={boardId}>
      {(frame, refresh) => (
        <>
          <header className="page-head">
            <h1>Backlog</h1>
            <div className="backlog-buttons">
              {frame.hasSprints && ownSite === null && <CreateSprint frame={frame} onRefresh={refresh} />}
              <AppActions where="backlog" projectKey={projectKey} boardId={boardId} onRefresh={refresh} />
            </div>
          </header>
          {frame.sprints.map((sprint) => (
            <SprintList
              key={sprint.id}
              frame={frame}
              sprint={sprint}
              projectKey={projectKey}
              onRefresh={refresh}
            />
          ))}
          <BacklogList frame={frame} />
        </>
      )}
    </BoardView>
  );
}
