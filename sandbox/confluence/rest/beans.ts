import type { FooterComment, Page, PageVersion, Space } from '#sandbox/confluence/model';
import type { WikiCall } from '#sandbox/confluence/rest/endpoint';
import { bodyBean } from '#sandbox/confluence/rest/documents';

export const isoDate = (instant: number) => new Date(instant).toISOString();

const slug = (title: string) => encodeURIComponent(title.replaceAll(/\s+/g, '+')).replaceAll('%2B', '+');

/** The address of a page below Confluence's own. */
export const pagePath = (spaceKey: string, page: { readonly id: string; readonly title: string }) =>
  `/spaces/${spaceKey}/pages/${page.id}/${slug(page.title)}`;

/** A version of a page or comment, as it stands in lists and pages. */
export function versionBean(
  version: Pick<PageVersion, 'number' | 'authorId' | 'createdAt'> & Partial<PageVersion>,
) {
  return {
    number: version.number,
    message: version.message ?? '',
    minorEdit: version.minorEdit ?? false,
    authorId: version.authorId,
    createdAt: isoDate(version.createdAt),
  };
}

/** The published version that a page is at; a draft is its own first version. */
export function currentVersion(call: Pick<WikiCall, 'site'>, page: Page) {
  const published = call.site.get('pageVersions', `${page.id}:${page.version}`);
  return versionBean(
    published ?? { number: page.version, authorId: page.authorId, createdAt: page.createdAt },
  );
}

/** A page of version 2, alone or in a list. `shown` is another state of it: an old version, or the draft. */
export function pageBean(call: WikiCall, page: Page, shown: Pick<Page, 'title' | 'body'> = page) {
  const space = call.site.get('spaces', page.spaceId);
  const key = space?.key ?? '';
  const edit = `/spaces/${key}/pages/edit-v2/${page.id}`;
  return {
    id: page.id,
    status: page.status,
    title: shown.title,
    spaceId: page.spaceId,
    parentId: page.parentId,
    parentType: page.parentId === null ? null : 'page',
    position: page.position,
    authorId: page.authorId,
    ownerId: page.ownerId,
    lastOwnerId: null,
    createdAt: isoDate(page.createdAt),
    version: currentVersion(call, page),
    body: bodyBean(call, shown.body),
    _links: {
      editui: edit,
      edituiv2: edit,
      webui: pagePath(key, page),
      tinyui: `/x/${Number(page.id).toString(36)}`,
    },
  };
}

/** A space of version 2. */
export function spaceBean(call: WikiCall, space: Space) {
  const isWithDescription = call.query.get('description-format') === 'plain';
  return {
    id: space.id,
    key: space.key,
    name: space.name,
    type: space.type,
    status: space.status,
    authorId: space.authorId,
    spaceOwnerId: space.authorId,
    currentActiveAlias: space.key,
    createdAt: isoDate(space.createdAt),
    homepageId: space.homepageId ?? '',
    description: isWithDescription ? { plain: { representation: 'plain', value: space.description } } : null,
    icon: null,
    _links: { webui: `/spaces/${space.key}` },
  };
}

/** A footer comment of version 2. */
export function commentBean(call: WikiCall, comment: FooterComment, body = comment.body) {
  const page = call.site.get('pages', comment.pageId);
  const space = page && call.site.get('spaces', page.spaceId);
  const state = call.site.get('commentVersions', `${comment.id}:${comment.version}`);
  const webui =
    page && space ? `${pagePath(space.key, page)}?focusedCommentId=${comment.id}` : `/comments/${comment.id}`;
  return {
    id: comment.id,
    status: 'current',
    title: `Re: ${page?.title ?? ''}`,
    pageId: comment.pageId,
    ...(comment.parentId !== null && { parentCommentId: comment.parentId }),
    version: versionBean(
      state ?? { number: comment.version, authorId: comment.authorId, createdAt: comment.createdAt },
    ),
    body: bodyBean(call, body),
    _links: { webui },
  };
}
