/** Where the address bar points in the pages of settings. */
export type SettingsRoute =
  | { readonly page: 'manageApps' }
  | { readonly page: 'adminApp'; readonly tail: string; readonly base: string }
  | {
      readonly page: 'projectSettings';
      readonly projectKey: string;
      readonly tail: string;
      readonly base: string;
    };

const APP = String.raw`apps/(?:configure/|get-started/)?[0-9a-f-]{36}/[0-9a-f-]{36}`;
const ADMIN = new RegExp(`^(/jira/settings/(${APP}))(/.*)?$`);
const PROJECT = new RegExp(`^(/jira/software/(?:c/)?projects/([A-Za-z0-9_]+)/settings/(${APP}))(/.*)?$`);

/** Where Jira lists the apps of the site. */
export const MANAGE_APPS = '/plugins/servlet/upm';

/**
 * Reads a path of Jira's settings; null when it is none.
 * @see https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-admin-page/
 */
export function settingsRouteOf(path: string): SettingsRoute | null {
  if (path === MANAGE_APPS || path === '/jira/settings' || path === '/jira/settings/apps') {
    return { page: 'manageApps' };
  }
  const [, base, tail] = ADMIN.exec(path) ?? [];
  if (base && tail) return { page: 'adminApp', base, tail };
  const [, projectBase, projectKey, projectTail] = PROJECT.exec(path) ?? [];
  return projectBase && projectKey && projectTail
    ? { page: 'projectSettings', base: projectBase, projectKey, tail: projectTail }
    : null;
}

export const adminPath = (tail: string) => `/jira/settings/${tail}`;
/** Jira leaves out the `c` for team-managed projects. */
export const projectSettingsPath = (
  { key, style }: { readonly key: string; readonly style: string },
  tail: string,
) => `/jira/software/${style === 'next-gen' ? '' : 'c/'}projects/${key}/settings/${tail}`;
