import type { Adf } from '#sandbox/jira/model';

/** The records of the local Confluence, as they are stored. People and groups are Jira's. Instants are epoch milliseconds. */

/** Who holds a permission in a space. */
export type Holder =
  | { readonly type: 'user'; readonly accountId: string }
  | { readonly type: 'group'; readonly groupId: string }
  | { readonly type: 'anonymous' };

/** What a space permission allows, in Confluence's own words: `create page` covers editing as well. */
export type SpaceOperation =
  | 'read space'
  | 'create page'
  | 'delete page'
  | 'archive page'
  | 'create comment'
  | 'delete comment'
  | 'restrict_content space'
  | 'administer space';

export interface Space {
  id: string;
  key: string;
  name: string;
  description: string;
  type: 'global' | 'personal';
  status: 'current' | 'archived';
  authorId: string;
  createdAt: number;
  homepageId: string | null;
  grants: { operation: SpaceOperation; holder: Holder }[];
}

/** Who may do something on a page. A page without such a list is open to all who may use the space. */
export interface Audience {
  accountIds: string[];
  groupIds: string[];
}

/** What is written but not published yet. A page has one, shared by all who edit it. */
export interface Draft {
  title: string;
  body: Adf;
  authorId: string;
  updatedAt: number;
  /** The version that it started from. */
  basedOn: number;
}

export type PageStatus = 'draft' | 'current' | 'archived' | 'trashed';

export interface Page {
  id: string;
  spaceId: string;
  title: string;
  parentId: string | null;
  /** Its place among the pages of the same parent; smaller is higher. */
  position: number;
  status: PageStatus;
  authorId: string;
  ownerId: string;
  createdAt: number;
  /** What is published; of a page that never was, the draft itself. */
  body: Adf;
  version: number;
  /** Unpublished changes to a page that has been published. */
  draft: Draft | null;
  readers: Audience | null;
  editors: Audience | null;
  copiedFrom: string | null;
}

/** One published state of a page. */
export interface PageVersion {
  /** `<page>:<number>`. */
  id: string;
  pageId: string;
  number: number;
  title: string;
  body: Adf;
  authorId: string;
  createdAt: number;
  message: string;
  minorEdit: boolean;
}

export interface FooterComment {
  id: string;
  pageId: string;
  /** The comment that it answers. */
  parentId: string | null;
  authorId: string;
  createdAt: number;
  body: Adf;
  version: number;
}

/** One state of a comment. */
export interface CommentVersion {
  /** `<comment>:<number>`. */
  id: string;
  commentId: string;
  number: number;
  body: Adf;
  authorId: string;
  createdAt: number;
}

/** A value that apps keep on a page; whoever may edit the page may change it. */
export interface ContentProperty {
  id: string;
  pageId: string;
  key: string;
  value: unknown;
  version: number;
  authorId: string;
  createdAt: number;
  message: string;
}

/** Every collection of the local Confluence. */
export interface WikiCollections {
  spaces: Space;
  pages: Page;
  pageVersions: PageVersion;
  comments: FooterComment;
  commentVersions: CommentVersion;
  properties: ContentProperty;
}
