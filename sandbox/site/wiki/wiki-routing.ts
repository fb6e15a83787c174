/** Where the address bar points in Confluence. */
export type WikiRoute =
  | { readonly page: 'spaces' }
  | { readonly page: 'space' | 'bin'; readonly spaceKey: string }
  | {
      readonly page: 'wikiPage' | 'wikiEdit' | 'wikiHistory' | 'wikiExport';
      readonly spaceKey: string | null;
      readonly pageId: string;
    }
  | {
      readonly page: 'spaceApp';
      readonly spaceKey: string;
      readonly moduleKey: string;
      readonly base: string;
    }
  | { readonly page: 'wikiApp'; readonly moduleKey: string; readonly base: string };

const SPACE = String.raw`^/wiki/spaces/([A-Za-z0-9]+)`;
const SPACE_ALONE = new RegExp(String.raw`${SPACE}(?:/overview)?/?$`);
const BIN = new RegExp(`${SPACE}/bin/?$`);
const PAGE = new RegExp(String.raw`${SPACE}/pages/(\d+)(?:/[^/]*)?$`);
const EDIT = new RegExp(String.raw`${SPACE}/pages/edit-v2/(\d+)$`);
const HISTORY = new RegExp(String.raw`${SPACE}/history/(\d+)$`);
const EXPORT = new RegExp(String.raw`${SPACE}/export/(\d+)$`);
const SPACE_APP = new RegExp(`(${SPACE}/apps/([A-Za-z0-9_-]+))(/.*)?$`);
const WIKI_APP = /^(\/wiki\/apps\/([A-Za-z0-9_-]+))(\/.*)?$/;
/** Addresses that name a page alone: an app does not know the space. */
const BY_ID = /^\/wiki\/pages\/(edit\/)?(\d+)$/;

/** Reads a path of Confluence; null when it is none. */
export function wikiRouteOf(path: string): WikiRoute | null {
  if (/^\/wiki(\/(home|spaces)?)?\/?$/.test(path)) return { page: 'spaces' };
  for (const [pattern, page] of [
    [PAGE, 'wikiPage'],
    [EDIT, 'wikiEdit'],
    [HISTORY, 'wikiHistory'],
    [EXPORT, 'wikiExport'],
  ] as const) {
    const [, spaceKey, pageId] = pattern.exec(path) ?? [];
    if (spaceKey && pageId) return { page, spaceKey, pageId };
  }
  const [, isEdit, pageId] = BY_ID.exec(path) ?? [];
  if (pageId) return { page: isEdit ? 'wikiEdit' : 'wikiPage', spaceKey: null, pageId };
  const [, base, appSpace, moduleKey] = SPACE_APP.exec(path) ?? [];
  if (base && appSpace && moduleKey) return { page: 'spaceApp', spaceKey: appSpace, moduleKey, base };
  const [, wikiBase, wikiModule] = WIKI_APP.exec(path) ?? [];
  if (wikiBase && wikiModule) return { page: 'wikiApp', moduleKey: wikiModule, base: wikiBase };
  const [, binSpace] = BIN.exec(path) ?? [];
  if (binSpace) return { page: 'bin', spaceKey: binSpace };
  const [, spaceKey] = SPACE_ALONE.exec(path) ?? [];
  return spaceKey ? { page: 'space', spaceKey } : null;
}

export const spacesPath = '/wiki/spaces';
export const spacePath = (spaceKey: string) => `/wiki/spaces/${encodeURIComponent(spaceKey)}`;
export const pagePath = (spaceKey: string, pageId: string) => `${spacePath(spaceKey)}/pages/${pageId}`;
export const editPath = (spaceKey: string, pageId: string) =>
  `${spacePath(spaceKey)}/pages/edit-v2/${pageId}`;
export const historyPath = (spaceKey: string, pageId: string) => `${spacePath(spaceKey)}/history/${pageId}`;
export const exportPath = (spaceKey: string, pageId: string, type: 'pdf' | 'word') =>
  `${spacePath(spaceKey)}/export/${pageId}?type=${type}`;
export const binPath = (spaceKey: string) => `${spacePath(spaceKey)}/bin`;
export const spaceAppPath = (spaceKey: string, moduleKey: string) =>
  `${spacePath(spaceKey)}/apps/${moduleKey}`;
export const wikiAppPath = (moduleKey: string) => `/wiki/apps/${moduleKey}`;
