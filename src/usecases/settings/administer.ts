import type { MayAdministerBoard } from '#src/ports/board-settings';
import { ReadFailure } from '#src/ports/read-failure';
import type { LayerPlace, MayAdministerProject } from '#src/ports/setting-layers';
import type { MayAdministerSite } from '#src/ports/transfer/administration';

export interface AdministerPorts {
  readonly mayAdministerSite: MayAdministerSite;
  readonly mayAdministerProject: MayAdministerProject;
  readonly mayAdministerBoard: MayAdministerBoard;
}

async function mayAdminister(ports: AdministerPorts, place: LayerPlace): Promise<boolean> {
  switch (place.of) {
    case 'site':
      return await ports.mayAdministerSite();
    case 'project':
      return await ports.mayAdministerProject(place.projectId);
    case 'board':
      return await ports.mayAdministerBoard(place.boardId);
  }
}

/** Lets those pass who administer the place, as Jira says. @throws ReadFailure `no-access` for everybody else. */
export async function refuseOthers(ports: AdministerPorts, place: LayerPlace): Promise<void> {
  if (await mayAdminister(ports, place)) return;
  throw new ReadFailure('no-access', `settings: only those who administer the ${place.of} get there.`);
}
