import { Fragment, useEffect, useMemo, useRef, useState } from 'react';

import { HOME_TITLES, HomePages } from './home/home-pages';
import { AppPage } from './pages/app-page';
import { BacklogPage } from './pages/backlog-page';
import { BoardPage } from './pages/board-page';
import { IssuePage } from './pages/issue-page';
import { ProjectHome } from './pages/project-home';
import { ProjectsPage } from './pages/projects-page';
import { SearchPage } from './pages/search-page';
import { SprintReportPage } from './pages/sprint-report-page';
import { MeterPanel } from './parts/meter-panel';
import { SideNav } from './parts/side-nav';
import { NoAccess } from './parts/states';
import { TopBar } from './parts/top-bar';
import { type Route, routeOf, usePath } from './routing';
import { SessionContext } from './session';
import { SettingsNav } from './settings/settings-nav';
import { SETTINGS_TITLES, SettingsPages } from './settings/settings-pages';
import { openIssuesOn, siteBridge } from './site-bridge';
import { changeSession, readSession, type Session } from './site-client';
import { WikiNav } from './wiki/wiki-nav';
import { WIKI_TITLES, WikiPages } from './wiki/wiki-pages';

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'projects':
      return <ProjectsPage />;
    case 'search':
      return <SearchPage />;
    case 'project':
      return <ProjectHome {...route} />;
    case 'board':
      return <BoardPage key={route.boardId} {...route} />;
    case 'backlog':
      return <BacklogPage key={route.boardId} {...route} />;
    case 'report':
      return <SprintReportPage key={route.boardId} {...route} />;
    case 'issue':
      return <IssuePage key={route.issueKey} {...route} />;
    case 'app':
      return <AppPage key={route.base} {...route} />;
    case 'dashboard':
    case 'rovo':
      return <HomePages route={route} />;
    case 'manageApps':
    case 'adminApp':
    case 'projectSettings':
      return <SettingsPages route={route} />;
    case 'unknown':
      return <NoAccess what="page" />;
    case 'spaces':
    case 'space':
    case 'bin':
    case 'wikiPage':
    case 'wikiEdit':
    case 'wikiHistory':
    case 'wikiExport':
    case 'spaceApp':
    case 'wikiApp':
      return <WikiPages route={route} />;
  }
}

function projectKeyOf(route: Route): string | null {
  if ('projectKey' in route) return route.projectKey;
  return route.page === 'issue' ? route.issueKey.replace(/-\d+$/, '') : null;
}

const TITLES: Readonly<Record<Route['page'], string>> = {
  projects: 'Projects',
  search: 'Search',
  project: 'Project',
  board: 'Board',
  backlog: 'Backlog',
  report: 'Sprint report',
  issue: 'Issue',
  app: 'App',
  unknown: 'Not found',
  ...HOME_TITLES,
  ...SETTINGS_TITLES,
  ...WIKI_TITLES,
};

/** Pages that are an app's own. */
const FULL_PAGES: ReadonlySet<Route['page']> = new Set([
  'app',
  'spaceApp',
  'wikiApp',
  'adminApp',
  'projectSettings',
]);

interface FrameProps {
  readonly accountId: string;
  readonly locale: string;
  readonly siteName: string;
}

function Frame({ accountId, locale, siteName }: FrameProps) {
  const [isMeterOpen, setMeterOpen] = useState(false);
  const route = routeOf(usePath());
  const projectKey = projectKeyOf(route);
  const spaceKey = 'spaceKey' in route ? route.spaceKey : null;
  const main = useRef<HTMLElement>(null);
  const title =
    route.page === 'issue'
      ? route.issueKey
      : `${TITLES[route.page]}${(projectKey ?? spaceKey) ? ` - ${projectKey ?? spaceKey ?? ''}` : ''}`;
  useEffect(() => {
    document.title = `${title} - ${siteName}`;
    main.current?.scrollTo(0, 0);
  }, [title, siteName]);
  return (
    <>
      <TopBar
        isMeterOpen={isMeterOpen}
        onMeter={() => {
          setMeterOpen(!isMeterOpen);
        }}
      />
      <div className="body">
        {/* Another user sees another site: everything but the bar and the meter is read anew. */}
        {projectKey !== null && <SideNav key={`${accountId} ${projectKey}`} projectKey={projectKey} />}
        {(route.page === 'adminApp' || route.page === 'manageApps') && <SettingsNav key={accountId} />}
        {spaceKey !== null && (
          <WikiNav
            key={`${accountId} ${spaceKey}`}
            spaceKey={spaceKey}
            pageId={'pageId' in route ? route.pageId : null}
          />
        )}
        {/* A page of an app scrolls here, and what can be focused is in another document. */}
        <main ref={main} {...(FULL_PAGES.has(route.page) && { tabIndex: 0 })}>
          {/* So does another language. */}
          <Fragment key={`${accountId} ${locale}`}>
            <Page route={route} />
          </Fragment>
        </main>
        {isMeterOpen && (
          <MeterPanel
            onClose={() => {
              setMeterOpen(false);
            }}
          />
        )}
      </div>
    </>
  );
}

/** The site: one page, told by the address what to show and by the session as whom. */
export function App({ initial }: { readonly initial: Session }) {
  const [session, setSession] = useState(initial);
  const { theme } = session;
  useEffect(() => {
    document.documentElement.dataset['colorMode'] = theme;
    siteBridge.setTheme(theme);
  }, [theme]);
  const ownAddress = session.ownSite?.address ?? null;
  useEffect(() => {
    openIssuesOn(ownAddress);
  }, [ownAddress]);
  const scope = useMemo(() => {
    const settle = (next: Promise<Session>) => void next.then(setSession, () => undefined);
    return {
      session,
      switchUser: (accountId: string) => {
        settle(changeSession({ accountId }));
      },
      switchTheme: () => {
        settle(changeSession({ theme: session.theme === 'dark' ? 'light' : 'dark' }));
      },
      switchLocale: (locale: string) => {
        settle(changeSession({ locale }));
      },
      refresh: () => {
        settle(readSession());
      },
    };
  }, [session]);
  return (
    <SessionContext.Provider value={scope}>
      <Frame
        accountId={session.accountId}
        locale={session.locale}
        siteName={session.ownSite?.name ?? 'Local site'}
      />
    </SessionContext.Provider>
  );
}
