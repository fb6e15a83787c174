import { useCallback } from 'react';

import { AdfView } from '../parts/adf-view';
import { Link } from '../parts/link';
import { Shown } from '../parts/states';
import { useSearch } from '../routing';
import { useLoaded } from '../use-loaded';
import { readExport } from './wiki-client';
import { exportPath, pagePath } from './wiki-routing';

const NAMES = { pdf: 'PDF', word: 'Word' } as const;

/** What a page's export holds: its document, with what the app's `adfExport` function answered for each macro. */
export function WikiExport({ spaceKey, pageId }: { readonly spaceKey: string; readonly pageId: string }) {
  const type = new URLSearchParams(useSearch()).get('type') === 'word' ? 'word' : 'pdf';
  const shown = useLoaded(useCallback(async () => await readExport(pageId, type), [pageId, type]));
  return (
    <>
      <header className="page-head">
        <div>
          <h1>Export to {NAMES[type]}</h1>
          <p className="muted">A preview: the file would hold this.</p>
        </div>
        <div className="head-actions">
          {(['pdf', 'word'] as const).map((each) => (
            <Link
              key={each}
              className="button"
              href={exportPath(spaceKey, pageId, each)}
              aria-current={each === type ? 'page' : undefined}
            >
              {NAMES[each]}
            </Link>
          ))}
          <Link className="button" href={pagePath(spaceKey, pageId)}>
            Back to the page
          </Link>
        </div>
      </header>
      <Shown loaded={shown} what="page">
        {({ title, body }) => (
          <article className="paper" aria-label="Export" data-type={type}>
            <h2>{title}</h2>
            <AdfView document={body} top={3} empty="This page is empty." />
          </article>
        )}
      </Shown>
    </>
  );
}
