import { type FormEvent, type KeyboardEvent, useCallback, useState } from 'react';

import { HttpError } from '../http';
import type { Issue, Page } from '../jira-client';
import { Avatar } from '../parts/avatar';
import { IssueLink } from '../parts/issue-link';
import { goTo, searchPath, useSearch } from '../routing';
import { searchIssues } from '../search-client';
import { type Loaded, useLoaded } from '../use-loaded';

const LABEL = 'jql-label';
const PROBLEM = 'jql-problem';
const HINT = 'jql-hint';

const EXAMPLE = 'issue in unrefined("Aurora board") ORDER BY Rank';

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The search bar: Enter searches, as in Jira, and Shift and Enter begin a new line. */
function QueryForm({ jql, problem }: { readonly jql: string; readonly problem: string | null }) {
  const [text, setText] = useState(jql);
  const search = () => {
    goTo(searchPath(text));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    search();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    search();
  };
  return (
    <form role="search" className="jql" onSubmit={submit}>
      <label id={LABEL} htmlFor="jql">
        JQL query
      </label>
      <div className="jql-line">
        <textarea
          id="jql"
          rows={2}
          spellCheck={false}
          value={text}
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? HINT : PROBLEM}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onKeyDown={press}
        />
        <button type="submit" className="button" data-primary>
          Search
        </button>
      </div>
      {problem === null ? (
        <p id={HINT} className="muted">
          The app’s functions stand here beside Jira’s own, such as{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              setText(EXAMPLE);
              goTo(searchPath(EXAMPLE));
            }}
          >
            {EXAMPLE}
          </button>
        </p>
      ) : (
        <p id={PROBLEM} className="jql-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}

function ResultRow({ issue }: { readonly issue: Issue }) {
  const { summary, status, issuetype, assignee } = issue.fields;
  return (
    <tr>
      <td className="report-key">
        <IssueLink issueKey={issue.key} className="jql-key">
          {issue.key}
        </IssueLink>
      </td>
      <td>{summary}</td>
      <td>{issuetype.name}</td>
      <td>
        <span className="lozenge" data-category={status.statusCategory.key}>
          {status.name}
        </span>
      </td>
      <td>
        <Avatar person={assignee} />
      </td>
    </tr>
  );
}

function Results({ jql, first }: { readonly jql: string; readonly first: Page }) {
  const [more, setMore] = useState<readonly Page[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const pages = [first, ...more];
  const issues = pages.flatMap((page) => page.issues);
  const next = pages.at(-1)?.next ?? null;
  const readOn = () => {
    searchIssues(jql, next).then(
      (page) => {
        setMore((known) => [...known, page]);
      },
      (error: unknown) => {
        setProblem(wordsOf(error));
      },
    );
  };
  const count = `${issues.length}${next === null ? '' : '+'} ${issues.length === 1 ? 'work item' : 'work items'}`;
  return (
    <>
      <p role="status">{issues.length === 0 ? 'No work items match this query.' : count}</p>
      {issues.length > 0 && (
        <div className="report-scroll" role="group" aria-label="Results, table" tabIndex={0}>
          <table className="report-table">
            <thead>
              <tr>
                <th scope="col">Key</th>
                <th scope="col">Summary</th>
                <th scope="col">Type</th>
                <th scope="col">Status</th>
                <th scope="col">Assignee</th>
              </tr>
            </thead>
            <tbody>
              {issues.map((issue) => (
                <ResultRow key={issue.id} issue={issue} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {problem !== null && <p role="alert">{problem}</p>}
      {next !== null && (
        <button type="button" className="button" onClick={readOn}>
          Show more
        </button>
      )}
    </>
  );
}

/** What Jira refuses is said at the bar; anything else has its own place below. */
function problemOf(found: Loaded<Page | null>): string | null {
  if (found.state !== 'failed') return null;
  const { error } = found;
  return error instanceof HttpError && [400, 501].includes(error.status) ? wordsOf(error) : null;
}

/** The work items that a query finds. */
export function SearchPage() {
  const jql = new URLSearchParams(useSearch()).get('jql') ?? '';
  const load = useCallback(async () => (jql === '' ? null : await searchIssues(jql, null)), [jql]);
  const found = useLoaded(load);
  const problem = problemOf(found);
  return (
    <>
      <header className="page-head">
        <h1>Search work items</h1>
      </header>
      <QueryForm key={jql} jql={jql} problem={problem} />
      {found.state === 'loading' && (
        <p className="loading" role="status">
          Searching…
        </p>
      )}
      {found.state === 'failed' && problem === null && <p role="alert">{wordsOf(found.error)}</p>}
      {found.state === 'ready' && found.value !== null && <Results key={jql} jql={jql} first={found.value} />}
    </>
  );
}
