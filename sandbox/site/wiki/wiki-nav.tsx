import { useCallback } from 'react';

import { showFlag } from '../flag-store';
import { Link } from '../parts/link';
import { goTo, usePath } from '../routing';
import { isOpenTo, useSession } from '../session';
import { useLoaded } from '../use-loaded';
import { useWikiChanges } from './wiki-changes';
import { act, readSpace, type SpaceData, type TreeEntry } from './wiki-client';
import { binPath, editPath, pagePath, spaceAppPath } from './wiki-routing';

function Branch({
  space,
  parentId,
  path,
}: {
  readonly space: SpaceData;
  readonly parentId: string | null;
  readonly path: string;
}) {
  const known = new Set(space.tree.map(({ id }) => id));
  const isHere = (entry: TreeEntry) =>
    entry.parentId === parentId ||
    // Below a page that the user may not see, or that is not published.
    (parentId === null && entry.parentId !== null && !known.has(entry.parentId));
  const entries = space.tree.filter(isHere);
  if (entries.length === 0) return null;
  return (
    <ul>
      {entries.map((entry) => {
        const href = pagePath(space.key, entry.id);
        const isCurrent = path === href || path.startsWith(`${href}/`);
        return (
          <li key={entry.id}>
            <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
              {entry.title}
            </Link>
            <Branch space={space} parentId={entry.id} path={path} />
          </li>
        );
      })}
    </ul>
  );
}

function createPage(spaceKey: string, parentId: string | null): void {
  act({ act: 'create', spaceKey, parentId }).then(
    (made) => {
      if (made) goTo(editPath(made.spaceKey, made.id));
    },
    (error: unknown) => {
      showFlag({
        id: 'wiki-create',
        title: 'No page was made',
        description: error instanceof Error ? error.message : String(error),
        type: 'error',
        isBold: false,
        isAutoDismiss: true,
        actions: [],
      });
    },
  );
}

/** The navigation of a space: its pages as a tree, and the pages that apps add. */
export function WikiNav({ spaceKey, pageId }: { readonly spaceKey: string; readonly pageId: string | null }) {
  const { session } = useSession();
  const path = usePath();
  const nav = useLoaded(
    useCallback(async () => await readSpace(spaceKey), [spaceKey]),
    useWikiChanges(),
  );
  // What the viewer may not see has no navigation either; the page says why.
  if (nav.state === 'failed') return null;
  if (nav.state === 'loading') return <nav className="side-nav" aria-label="Space" />;
  const space = nav.value;
  const pages = session.modules.filter((module) => module.place === 'space' && isOpenTo(session, module));
  const isInTree = space.tree.some(({ id }) => id === pageId);
  return (
    <nav className="side-nav" aria-label="Space">
      <p className="project-name">
        <span className="project-mark" aria-hidden="true">
          {space.key.charAt(0)}
        </span>
        <span>
          <strong>{space.name}</strong>
          <br />
          <span className="muted">{space.isPublic ? 'Public space' : 'Space'}</span>
        </span>
      </p>
      {space.canCreate && (
        <button
          type="button"
          className="button nav-button"
          onClick={() => {
            createPage(space.key, isInTree ? pageId : null);
          }}
        >
          Create page
        </button>
      )}
      <h2>Pages</h2>
      <div className="page-tree">
        <Branch space={space} parentId={null} path={path} />
      </div>
      <ul>
        <li>
          <Link href={binPath(space.key)} aria-current={path === binPath(space.key) ? 'page' : undefined}>
            Drafts, archive and trash
          </Link>
        </li>
      </ul>
      {pages.length > 0 && (
        <>
          <h2>Apps</h2>
          <ul>
            {pages.map((module) => {
              const href = spaceAppPath(space.key, module.key);
              const isCurrent = path === href || path.startsWith(`${href}/`);
              return (
                <li key={module.key}>
                  <Link href={href} aria-current={isCurrent ? 'page' : undefined}>
                    {module.title}
                  </Link>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </nav>
  );
}
