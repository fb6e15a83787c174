/** Who looks at a page: a user of the product, a guest with an account but no licence, or somebody who is not logged in. */
export type PageViewer =
  | { readonly kind: 'licensed' | 'guest'; readonly accountId: string }
  | { readonly kind: 'anonymous'; readonly accountId: null };

/** A page that the viewer may see. */
export interface SeenPage {
  readonly pageId: string;
  readonly title: string;
  readonly spaceId: string;
  readonly canEdit: boolean;
}

/**
 * Reads a page as the viewer: that it is answered is the proof that they may see it.
 * @throws ReadFailure `not-found` when they may not, or when it is in the trash.
 */
export type ReadPage = (pageId: string) => Promise<SeenPage>;

/** Whether the viewer may edit a page, asked of Confluence by itself: nothing is written without it. */
export type MayEditPage = (pageId: string) => Promise<boolean>;

/** The titles of those pages that the viewer may see. */
export type ReadTitles = (pageIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
