import type { FileRow } from '#src/domain/transfer/file';
import { ReadFailure } from '#src/ports/read-failure';
import type { ReadPagesInSight } from '#src/ports/risk/summaries';
import type { MayAdministerSite } from '#src/ports/transfer/administration';
import type { CheckedRow, ImportMode, TransferStore, WrittenRows } from '#src/ports/transfer/transfer-store';

export interface ImportPorts {
  readonly store: TransferStore;
  readonly mayAdministerSite: MayAdministerSite;
  readonly readPages: ReadPagesInSight;
  readonly now: () => Date;
}

/** What a file may name lies in any board and space, so it is for the site's administrators alone. */
async function demandAdministrator({ mayAdministerSite }: ImportPorts): Promise<void> {
  if (!(await mayAdministerSite())) throw new ReadFailure('no-access', 'The site is not administered.');
}

/** Says of each row what writing it would do; writes nothing. @throws ReadFailure */
export async function checkImport(
  ports: ImportPorts,
  rows: readonly FileRow[],
): Promise<readonly CheckedRow[]> {
  await demandAdministrator(ports);
  return await ports.store.checkRows(rows);
}

/** Writes rows, all of which have to be right. @throws ReadFailure, BadRowError */
export async function writeImport(
  ports: ImportPorts,
  rows: readonly FileRow[],
  mode: ImportMode,
): Promise<WrittenRows> {
  await demandAdministrator(ports);
  return await ports.store.writeRows(rows, mode, ports.now());
}

/** Makes room for a register that is put in the place of what is here. @returns false when there is more to remove. */
export async function removeRegister(ports: ImportPorts, registerId: string): Promise<boolean> {
  await demandAdministrator(ports);
  return await ports.store.removeRegister(registerId);
}

/** Those of these pages that are there for the viewer. @throws ReadFailure */
export async function findPages(ports: ImportPorts, pageIds: readonly string[]): Promise<readonly string[]> {
  await demandAdministrator(ports);
  return (await ports.readPages(pageIds)).map(({ id }) => id);
}
