import { useCallback, useEffect, useReducer, useRef, useState } from 'react';

import { readIssuePage, type IssuePageData } from '../issue-data';
import type { IssueComment, IssueDetail } from '../jira-client';
import { AppPanels } from '../parts/app-panels';
import { AdfView, type AdfNode } from '../parts/adf-view';
import { Avatar } from '../parts/avatar';
import { ChangeLog } from '../parts/change-log';
import { inWords } from '../parts/in-words';
import { Details, Links } from '../parts/issue-details';
import { IssueForm } from '../parts/issue-form';
import { SplitDialog } from '../parts/split-dialog';
import { Shown } from '../parts/states';
import { useLoaded } from '../use-loaded';

function Comments({ issue }: { readonly issue: IssueDetail }) {
  const { comments } = (issue.fields['comment'] ?? { comments: [] }) as { comments: readonly IssueComment[] };
  return (
    <section aria-label="Comments">
      <h2>Comments</h2>
      {comments.length === 0 && <p className="muted">No comments.</p>}
      <ul className="comments">
        {comments.map((comment) => (
          <li key={comment.id}>
            <p>
              <Avatar person={comment.author} label="Author" /> <strong>{comment.author.displayName}</strong>{' '}
              <span className="muted">{inWords(comment.created)}</span>
            </p>
            <AdfView document={comment.body} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function IssueView({ data, onChanged }: { readonly data: IssuePageData; readonly onChanged: () => void }) {
  const [isEditing, setEditing] = useState(false);
  const [isSplitting, setSplitting] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !isEditing) edit.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  const { issue } = data;
  return (
    <article className="issue">
      <div className="issue-main">
        <header className="page-head">
          <div>
            <p className="muted key">{issue.key}</p>
            <h1>{issue.fields.summary}</h1>
          </div>
          {!isEditing && (
            <div className="form-buttons">
              <button
                ref={edit}
                type="button"
                className="button"
                onClick={() => {
                  setEditing(true);
                }}
              >
                Edit
              </button>
              <button
                type="button"
                className="button"
                onClick={() => {
                  setSplitting(true);
                }}
              >
                Split issue
              </button>
            </div>
          )}
        </header>
        {isSplitting && (
          <SplitDialog
            data={data}
            onClose={() => {
              setSplitting(false);
            }}
          />
        )}
        {isEditing ? (
          <IssueForm
            data={data}
            onDone={(hasChanged) => {
              setEditing(false);
              if (hasChanged) onChanged();
            }}
          />
        ) : (
          <section aria-label="Description">
            <h2>Description</h2>
            <AdfView document={(issue.fields['description'] ?? null) as AdfNode | null} />
          </section>
        )}
        <Links issue={issue} />
        <Comments issue={issue} />
        <ChangeLog histories={issue.changelog.histories} />
      </div>
      <div className="issue-side">
        <Details data={data} />
        <AppPanels issueKey={issue.key} issueId={issue.id} updated={String(issue.fields['updated'])} />
      </div>
    </article>
  );
}

/** One issue: read whole, and mended simply. */
export function IssuePage({ issueKey }: { readonly issueKey: string }) {
  const [version, refresh] = useReducer((count: number) => count + 1, 0);
  const loaded = useLoaded(
    useCallback(async () => await readIssuePage(issueKey), [issueKey]),
    version,
  );
  return (
    <Shown loaded={loaded} what="issue">
      {(data) => <IssueView data={data} onChanged={refresh} />}
    </Shown>
  );
}
