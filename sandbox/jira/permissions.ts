import { GROUP } from '#sandbox/jira/ids';
import type { Holder, Issue, Project } from '#sandbox/jira/model';
import { permissionKey } from '#sandbox/jira/permission-keys';
import type { JiraSite } from '#sandbox/jira/site.types';

/** Whose eyes: a user, the app itself (null), or nobody (undefined). */
export type AccountId = string | null | undefined;

/** What one account may see and do, remembered for the length of a request: take a new one after a change. */
export interface Viewer {
  readonly accountId: AccountId;
  /** A project permission, for a whole project or one issue of it. */
  can(permission: string, project: Project, issue?: Issue): boolean;
  canGlobally(permission: string): boolean;
  /** Browse permission of its project, and its security level. */
  canSee(issue: Issue): boolean;
  /** The projects it may browse, in the order of their creation. */
  projects(): readonly Project[];
}

/** Holders that depend on the issue; the rest can be answered once for a project. */
const BY_ISSUE = new Set<Holder['type']>(['reporter', 'assignee']);

function isHolder(
  site: JiraSite,
  accountId: string | undefined,
  holder: Holder,
  project: Project,
  issue?: Issue,
): boolean {
  if (holder.type === 'anyone') return true;
  if (accountId === undefined) return false;
  const inGroup = (groupId: string) => site.get('groups', groupId)?.accountIds.includes(accountId) === true;
  switch (holder.type) {
    case 'applicationRole':
      return true;
    case 'user':
      return holder.value === accountId;
    case 'group':
      return inGroup(holder.value ?? '');
    case 'projectLead':
      return project.leadAccountId === accountId;
    case 'projectRole': {
      const role = project.roleMembers[holder.value ?? ''];
      return role !== undefined && (role.accountIds.includes(accountId) || role.groupIds.some(inGroup));
    }
    case 'reporter':
      return issue?.reporter === accountId;
    case 'assignee':
      return issue?.assignee === accountId;
  }
}

/** The app: every project permission, no global administration, and no way around an issue's security level. */
function appViewer(site: JiraSite): Viewer {
  const isOpen = (levelId: string) =>
    site.get('securityLevels', levelId)?.holders.some(({ type }) => type === 'anyone') === true;
  return {
    accountId: null,
    can: (permission) => permissionKey(permission)?.type === 'PROJECT',
    canGlobally: (permission) => permission === 'USER_PICKER',
    canSee: (issue) => issue.securityLevelId === null || isOpen(issue.securityLevelId),
    projects: () => [...site.all('projects')],
  };
}

/** Makes the viewer for an account. An unknown or inactive account counts as nobody, and nobody sees nothing. */
export function createViewer(site: JiraSite, accountId: AccountId): Viewer {
  if (accountId === null) return appViewer(site);
  const user = accountId === undefined ? undefined : site.get('users', accountId);
  const account = user?.active === true ? user.accountId : undefined;
  const isAdmin =
    account !== undefined && site.get('groups', GROUP.siteAdmins)?.accountIds.includes(account) === true;
  const known = new Map<string, { always: boolean; byIssue: readonly Holder[] }>();

  /** Who holds a permission in a project, as far as it does not depend on the issue. */
  const ruleOf = (permission: string, project: Project) => {
    const key = `${permission} ${project.id}`;
    const remembered = known.get(key);
    if (remembered) return remembered;
    const holders = (site.get('permissionSchemes', project.permissionSchemeId)?.grants ?? [])
      .filter((grant) => grant.permission === permission)
      .map(({ holder }) => holder);
    const rule = {
      always: account !== undefined && holders.some((holder) => isHolder(site, account, holder, project)),
      byIssue: holders.filter(({ type }) => BY_ISSUE.has(type)),
    };
    known.set(key, rule);
    return rule;
  };
  const granted = (permission: string, project: Project, issue?: Issue): boolean => {
    if (account === undefined) return false;
    if (permission === 'ADMINISTER_PROJECTS' && isAdmin) return true;
    const rule = ruleOf(permission, project);
    return rule.always || rule.byIssue.some((holder) => isHolder(site, account, holder, project, issue));
  };
  const passesSecurity = (issue: Issue, project: Project) => {
    if (issue.securityLevelId === null) return true;
    const holders = site.get('securityLevels', issue.securityLevelId)?.holders ?? [];
    return holders.some((holder) => isHolder(site, account, holder, project, issue));
  };
  const canSee = (issue: Issue) => {
    const project = site.get('projects', issue.projectId);
    return (
      project !== undefined && granted('BROWSE_PROJECTS', project, issue) && passesSecurity(issue, project)
    );
  };
  return {
    accountId: account,
    can(permission, project, issue) {
      if (!granted(permission, project, issue)) return false;
      return issue === undefined || passesSecurity(issue, project);
    },
    canGlobally(permission) {
      if (account === undefined || permissionKey(permission)?.type !== 'GLOBAL') return false;
      return permission === 'ADMINISTER' ? isAdmin : true;
    },
    canSee,
    projects: () => [...site.all('projects')].filter((project) => granted('BROWSE_PROJECTS', project)),
  };
}

/** One question without a viewer at hand: may this account do it in this project, or on this issue? */
export function can(
  site: JiraSite,
  accountId: AccountId,
  permission: string,
  where: { project: Project } | { issue: Issue } | 'globally',
): boolean {
  const viewer = createViewer(site, accountId);
  if (where === 'globally') return viewer.canGlobally(permission);
  if ('project' in where) return viewer.can(permission, where.project);
  const project = site.get('projects', where.issue.projectId);
  return project !== undefined && viewer.can(permission, project, where.issue);
}
