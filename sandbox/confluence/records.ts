import type {
  CommentVersion,
  ContentProperty,
  FooterComment,
  Page,
  PageVersion,
  Space,
  WikiCollections,
} from '#sandbox/confluence/model';
import { Groups } from '#sandbox/state/groups';
import { openRecords, type TypedRecords } from '#sandbox/state/records';
import type { Store } from '#sandbox/state/store';

/** The local Confluence's records in memory, written through to the store. */
export type WikiRecords = TypedRecords<WikiCollections>;

/** Ids of pages and comments come from one sequence, as in Confluence: both are content. */
const FIRST_ID = { spaces: 65_601, pages: 131_201, comments: 131_201, properties: 262_401 } as const;

/** Opens the tables; call `load` once the listeners are in place. */
export function createWikiRecords(store: Store): WikiRecords {
  return openRecords<WikiCollections>(store, {
    prefix: 'confluence',
    names: ['spaces', 'pages', 'pageVersions', 'comments', 'commentVersions', 'properties'],
    idOf: ({ id }) => id,
    firstId: (name) => (name in FIRST_ID ? FIRST_ID[name as keyof typeof FIRST_ID] : 1),
  });
}

/** The next free id of a page or comment. */
export function nextContentId(records: WikiRecords): string {
  return String(Math.max(records.nextId('pages'), records.nextId('comments')));
}

/** What the acts and the REST layer look up often. */
export interface WikiIndexes {
  spaceByKey(key: string): Space | undefined;
  pagesOfSpace(spaceId: string): readonly Page[];
  /** Pages below a page, of every status, in their order. */
  childrenOf(pageId: string): readonly Page[];
  /** Oldest first. */
  versionsOf(pageId: string): readonly PageVersion[];
  /** Oldest first. */
  commentsOf(pageId: string): readonly FooterComment[];
  commentVersionsOf(commentId: string): readonly CommentVersion[];
  propertiesOf(pageId: string): readonly ContentProperty[];
}

/** Groups a collection by one of its fields, and follows every change. */
function groupBy<Name extends keyof WikiCollections>(
  records: WikiRecords,
  name: Name,
  keyOf: (record: WikiCollections[Name]) => string | null,
) {
  const groups = new Groups<string, WikiCollections[Name]>();
  records.listen(name, (now, before) => {
    const [old, key] = [before && keyOf(before), now && keyOf(now)];
    if (before && old !== key && typeof old === 'string') groups.delete(old, before.id);
    if (now && typeof key === 'string') groups.set(key, now.id, now);
  });
  return (key: string) => groups.of(key);
}

/** Keeps the lookups up to date; make it before the records are loaded. */
export function createWikiIndexes(records: WikiRecords): WikiIndexes {
  const spacesByKey = groupBy(records, 'spaces', ({ key }) => key.toUpperCase());
  const children = groupBy(records, 'pages', ({ parentId }) => parentId);
  return {
    spaceByKey: (key) => spacesByKey(key.toUpperCase())[0],
    pagesOfSpace: groupBy(records, 'pages', ({ spaceId }) => spaceId),
    childrenOf: (pageId) => [...children(pageId)].sort((a, b) => a.position - b.position),
    versionsOf: groupBy(records, 'pageVersions', ({ pageId }) => pageId),
    commentsOf: groupBy(records, 'comments', ({ pageId }) => pageId),
    commentVersionsOf: groupBy(records, 'commentVersions', ({ commentId }) => commentId),
    propertiesOf: groupBy(records, 'properties', ({ pageId }) => pageId),
  };
}
