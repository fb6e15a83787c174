import { route } from '@forge/api';

import type { JiraAccess } from '#src/adapters/jira/access';
import { PERMISSIONS } from '#src/adapters/jira/administration';
import type { MayAdministerSite } from '#src/ports/transfer/administration';

/** @see https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/#api-rest-api-3-mypermissions-get */
export function mayAdministerSite({ requestJira, ask }: JiraAccess): MayAdministerSite {
  return async () => {
    const { permissions } = await ask('permissions', PERMISSIONS, () =>
      requestJira(route`/rest/api/3/mypermissions?permissions=ADMINISTER`),
    );
    return permissions['ADMINISTER']?.havePermission === true;
  };
}
