import { type ChangeEvent, useReducer, useRef, useState } from 'react';

import { readProjects } from '../jira-client';
import { Link } from '../parts/link';
import { Shown } from '../parts/states';
import { projectPath } from '../routing';
import { useSession } from '../session';
import { importBacklog } from '../site-client';
import { useLoaded } from '../use-loaded';

const STYLES: Readonly<Record<string, string>> = { classic: 'Company-managed', 'next-gen': 'Team-managed' };

function ImportForm({ onImported }: { readonly onImported: () => void }) {
  const [outcome, setOutcome] = useState<{ readonly report: string; readonly path: string | null } | null>(
    null,
  );
  const [isBusy, setBusy] = useState(false);
  const column = useRef<HTMLInputElement>(null);
  const load = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    if (!file) return;
    setBusy(true);
    importBacklog(file, column.current?.value ?? '')
      .then(
        (imported) => {
          setOutcome(imported);
          onImported();
        },
        (error: unknown) => {
          setOutcome({ report: error instanceof Error ? error.message : String(error), path: null });
        },
      )
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <section className="import" aria-label="Import">
      <h2>Your own backlog</h2>
      <p className="muted">
        In Jira, search for the issues, then choose Export and CSV (all fields). The file stays on this
        machine.
      </p>
      <div className="form-row">
        <label>
          Column with the estimate, if not Story Points
          <input ref={column} name="estimateColumn" />
        </label>
        <label>
          Jira CSV export
          <input type="file" accept=".csv,text/csv" disabled={isBusy} onChange={load} />
        </label>
      </div>
      {isBusy && <p role="status">Importing…</p>}
      {outcome && (
        <div role="status">
          <pre>{outcome.report}</pre>
          {outcome.path !== null && <Link href={outcome.path}>Open the board</Link>}
        </div>
      )}
    </section>
  );
}

/** The projects that the user may see, and a way to bring in one's own. */
export function ProjectsPage() {
  const [version, refresh] = useReducer((count: number) => count + 1, 0);
  const projects = useLoaded(readProjects, version);
  const { ownSite } = useSession().session;
  return (
    <>
      <header className="page-head">
        <h1>Projects</h1>
      </header>
      <Shown loaded={projects} what="project list">
        {(list) =>
          list.length === 0 ? (
            <p>
              You don’t have access to any project.
              {ownSite === null && ' Switch to another user at the top right.'}
            </p>
          ) : (
            <table className="projects">
              <thead>
                <tr>
                  <th scope="col">Name</th>
                  <th scope="col">Key</th>
                  <th scope="col">Type</th>
                  <th scope="col">Lead</th>
                </tr>
              </thead>
              <tbody>
                {list.map((project) => (
                  <tr key={project.id}>
                    <td>
                      <Link href={projectPath(project.key)}>{project.name}</Link>
                    </td>
                    <td>{project.key}</td>
                    <td>{STYLES[project.style] ?? project.style}</td>
                    <td>{project.lead?.displayName ?? ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Shown>
      {ownSite === null && <ImportForm onImported={refresh} />}
    </>
  );
}
