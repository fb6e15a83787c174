import { useCallback, useEffect } from 'react';

import { readProject } from '../jira-client';
import { ForgeFrame } from '../parts/forge-frame';
import { Link } from '../parts/link';
import { NoAccess, Shown } from '../parts/states';
import { useSession } from '../session';
import type { AppModule } from '../site-client';
import { useLoaded } from '../use-loaded';
import { administersSite, holds } from './permissions';
import { adminPath, type SettingsRoute } from './settings-routing';

export const SETTINGS_TITLES = {
  manageApps: 'Manage apps',
  adminApp: 'App settings',
  projectSettings: 'Project settings',
} as const satisfies Record<SettingsRoute['page'], string>;

/** The app's entry: what it is called, and the pages that it offers there. */
function ManageApps() {
  const { session } = useSession();
  const pages = session.modules.filter(({ place }) => place === 'admin');
  const named =
    pages.find(({ useAsConfig, useAsGetStarted }) => !useAsConfig && !useAsGetStarted) ?? pages[0];
  const to = (page: AppModule | undefined, text: string) =>
    page && (
      <Link href={adminPath(page.tail ?? '')} className="menu-button">
        {text}
      </Link>
    );
  return (
    <>
      <header className="page-head">
        <h1>Manage apps</h1>
      </header>
      {named === undefined ? (
        <p>No app of this site has pages of settings.</p>
      ) : (
        <section aria-label={named.title}>
          <h2>{named.title}</h2>
          <p className="row">
            {to(
              pages.find(({ useAsGetStarted }) => useAsGetStarted === true),
              'Get started',
            )}
            {to(
              pages.find(({ useAsConfig }) => useAsConfig === true),
              'Configure',
            )}
          </p>
        </section>
      )}
    </>
  );
}

function ModulePage({
  module,
  projectKey,
  base,
}: {
  readonly module: AppModule;
  readonly projectKey: string | null;
  readonly base: string;
}) {
  const siteName = useSession().session.ownSite?.name ?? 'Local site';
  const { title, key: moduleKey } = module;
  useEffect(() => {
    document.title = `${title} - ${siteName}`;
  }, [title, siteName]);
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
      </header>
      <ForgeFrame
        module={module}
        place={projectKey === null ? { kind: 'admin', moduleKey } : { moduleKey, projectKey, boardId: null }}
        base={base}
        isFilling={module.viewportSize !== undefined}
        onTitle={(text) => {
          document.title = text;
        }}
      />
    </>
  );
}

async function administersProject(projectKey: string): Promise<boolean> {
  return await holds('ADMINISTER_PROJECTS', (await readProject(projectKey)).id);
}

/** The pages of Jira's settings and of a project's: what the viewer does not administer looks as if it were not there. */
export function SettingsPages({ route }: { readonly route: SettingsRoute }) {
  const { session } = useSession();
  const projectKey = route.page === 'projectSettings' ? route.projectKey : null;
  const what = projectKey === null ? 'page' : 'project';
  const isAdmin = useLoaded(
    useCallback(
      async () => await (projectKey === null ? administersSite() : administersProject(projectKey)),
      [projectKey],
    ),
  );
  return (
    <Shown loaded={isAdmin} what={what}>
      {(isAllowed) => {
        if (!isAllowed) return <NoAccess what="page" />;
        if (route.page === 'manageApps') return <ManageApps />;
        const place = route.page === 'adminApp' ? 'admin' : 'projectSettings';
        const module = session.modules.find((one) => one.place === place && one.tail === route.tail);
        if (!module) return <NoAccess what="page" />;
        return <ModulePage key={route.base} module={module} projectKey={projectKey} base={route.base} />;
      }}
    </Shown>
  );
}
