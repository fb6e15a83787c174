import type { WikiAct } from '#sandbox/api/wiki/acts';
import type { HistoryData, PageData, ShownSpace, SpaceData, TreeEntry } from '#sandbox/api/wiki/read';

import { getJson, sendJson } from '../http';
import type { AdfNode } from '../parts/adf-view';
import { wikiChanged } from './wiki-changes';

export type { HistoryData, PageData, ShownSpace, SpaceData, TreeEntry };

const API = '/sandbox/api/wiki';
const REST = '/wiki/api/v2';

export interface Person {
  readonly accountId: string;
  readonly displayName: string;
}

export type WikiDocument = AdfNode & { readonly version?: number };

export const readSpaces = async () => (await getJson(`${API}/spaces`)) as readonly ShownSpace[];
export const readSpace = async (key: string) =>
  (await getJson(`${API}/space?key=${encodeURIComponent(key)}`)) as SpaceData;
export const readPage = async (id: string) => (await getJson(`${API}/page?id=${id}`)) as PageData;
export const readHistory = async (id: string) => (await getJson(`${API}/history?id=${id}`)) as HistoryData;
export const readPeople = async () => (await getJson(`${API}/people`)) as readonly Person[];

export interface Shown {
  readonly title: string;
  readonly body: WikiDocument;
}

export const readVersion = async (id: string, number: number) =>
  (await getJson(`${API}/version?id=${id}&number=${number}`)) as Shown;
export const readExport = async (id: string, type: 'pdf' | 'word') =>
  (await getJson(`${API}/export?id=${id}&type=${type}`)) as Shown;

/** Does something to a page; answers where the page is that came of it, null when it is gone. @throws HttpError */
export async function act(what: WikiAct) {
  const made = await sendJson('POST', `${API}/act`, what);
  // The draft of a published page is in no list.
  if (what.act !== 'saveDraft') wikiChanged();
  return made as { readonly id: string; readonly spaceKey: string } | null;
}

const bodyOf = (document: WikiDocument) => ({
  representation: 'atlas_doc_format',
  value: JSON.stringify(document),
});

/** Publishes by REST, as an editor does: a number that is not the next one is a conflict. @throws HttpError 409 */
export async function publish(
  id: string,
  page: {
    readonly title: string;
    readonly body: WikiDocument;
    readonly number: number;
    readonly message: string;
  },
): Promise<void> {
  await sendJson('PUT', `${REST}/pages/${id}`, {
    id,
    status: 'current',
    title: page.title,
    body: bodyOf(page.body),
    version: { number: page.number, message: page.message },
  });
  wikiChanged();
}

/** Comments on a page, or answers a comment. @throws HttpError */
export async function comment(
  to: { readonly pageId: string } | { readonly parentCommentId: string },
  body: WikiDocument,
): Promise<void> {
  await sendJson('POST', `${REST}/footer-comments`, { ...to, body: bodyOf(body) });
}

export const deleteComment = async (id: string): Promise<void> => {
  await sendJson('DELETE', `${REST}/footer-comments/${id}`);
};
