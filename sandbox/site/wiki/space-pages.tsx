import { useCallback, useEffect } from 'react';

import { Link } from '../parts/link';
import { Shown } from '../parts/states';
import { goTo } from '../routing';
import { useLoaded } from '../use-loaded';
import { useWikiChanges } from './wiki-changes';
import { readSpace, readSpaces, type TreeEntry } from './wiki-client';
import { editPath, pagePath, spacePath } from './wiki-routing';

/** The spaces that the user may see. */
export function SpacesPage() {
  const spaces = useLoaded(readSpaces);
  return (
    <>
      <header className="page-head">
        <h1>Spaces</h1>
      </header>
      <Shown loaded={spaces} what="list of spaces">
        {(list) =>
          list.length === 0 ? (
            <p>You don’t have access to any space. Switch to another user at the top right.</p>
          ) : (
            <ul className="space-list">
              {list.map((space) => (
                <li key={space.id}>
                  <Link href={spacePath(space.key)}>{space.name}</Link>{' '}
                  <span className="muted">{space.key}</span>
                  {space.isPublic && <span className="lozenge">Public</span>}
                  <p className="muted">{space.description}</p>
                </li>
              ))}
            </ul>
          )
        }
      </Shown>
    </>
  );
}

/** A space's address alone leads to its home page, as in Confluence. */
export function SpaceHome({ spaceKey }: { readonly spaceKey: string }) {
  const space = useLoaded(useCallback(async () => await readSpace(spaceKey), [spaceKey]));
  const home = space.state === 'ready' ? space.value.homepageId : null;
  useEffect(() => {
    if (home !== null) goTo(pagePath(spaceKey, home), 'replace');
  }, [home, spaceKey]);
  return (
    <Shown loaded={space} what="space">
      {({ homepageId, name }) => (homepageId === null ? <p>{name} has no home page.</p> : null)}
    </Shown>
  );
}

function Pile({
  title,
  empty,
  entries,
  hrefOf,
}: {
  readonly title: string;
  readonly empty: string;
  readonly entries: readonly TreeEntry[];
  readonly hrefOf: (id: string) => string;
}) {
  return (
    <section aria-label={title} className="pile">
      <h2>{title}</h2>
      {entries.length === 0 && <p className="muted">{empty}</p>}
      <ul>
        {entries.map(({ id, title: name }) => (
          <li key={id}>
            <Link href={hrefOf(id)}>{name || 'Untitled'}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is in no page tree: drafts, the archive and the trash. */
export function SpaceBin({ spaceKey }: { readonly spaceKey: string }) {
  const space = useLoaded(
    useCallback(async () => await readSpace(spaceKey), [spaceKey]),
    useWikiChanges(),
  );
  return (
    <Shown loaded={space} what="space">
      {({ drafts, archived, trashed }) => (
        <>
          <header className="page-head">
            <h1>Drafts, archive and trash</h1>
          </header>
          <Pile
            title="Your drafts"
            empty="You have no draft here."
            entries={drafts}
            hrefOf={(id) => editPath(spaceKey, id)}
          />
          <Pile
            title="Archive"
            empty="No page is in the archive."
            entries={archived}
            hrefOf={(id) => pagePath(spaceKey, id)}
          />
          <Pile
            title="Trash"
            empty="No page that you could restore is in the trash."
            entries={trashed}
            hrefOf={(id) => pagePath(spaceKey, id)}
          />
        </>
      )}
    </Shown>
  );
}
