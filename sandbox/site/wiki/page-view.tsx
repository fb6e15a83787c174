import { useCallback, useReducer } from 'react';

import { AdfView, MacroContext, type AdfNode } from '../parts/adf-view';
import { Avatar } from '../parts/avatar';
import { inWords } from '../parts/in-words';
import { Link } from '../parts/link';
import { Shown } from '../parts/states';
import { useLoaded } from '../use-loaded';
import { goTo } from '../routing';
import { act, type PageData, readPage } from './wiki-client';
import { Comments } from './comments';
import { MacroFrame } from './macro-frame';
import { PageActions } from './page-actions';
import { editPath, pagePath, spacePath } from './wiki-routing';

/** Where a page is: its space and the pages above it. */
export function Crumbs({ page }: { readonly page: PageData }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="crumbs">
        <li>
          <Link href={spacePath(page.space.key)}>{page.space.name}</Link>
        </li>
        {page.ancestors.map(({ id, title }) => (
          <li key={id}>
            <Link href={pagePath(page.space.key, id)}>{title}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

const instant = (milliseconds: number) => inWords(new Date(milliseconds).toISOString());

function Byline({ page }: { readonly page: PageData }) {
  return (
    <p className="byline">
      <Avatar person={page.author} label="Author" /> By {page.author.displayName}
      <span className="muted">
        {' · '}version {page.version} by {page.changedBy.displayName}, {instant(page.changedAt)}
      </span>
      {page.readers && <span className="lozenge">Restricted</span>}
      {page.draft && <span className="lozenge">Unpublished changes</span>}
    </p>
  );
}

const STATES: Readonly<Record<string, string>> = {
  draft: 'This page is a draft: only you can see it.',
  archived: 'This page is in the archive. It can be read, not edited.',
  trashed: 'This page is in the trash.',
};

function Banner({ page, onChanged }: { readonly page: PageData; readonly onChanged: () => void }) {
  const words = STATES[page.status];
  if (!words) return null;
  const doIt = (what: 'restore' | 'unarchive') => () => {
    act({ act: what, pageId: page.id }).then(onChanged, onChanged);
  };
  return (
    <div className="banner" role="status">
      <p>{words}</p>
      {page.status === 'trashed' && page.can.delete && (
        <button type="button" className="button" onClick={doIt('restore')}>
          Restore
        </button>
      )}
      {page.status === 'archived' && page.can.archive && (
        <button type="button" className="button" onClick={doIt('unarchive')}>
          Restore from the archive
        </button>
      )}
    </div>
  );
}

function View({ page, onChanged }: { readonly page: PageData; readonly onChanged: () => void }) {
  const show = useCallback(
    (node: AdfNode) => <MacroFrame key={`${page.id} ${page.version}`} node={node} pageId={page.id} />,
    [page.id, page.version],
  );
  return (
    <article className="wiki-page">
      <Crumbs page={page} />
      <header className="page-head">
        <h1>{page.title || 'Untitled'}</h1>
        <div className="head-actions">
          {page.can.edit && (
            <button
              type="button"
              className="button"
              data-primary
              onClick={() => {
                goTo(editPath(page.space.key, page.id));
              }}
            >
              Edit
            </button>
          )}
          <PageActions page={page} onChanged={onChanged} />
        </div>
      </header>
      <Byline page={page} />
      <Banner page={page} onChanged={onChanged} />
      <MacroContext.Provider value={show}>
        <AdfView document={page.body} top={2} empty="This page is empty." />
      </MacroContext.Provider>
      {page.status === 'current' && <Comments page={page} onChanged={onChanged} />}
    </article>
  );
}

/** A page of Confluence with its macros and comments. */
export function WikiPageView({ pageId }: { readonly pageId: string }) {
  const [version, refresh] = useReducer((count: number) => count + 1, 0);
  const page = useLoaded(
    useCallback(async () => await readPage(pageId), [pageId]),
    version,
  );
  return (
    <Shown loaded={page} what="page">
      {(value) => <View page={value} onChanged={refresh} />}
    </Shown>
  );
}
