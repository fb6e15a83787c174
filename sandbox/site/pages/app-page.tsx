import { useCallback, useEffect } from 'react';

import { readProject } from '../jira-client';
import { ForgeFrame } from '../parts/forge-frame';
import { NoAccess, Shown } from '../parts/states';
import { useSession } from '../session';
import { useLoaded } from '../use-loaded';

interface AppPageProps {
  readonly projectKey: string;
  readonly moduleKey: string;
  readonly base: string;
}

/** A full-page module of an app in a project. */
export function AppPage({ projectKey, moduleKey, base }: AppPageProps) {
  const { session } = useSession();
  const module = session.modules.find(
    (candidate) => candidate.place === 'project' && candidate.key === moduleKey,
  );
  const title = module?.title;
  const siteName = session.ownSite?.name ?? 'Local site';
  const project = useLoaded(useCallback(async () => await readProject(projectKey), [projectKey]));
  useEffect(() => {
    if (title !== undefined) document.title = `${title} - ${siteName}`;
  }, [title, siteName]);
  if (!module) return <NoAccess what="page" />;
  return (
    <Shown loaded={project} what="project">
      {() => (
        <>
          <header className="page-head">
            <h1>{module.title}</h1>
          </header>
          <ForgeFrame
            module={module}
            place={{ moduleKey, projectKey, boardId: null }}
            base={base}
            isFilling={module.viewportSize !== undefined}
            onTitle={(text) => {
              document.title = text;
            }}
          />
        </>
      )}
    </Shown>
  );
}
