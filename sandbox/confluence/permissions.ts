import type { Audience, FooterComment, Holder, Page, Space, SpaceOperation } from '#sandbox/confluence/model';
import type { WikiSite } from '#sandbox/confluence/site';
import { GROUP } from '#sandbox/jira/ids';
import type { AccountId } from '#sandbox/jira/permissions';

/** What one account may see and do in Confluence. */
export interface WikiViewer {
  /** The user; null is the app itself, undefined is nobody who is logged in. */
  readonly accountId: AccountId;
  readonly isAdmin: boolean;
  can(operation: SpaceOperation, space: Space): boolean;
  /** Space permission, the view restrictions of the page and of all above it, and its status. */
  canView(page: Page): boolean;
  canEdit(page: Page): boolean;
  canDelete(page: Page): boolean;
  /** Own comments need no permission but that to comment. */
  canChange(comment: FooterComment, verb: 'edit' | 'delete'): boolean;
}

function isAmong(site: WikiSite, accountId: string, audience: Audience): boolean {
  return (
    audience.accountIds.includes(accountId) ||
    audience.groupIds.some((id) => site.people.get('groups', id)?.accountIds.includes(accountId) === true)
  );
}

function isHolder(site: WikiSite, accountId: string | undefined, holder: Holder): boolean {
  // What is open to everybody on the web is open to users as well.
  if (holder.type === 'anonymous') return true;
  if (accountId === undefined) return false;
  if (holder.type === 'user') return holder.accountId === accountId;
  return site.people.get('groups', holder.groupId)?.accountIds.includes(accountId) === true;
}

/** A page and all above it, itself first. */
export function lineOf(site: WikiSite, page: Page): Page[] {
  const line = [page];
  for (let above = page.parentId; above !== null;) {
    const parent = site.get('pages', above);
    if (!parent || line.includes(parent)) break;
    line.push(parent);
    above = parent.parentId;
  }
  return line;
}

/** The app's own account: every space, and no page that is restricted, since nobody put the app on the list. */
const APP_OPERATIONS = new Set<SpaceOperation>([
  'read space',
  'create page',
  'create comment',
  'delete page',
]);

/** Makes the viewer for an account. An unknown or inactive account counts as nobody. */
export function createWikiViewer(site: WikiSite, asked: AccountId): WikiViewer {
  const user = typeof asked === 'string' ? site.people.get('users', asked) : undefined;
  const accountId = asked === null ? null : user?.active === true ? user.accountId : undefined;
  const account = accountId ?? undefined;
  const isAdmin =
    account !== undefined &&
    site.people.get('groups', GROUP.siteAdmins)?.accountIds.includes(account) === true;

  const can = (operation: SpaceOperation, space: Space): boolean => {
    if (accountId === null) return APP_OPERATIONS.has(operation);
    return space.grants.some(
      (grant) => grant.operation === operation && isHolder(site, account, grant.holder),
    );
  };
  const passes = (audience: Audience | null) =>
    audience === null || (account !== undefined && isAmong(site, account, audience));
  const isOpen = (page: Page) => lineOf(site, page).every(({ readers }) => passes(readers));

  const canView = (page: Page): boolean => {
    const space = site.get('spaces', page.spaceId);
    if (!space || !can('read space', space) || !isOpen(page)) return false;
    if (page.status === 'draft') return accountId === page.authorId;
    if (page.status === 'trashed') return can('delete page', space);
    return true;
  };
  const canEdit = (page: Page): boolean => {
    const space = site.get('spaces', page.spaceId);
    if (!space || space.status !== 'current' || !canView(page)) return false;
    return can('create page', space) && passes(page.editors);
  };
  return {
    accountId,
    isAdmin,
    can,
    canView,
    canEdit,
    canDelete(page) {
      const space = site.get('spaces', page.spaceId);
      if (page.status === 'draft') return canEdit(page);
      return space !== undefined && canEdit(page) && can('delete page', space);
    },
    canChange(comment, verb) {
      const page = site.get('pages', comment.pageId);
      const space = page && site.get('spaces', page.spaceId);
      if (!page || !space || !canView(page)) return false;
      const isOwn = (accountId ?? 'app') === comment.authorId && accountId !== undefined;
      if (isOwn) return can('create comment', space);
      return verb === 'delete' && can('delete comment', space);
    },
  };
}
