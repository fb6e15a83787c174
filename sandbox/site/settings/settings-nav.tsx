import { Link } from '../parts/link';
import { usePath } from '../routing';
import { useSession } from '../session';
import { useLoaded } from '../use-loaded';
import { administersSite } from './permissions';
import { adminPath, MANAGE_APPS } from './settings-routing';

/** The Apps section of Jira's settings. Pages that Manage apps leads to are not in it, as in Jira. */
export function SettingsNav() {
  const { session } = useSession();
  const path = usePath();
  const isAdmin = useLoaded(administersSite);
  if (isAdmin.state !== 'ready' || !isAdmin.value) return null;
  const pages = session.modules.filter(
    ({ place, useAsConfig, useAsGetStarted }) =>
      place === 'admin' && useAsConfig !== true && useAsGetStarted !== true,
  );
  const entry = (href: string, text: string) => (
    <li key={href}>
      <Link href={href} aria-current={path === href || path.startsWith(`${href}/`) ? 'page' : undefined}>
        {text}
      </Link>
    </li>
  );
  return (
    <nav className="side-nav" aria-label="Jira settings">
      <h2>Apps</h2>
      <ul>
        {entry(MANAGE_APPS, 'Manage apps')}
        {pages.map(({ tail = '', title }) => entry(adminPath(tail), title))}
      </ul>
    </nav>
  );
}
