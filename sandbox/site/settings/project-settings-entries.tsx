import { useCallback } from 'react';

import { Link } from '../parts/link';
import { usePath } from '../routing';
import { useSession } from '../session';
import { useLoaded } from '../use-loaded';
import { holds } from './permissions';
import { projectSettingsPath } from './settings-routing';

/** What apps add to a project's settings, for those who administer the project. */
export function ProjectSettingsEntries({
  project,
}: {
  readonly project: { readonly id: string; readonly key: string; readonly style: string };
}) {
  const { session } = useSession();
  const path = usePath();
  const pages = session.modules.filter(({ place }) => place === 'projectSettings');
  const isAdmin = useLoaded(
    useCallback(async () => await holds('ADMINISTER_PROJECTS', project.id), [project.id]),
  );
  if (pages.length === 0 || isAdmin.state !== 'ready' || !isAdmin.value) return null;
  return (
    <>
      <h2>Project settings</h2>
      <ul>
        {pages.map(({ key, tail = '', title }) => {
          const href = projectSettingsPath(project, tail);
          const isCurrent = path === href || path.startsWith(`${href}/`);
          return (
            <li key={key}>
              <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
                {title}
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}
