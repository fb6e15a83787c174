import { useCallback } from 'react';

import { readBoards, readProject } from '../jira-client';
import { appPath, backlogPath, boardPath, reportPath, usePath } from '../routing';
import { useSession } from '../session';
import { ProjectSettingsEntries } from '../settings/project-settings-entries';
import { useLoaded } from '../use-loaded';
import { Link } from './link';

async function readNav(projectKey: string) {
  const [project, boards] = await Promise.all([readProject(projectKey), readBoards(projectKey)]);
  return { project, boards };
}

/** The navigation of a project: its boards, their backlogs, and the pages that apps add. */
export function SideNav({ projectKey }: { readonly projectKey: string }) {
  const { session } = useSession();
  const path = usePath();
  const nav = useLoaded(useCallback(async () => await readNav(projectKey), [projectKey]));
  // What the viewer may not see has no navigation either; the page says why.
  if (nav.state === 'failed') return null;
  if (nav.state === 'loading') return <nav className="side-nav" aria-label="Project" />;
  const { project, boards } = nav.value;
  const entry = (href: string, text: string, isCurrent = path === href) => (
    <li key={href}>
      <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
        {text}
      </Link>
    </li>
  );
  const named = (text: string, board: string) => (boards.length > 1 ? `${text}: ${board}` : text);
  const pages = session.modules.filter((module) => module.place === 'project');
  return (
    <nav className="side-nav" aria-label="Project">
      <p className="project-name">
        <span className="project-mark" aria-hidden="true">
          {project.key.charAt(0)}
        </span>
        <span>
          <strong>{project.name}</strong>
          <br />
          <span className="muted">{project.style === 'next-gen' ? 'Team-managed' : 'Company-managed'}</span>
        </span>
      </p>
      <ul>
        {boards.flatMap((board) => [
          entry(boardPath(project.key, board.id), named('Board', board.name)),
          ...(board.type === 'kanban'
            ? []
            : [
                entry(backlogPath(project.key, board.id), named('Backlog', board.name)),
                // The report is worked out from the local site's records.
                ...(session.ownSite === null
                  ? [entry(reportPath(project.key, board.id), named('Reports', board.name))]
                  : []),
              ]),
        ])}
      </ul>
      {pages.length > 0 && (
        <>
          <h2>Apps</h2>
          <ul>
            {pages.map((module) => {
              const href = appPath(project.key, module.key);
              return entry(href, module.title, path === href || path.startsWith(`${href}/`));
            })}
          </ul>
        </>
      )}
      <ProjectSettingsEntries project={project} />
    </nav>
  );
}
