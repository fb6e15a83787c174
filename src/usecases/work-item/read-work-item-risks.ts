import { compareLevels, levelOn } from '#src/domain/risk/level';
import { ReadFailure } from '#src/ports/read-failure';
import type { PageInSight, ReadPagesInSight } from '#src/ports/risk/summaries';
import type { ListMitigatedBy, MitigatedRisk } from '#src/ports/work-item/mitigations';

export interface WorkItemRisksPorts {
  readonly listMitigatedBy: ListMitigatedBy;
  readonly readPages: ReadPagesInSight;
}

/** A risk on a page that the viewer may see. */
export interface RiskInSight extends MitigatedRisk {
  readonly level: ReturnType<typeof levelOn>;
  readonly page: PageInSight;
}

/** Pages are asked for so many at once. */
const PAGES_AT_MOST = 250;

/**
 * The live risks that an issue mitigates, gravest first: those on published pages that the viewer may see in Confluence, and of
 * others not even that there are any. Confluence is asked only where a register of the site names the issue; where the
 * site or the viewer has none, there is nothing to show.
 * @throws ReadFailure when Confluence is there and does not answer.
 */
export async function readWorkItemRisks(
  { listMitigatedBy, readPages }: WorkItemRisksPorts,
  issueId: string,
): Promise<readonly RiskInSight[]> {
  const mitigated = await listMitigatedBy(issueId);
  const pageIds = [...new Set(mitigated.map(({ pageId }) => pageId))].slice(0, PAGES_AT_MOST);
  if (pageIds.length === 0) return [];
  const inSight = await readPages(pageIds).catch((error: unknown) => {
    if (error instanceof ReadFailure && (error.kind === 'no-access' || error.kind === 'not-found')) return [];
    throw error;
  });
  const pages = new Map(inSight.map((page) => [page.id, page]));
  return mitigated
    .flatMap((one): RiskInSight[] => {
      const page = pages.get(one.pageId);
      return page === undefined ? [] : [{ ...one, level: levelOn(one.risk, one.scale), page }];
    })
    .toSorted(
      (one, other) =>
        compareLevels(one.level, other.level) ||
        (one.risk.dueOn ?? '9').localeCompare(other.risk.dueOn ?? '9'),
    );
}
