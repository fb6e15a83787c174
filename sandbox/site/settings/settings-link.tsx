import { Link } from '../parts/link';
import { useLoaded } from '../use-loaded';
import { administersSite } from './permissions';
import { MANAGE_APPS } from './settings-routing';

/** The way to Jira's settings, for those who administer it. */
export function SettingsLink() {
  const isAdmin = useLoaded(administersSite);
  if (isAdmin.state !== 'ready' || !isAdmin.value) return null;
  return (
    <Link href={MANAGE_APPS} className="menu-button">
      Settings
    </Link>
  );
}
