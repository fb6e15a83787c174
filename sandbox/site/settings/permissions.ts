import { getJson } from '../http';

interface Held {
  readonly permissions: Readonly<Record<string, { readonly havePermission: boolean } | undefined>>;
}

/** Whether the viewer holds a permission: of the site, or of one project. @throws HttpError */
export async function holds(
  permission: 'ADMINISTER' | 'ADMINISTER_PROJECTS',
  projectId?: string,
): Promise<boolean> {
  const query = new URLSearchParams({
    permissions: permission,
    ...(projectId !== undefined && { projectId }),
  });
  const { permissions } = (await getJson(`/rest/api/3/mypermissions?${query.toString()}`)) as Held;
  return permissions[permission]?.havePermission === true;
}

export const administersSite = async () => await holds('ADMINISTER');
