import type { Viewer } from '#sandbox/jira/permissions';
import type { JiraSite } from '#sandbox/jira/site.types';

/** What beans need to know: whose eyes, whose clock, and the address that links start with. */
export interface BeanContext {
  readonly site: JiraSite;
  readonly viewer: Viewer;
  readonly zone: string;
  readonly siteUrl: string;
}

/** The avatar addresses that Jira gives for users and projects, in its four sizes. */
export function avatarUrls(siteUrl: string, kind: 'user' | 'project', id: string) {
  const address = (size: number) => `${siteUrl}/avatars/${kind}/${encodeURIComponent(id)}?size=${size}`;
  return { '48x48': address(48), '24x24': address(24), '16x16': address(16), '32x32': address(32) };
}
