import { useCallback, useReducer, useState } from 'react';

import { AdfView } from '../parts/adf-view';
import { inWords } from '../parts/in-words';
import { Link } from '../parts/link';
import { Shown } from '../parts/states';
import { useLoaded } from '../use-loaded';
import { Crumbs } from './page-view';
import { act, type HistoryData, readHistory, readVersion } from './wiki-client';
import { pagePath } from './wiki-routing';

function OldVersion({ pageId, number }: { readonly pageId: string; readonly number: number }) {
  const version = useLoaded(useCallback(async () => await readVersion(pageId, number), [pageId, number]));
  return (
    <section className="paper" aria-label={`Version ${number}`}>
      <Shown loaded={version} what="version">
        {({ title, body }) => (
          <>
            <h2>{title}</h2>
            <AdfView document={body} top={3} empty="This version is empty." />
          </>
        )}
      </Shown>
    </section>
  );
}

function Versions({ data, onChanged }: { readonly data: HistoryData; readonly onChanged: () => void }) {
  const { page, versions } = data;
  const [shown, setShown] = useState<number | null>(null);
  return (
    <>
      <Crumbs page={page} />
      <header className="page-head">
        <h1>Version history</h1>
        <Link className="button" href={pagePath(page.space.key, page.id)}>
          Back to the page
        </Link>
      </header>
      <table className="projects">
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">When</th>
            <th scope="col">By</th>
            <th scope="col">Note</th>
            <th scope="col">
              <span className="muted">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ number, author, createdAt, message }) => (
            <tr key={number}>
              <td>{number}</td>
              <td>{inWords(new Date(createdAt).toISOString())}</td>
              <td>{author.displayName}</td>
              <td>{message}</td>
              <td>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    setShown(number);
                  }}
                >
                  View version {number}
                </button>{' '}
                {page.can.edit && number !== page.version && (
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => {
                      act({ act: 'restoreVersion', pageId: page.id, number }).then(onChanged, onChanged);
                    }}
                  >
                    Restore version {number}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown !== null && <OldVersion key={shown} pageId={page.id} number={shown} />}
    </>
  );
}

/** The versions of a page, each of which can be looked at and restored. */
export function WikiHistory({ pageId }: { readonly pageId: string }) {
  const [version, refresh] = useReducer((count: number) => count + 1, 0);
  const history = useLoaded(
    useCallback(async () => await readHistory(pageId), [pageId]),
    version,
  );
  return (
    <Shown loaded={history} what="page">
      {(data) => <Versions data={data} onChanged={refresh} />}
    </Shown>
  );
}
