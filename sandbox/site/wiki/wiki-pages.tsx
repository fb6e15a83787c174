import { useCallback } from 'react';

import { Shown } from '../parts/states';
import { useLoaded } from '../use-loaded';
import { WikiAppPage } from './app-pages';
import { WikiExport } from './export-page';
import { WikiHistory } from './history-page';
import { WikiPageEditor } from './page-editor';
import { WikiPageView } from './page-view';
import { SpaceBin, SpaceHome, SpacesPage } from './space-pages';
import { readPage } from './wiki-client';
import type { WikiRoute } from './wiki-routing';

export type WikiPageName = WikiRoute['page'];

export const WIKI_TITLES: Readonly<Record<WikiPageName, string>> = {
  spaces: 'Spaces',
  space: 'Space',
  bin: 'Archive',
  wikiPage: 'Page',
  wikiEdit: 'Edit',
  wikiHistory: 'History',
  wikiExport: 'Export',
  spaceApp: 'App',
  wikiApp: 'App',
};

/** An export needs the space in its address; an address by id alone finds it. */
function ExportOf({ pageId }: { readonly pageId: string }) {
  const page = useLoaded(useCallback(async () => await readPage(pageId), [pageId]));
  return (
    <Shown loaded={page} what="page">
      {({ space }) => <WikiExport spaceKey={space.key} pageId={pageId} />}
    </Shown>
  );
}

/** The page of Confluence that an address names. */
export function WikiPages({ route }: { readonly route: WikiRoute }) {
  switch (route.page) {
    case 'spaces':
      return <SpacesPage />;
    case 'space':
      return <SpaceHome {...route} />;
    case 'bin':
      return <SpaceBin {...route} />;
    case 'wikiPage':
      return <WikiPageView key={route.pageId} {...route} />;
    case 'wikiEdit':
      return <WikiPageEditor key={route.pageId} {...route} />;
    case 'wikiHistory':
      return <WikiHistory key={route.pageId} {...route} />;
    case 'wikiExport':
      return route.spaceKey === null ? (
        <ExportOf pageId={route.pageId} />
      ) : (
        <WikiExport spaceKey={route.spaceKey} pageId={route.pageId} />
      );
    case 'spaceApp':
      return <WikiAppPage key={route.base} {...route} />;
    case 'wikiApp':
      return <WikiAppPage key={route.base} {...route} spaceKey={null} />;
  }
}
