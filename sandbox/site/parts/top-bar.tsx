import { DASHBOARD, homeRouteOf, ROVO } from '../home/home-routing';
import { readProjects } from '../jira-client';
import { goTo, projectPath, searchPath, usePath } from '../routing';
import { ANONYMOUS, useSession } from '../session';
import { moveClock } from '../site-client';
import { SettingsLink } from '../settings/settings-link';
import { useLoaded } from '../use-loaded';
import { WikiMenus } from '../wiki/wiki-menus';
import { spacesPath } from '../wiki/wiki-routing';
import { Avatar } from './avatar';
import { Icon } from './icon';
import { Link } from './link';
import { Menu } from './menu';
import { METER_BUTTON } from './meter-panel';

const DAY_MS = 86_400_000;
const siteDay = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const siteTime = new Intl.DateTimeFormat('en', { timeStyle: 'short', timeZone: 'UTC' });

function ClockMenu() {
  const { session, refresh } = useSession();
  const move = (days: number) => () => {
    moveClock(days * DAY_MS).then(refresh, refresh);
  };
  const now = new Date(session.now);
  return (
    <Menu
      label={`Site time ${now.toUTCString()}: move the clock`}
      isNamedByContent
      button={
        <>
          {siteDay.format(now)} <span className="clock">{siteTime.format(now)}</span>
        </>
      }
      className="menu-end"
      items={[
        { key: 'day', label: 'One day later', onSelect: move(1) },
        { key: 'week', label: 'One week later', onSelect: move(7) },
      ]}
    />
  );
}

function UserMenu() {
  const { session, switchUser, switchLocale } = useSession();
  const current = session.users.find((user) => user.accountId === session.accountId) ?? null;
  if (session.ownSite !== null) return <Avatar person={current} label="Signed in as" />;
  return (
    <Menu
      label={`Signed in as ${current?.displayName ?? 'nobody'}: switch user or language`}
      isNamedByContent
      button={
        <>
          <Avatar person={current} label="User" />
          <span className="user-role">{current?.role ?? 'nobody'}</span>
        </>
      }
      className="menu-end"
      items={[
        ...session.users.map((user) => ({
          key: user.accountId,
          text: user.displayName,
          label: (
            <>
              <Avatar person={user} label="User" /> {user.displayName}
              <span className="muted">{user.role}</span>
            </>
          ),
          isChosen: user.accountId === session.accountId,
          onSelect: () => {
            switchUser(user.accountId);
          },
        })),
        ...(session.accountId === ANONYMOUS
          ? []
          : session.languages.map(({ locale, name }) => ({
              key: locale,
              text: name,
              label: <span lang={locale.slice(0, 2)}>{name}</span>,
              isChosen: locale === session.locale,
              onSelect: () => {
                switchLocale(locale);
              },
            }))),
      ]}
    />
  );
}

function ProjectsMenu() {
  // Read again on each page: an import may have added one.
  const projects = useLoaded(readProjects, usePath());
  const { ownSite } = useSession().session;
  const list = projects.state === 'ready' ? projects.value : [];
  return (
    <Menu
      label="Projects"
      isNamedByContent
      button={
        <>
          Projects <Icon name="chevron" />
        </>
      }
      items={[
        ...list.map((project) => ({
          key: project.key,
          label: `${project.name} (${project.key})`,
          onSelect: () => {
            goTo(projectPath(project.key));
          },
        })),
        {
          key: '',
          label: ownSite === null ? 'View all projects, or import your own' : 'View all projects',
          onSelect: () => {
            goTo('/');
          },
        },
      ]}
    />
  );
}

/** The bar at the top: where to go on the left, who and when and how on the right. */
export function TopBar({
  isMeterOpen,
  onMeter,
}: {
  readonly isMeterOpen: boolean;
  readonly onMeter: () => void;
}) {
  const { session, switchTheme } = useSession();
  const path = usePath();
  const isWiki = path.startsWith('/wiki');
  const home = homeRouteOf(path)?.page ?? null;
  const { ownSite } = session;
  const name = ownSite === null ? 'Local site' : `${ownSite.name}, read only`;
  return (
    <header className="top-bar">
      <Link href="/" className="site-name" aria-label={name} data-own={ownSite !== null || undefined}>
        <span>{name}</span>
      </Link>
      {ownSite === null && (
        <nav className="products" aria-label="Products">
          <Link href="/" aria-current={isWiki || home !== null ? undefined : 'true'}>
            Jira
          </Link>
          <Link href={spacesPath} aria-current={isWiki ? 'true' : undefined}>
            Confluence
          </Link>
          <Link href={DASHBOARD} aria-current={home === 'dashboard' ? 'true' : undefined}>
            Dashboard
          </Link>
          <Link href={ROVO} aria-current={home === 'rovo' ? 'true' : undefined}>
            Rovo
          </Link>
        </nav>
      )}
      {/* Another user sees other projects and spaces. */}
      {isWiki ? <WikiMenus key={session.accountId} /> : <ProjectsMenu key={session.accountId} />}
      {!isWiki && (
        <Link href={searchPath()} className="menu-button">
          Search
        </Link>
      )}
      {!isWiki && <SettingsLink key={`${session.accountId} settings`} />}
      <span className="spacer" />
      {ownSite === null && <ClockMenu />}
      <button
        type="button"
        className="menu-button"
        id={METER_BUTTON}
        aria-expanded={isMeterOpen}
        aria-controls={isMeterOpen ? 'meter' : undefined}
        onClick={onMeter}
      >
        Meter
      </button>
      <button
        type="button"
        className="menu-button"
        aria-label={session.theme === 'dark' ? 'Switch to light' : 'Switch to dark'}
        title={session.theme === 'dark' ? 'Switch to light' : 'Switch to dark'}
        onClick={switchTheme}
      >
        <Icon name={session.theme === 'dark' ? 'sun' : 'moon'} />
      </button>
      <UserMenu />
    </header>
  );
}
