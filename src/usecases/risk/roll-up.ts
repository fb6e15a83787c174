import type { CalendarDate } from '#src/domain/risk/calendar';
import { groupBy } from '#src/domain/risk/group';
import type { Load, RegisterSummary } from '#src/domain/risk/summary';
import type { TrendPoint } from '#src/domain/risk/trend';
import { ReadFailure } from '#src/ports/read-failure';
import type { ListSummaries, MaySeeSpace, PageInSight, ReadPagesInSight } from '#src/ports/risk/summaries';

export interface RollUpPorts {
  readonly listSummaries: ListSummaries;
  readonly readPages: ReadPagesInSight;
  readonly maySeeSpace: MaySeeSpace;
}

/** A register on a page that the viewer may see. */
export interface RegisterInSight {
  readonly page: PageInSight;
  /** Its load is drawn together as of the viewer's day. */
  readonly summary: RegisterSummary;
  /** The last half year of it. */
  readonly trend: readonly TrendPoint[];
}

const WEEKS_SHOWN = 26;

/**
 * Some of the registers of a space, or of the site where `spaceId` is null: those on published pages that the viewer may see,
 * and nothing about any other, not even that there is one. A page that was moved counts where it is now. One query and one call
 * to Confluence, whatever the number of risks; a second call where a space shows the viewer nothing.
 * @param cursor null for the first page.
 * @param today the viewer's day.
 * @throws ReadFailure `no-access` when the viewer may not see the space.
 * @throws BadCursorError
 */
export async function rollUpRegisters(
  { listSummaries, readPages, maySeeSpace }: RollUpPorts,
  { spaceId, cursor }: { readonly spaceId: string | null; readonly cursor: string | null },
  today: CalendarDate,
): Promise<{ readonly registers: readonly RegisterInSight[]; readonly cursor: string | null }> {
  const listed = await listSummaries(spaceId, cursor);
  const pageIds = [...new Set(listed.summaries.map(({ pageId }) => pageId))];
  const pages = new Map((await readPages(pageIds)).map((page) => [page.id, page]));
  const registers = listed.summaries.flatMap(({ pageId, summary, trend }): readonly RegisterInSight[] => {
    const page = pages.get(pageId);
    if (page === undefined || (spaceId !== null && page.spaceId !== spaceId)) return [];
    const load = drawnTogether(summary.load, today);
    return [{ page, summary: { ...summary, load }, trend: trend.slice(-WEEKS_SHOWN) }];
  });
  // A page that they see is in a space that they see; where there is none, that has to be asked.
  const mustAsk = spaceId !== null && cursor === null && registers.length === 0;
  if (mustAsk && !(await maySeeSpace(spaceId))) {
    throw new ReadFailure('no-access', 'space: the viewer may not see it.');
  }
  return { registers, cursor: listed.cursor };
}

/**
 * Entries of an owner and level that are overdue as one, and those that are not as another, each with its earliest day: as of
 * `today` all figures stay the same, and a register of 500 risks takes no more room than its owners.
 */
function drawnTogether(load: readonly Load[], today: CalendarDate): readonly Load[] {
  const alike = groupBy(load, ({ ownerId, level, dueOn }) => JSON.stringify([ownerId, level, dueOn < today]));
  return [...alike.values()].map((entries) =>
    entries.reduce((sum, { dueOn, count }) => ({
      ...sum,
      dueOn: dueOn < sum.dueOn ? dueOn : sum.dueOn,
      count: sum.count + count,
    })),
  );
}
