import type { Project } from '#sandbox/jira/model';
import { type BeanContext, avatarUrls } from '#sandbox/jira/rest/beans/context';
import { issueTypeBean } from '#sandbox/jira/rest/beans/metadata';
import { userBean } from '#sandbox/jira/rest/beans/people';

/** A project as it stands in an issue's fields. */
export function projectRefBean({ siteUrl }: BeanContext, project: Project) {
  return {
    self: `${siteUrl}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: 'software',
    simplified: project.style === 'next-gen',
    avatarUrls: avatarUrls(siteUrl, 'project', project.id),
  };
}

/** A project as lists have it; `lead` and `description` only when asked for. */
export function projectListBean(context: BeanContext, project: Project, expand: readonly string[]) {
  return {
    expand: 'description,lead,issueTypes,url,projectKeys,permissions,insight',
    ...projectRefBean(context, project),
    style: project.style,
    isPrivate: false,
    properties: {},
    ...(expand.includes('description') ? { description: project.description } : {}),
    ...(expand.includes('lead') ? { lead: userBean(context, project.leadAccountId) } : {}),
    ...(expand.includes('issueTypes') ? { issueTypes: issueTypes(context, project) } : {}),
  };
}

function issueTypes(context: BeanContext, project: Project) {
  return project.issueTypeIds.flatMap((id) => {
    const type = context.site.get('issueTypes', id);
    return type ? [issueTypeBean(context, type)] : [];
  });
}

/** A whole project. */
export function projectBean(context: BeanContext, project: Project) {
  const roles = [...context.site.all('projectRoles')].map(
    ({ id, name }) => [name, roleUrl(context, project, id)] as const,
  );
  return {
    ...projectListBean(context, project, ['description', 'lead', 'issueTypes']),
    components: [],
    versions: [],
    assigneeType: 'UNASSIGNED',
    roles: Object.fromEntries(roles),
  };
}

/** Where a role of a project is found. */
export function roleUrl({ siteUrl }: BeanContext, project: Project, roleId: string): string {
  return `${siteUrl}/rest/api/3/project/${project.id}/role/${roleId}`;
}
