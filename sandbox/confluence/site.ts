import type { Clock } from '#sandbox/clock';
import { demand, type WikiDesk } from '#sandbox/confluence/acts/desk';
import {
  createPage,
  discardDraft,
  editPage,
  publishPage,
  restoreVersion,
  restrictPage,
  saveDraft,
} from '#sandbox/confluence/acts/pages';
import {
  addComment,
  addProperty,
  deleteComment,
  deleteProperty,
  editComment,
  editProperty,
} from '#sandbox/confluence/acts/remarks';
import {
  archivePage,
  copyPage,
  movePage,
  purgePage,
  restorePage,
  trashPage,
  unarchivePage,
} from '#sandbox/confluence/acts/tree';
import { createSpace } from '#sandbox/confluence/acts/spaces';
import type { WikiCollections } from '#sandbox/confluence/model';
import { createWikiIndexes, createWikiRecords } from '#sandbox/confluence/records';
import type { JiraSite } from '#sandbox/jira/site.types';
import type { Store } from '#sandbox/state/store';

function bindActs(desk: WikiDesk) {
  const whole =
    <Arguments extends unknown[], Result>(act: (desk: WikiDesk, ...rest: Arguments) => Result) =>
    (...rest: Arguments): Result =>
      desk.records.batch(() => act(desk, ...rest));
  return {
    createSpace: whole(createSpace),
    createPage: whole(createPage),
    saveDraft: whole(saveDraft),
    discardDraft: whole(discardDraft),
    publishPage: whole(publishPage),
    editPage: whole(editPage),
    restoreVersion: whole(restoreVersion),
    restrictPage: whole(restrictPage),
    copyPage: whole(copyPage),
    movePage: whole(movePage),
    archivePage: whole(archivePage),
    unarchivePage: whole(unarchivePage),
    trashPage: whole(trashPage),
    restorePage: whole(restorePage),
    purgePage: whole(purgePage),
    addComment: whole(addComment),
    editComment: whole(editComment),
    deleteComment: whole(deleteComment),
    addProperty: whole(addProperty),
    editProperty: whole(editProperty),
    deleteProperty: whole(deleteProperty),
  };
}

/**
 * Opens the local Confluence on the store of the site; its people and groups are Jira's. Each act is one write to the disk;
 * `batch` makes many acts one. When an act throws, nothing of it remains. The acts throw SiteError when the records do not
 * allow them; nothing here checks permissions, the REST layer does.
 */
export function createWikiSite(store: Store, clock: Clock, jira: Pick<JiraSite, 'get' | 'all'>) {
  const records = createWikiRecords(store);
  const indexes = createWikiIndexes(records);
  const desk: WikiDesk = { records, indexes, clock };
  records.load();
  return {
    clock,
    /** Jira's people and groups. */
    people: jira,
    all: <Name extends keyof WikiCollections>(name: Name) => records.all(name),
    get: <Name extends keyof WikiCollections>(name: Name, id: string) => records.get(name, id),
    /** @throws SiteError when there is none. */
    space: (id: string) => demand(desk, 'spaces', id),
    ...indexes,
    ...bindActs(desk),
    /** Runs many acts as one write to the disk. */
    batch: <Result>(work: () => Result): Result => records.batch(work),
  };
}

/** The local Confluence without REST: records, and the acts that change them. */
export type WikiSite = ReturnType<typeof createWikiSite>;
