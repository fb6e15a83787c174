import type { TransferScope } from '#src/domain/transfer/file';
import { ReadFailure } from '#src/ports/read-failure';
import type { ReadPagesInSight } from '#src/ports/risk/summaries';
import type { MayAdministerSite, MayAdministerSpace } from '#src/ports/transfer/administration';
import type { ExportPage, TransferStore } from '#src/ports/transfer/transfer-store';

export interface ExportPorts {
  readonly store: Pick<TransferStore, 'readRows'>;
  readonly mayAdministerSite: MayAdministerSite;
  readonly mayAdministerSpace: MayAdministerSpace;
  /** As the viewer. */
  readonly readPages: ReadPagesInSight;
  readonly now: () => Date;
}

/** A call may take 25 seconds; what is left is the next page. */
const READS_FOR_MS = 8_000;

/**
 * A page of an export. The site's administrators get everything, since it is the site's own data. Who administers a space gets the
 * registers of those pages that they may see: a page that is restricted stays so.
 * @throws ReadFailure `no-access` for everybody else; BadExportCursorError
 */
export async function exportData(
  { store, mayAdministerSite, mayAdministerSpace, readPages, now }: ExportPorts,
  scope: TransferScope,
  cursor: string | null,
): Promise<ExportPage> {
  const until = now().getTime() + READS_FOR_MS;
  const hasTime = () => now().getTime() < until;
  if (scope.kind === 'site') {
    if (!(await mayAdministerSite())) throw new ReadFailure('no-access', 'The site is not administered.');
    return await store.readRows(cursor, null, hasTime);
  }
  const { spaceId } = scope;
  if (!(await mayAdministerSpace(spaceId))) {
    throw new ReadFailure('no-access', 'The space is not administered.');
  }
  return await store.readRows(
    cursor,
    async (registers) => {
      const pageIds = registers.filter((each) => each.spaceId === spaceId).map(({ pageId }) => pageId);
      const pages = await readPages([...new Set(pageIds)]);
      // Where the page is now counts: a register follows a page that is moved when somebody opens it there.
      return new Set(pages.flatMap(({ id }) => (pageIds.includes(id) ? [id] : [])));
    },
    hasTime,
  );
}
