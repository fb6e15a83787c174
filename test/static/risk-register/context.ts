import type { ScreenContext } from '../../../static/ui/bridge';

/** A macro on a page. */
export const CONTEXT: ScreenContext = {
  boardId: null,
  projectId: null,
  surface: 'page',
  locale: 'en-US',
  siteUrl: 'https://acme.atlassian.net',
  macro: { pageId: '65537', spaceId: '98305', localId: 'aaaa', isEditing: false },
};
