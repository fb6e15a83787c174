import { ENTITY, PAGE, type RiskStorageAccess } from '#src/adapters/storage/risk/entities';
import { parseSummary } from '#src/adapters/storage/risk/register-shape';
import { BadCursorError, type SummaryRecord } from '#src/ports/risk/register-store';
import type { ListSummaries } from '#src/ports/risk/summaries';

/** Rows of summaries as the app has them. One that cannot be read is reported, and the others are answered without it. */
export function readSummaries(
  rows: readonly { key: string; value: unknown }[],
  report: RiskStorageAccess['report'],
): readonly SummaryRecord[] {
  return rows.flatMap(({ key, value }) => {
    const summary = parseSummary(value);
    if (summary === null) report(ENTITY.summary, key);
    return summary ?? [];
  });
}

/** One query a page. What was written a moment ago may be missing from it, or be as it was before. */
export function listSummaries({ storage, report }: RiskStorageAccess): ListSummaries {
  return async (spaceId, cursor) => {
    const asked = storage.entity<Readonly<Record<string, unknown>>>(ENTITY.summary).query();
    const indexed =
      spaceId === null ? asked.index('by-key') : asked.index('by-space', { partition: [spaceId] });
    const query = indexed.limit(PAGE);
    const page = await (cursor === null ? query : query.cursor(cursor)).getMany().catch((error: unknown) => {
      if (cursor === null) throw error;
      throw new BadCursorError('No page gave this cursor.');
    });
    return { summaries: readSummaries(page.results, report), cursor: page.nextCursor ?? null };
  };
}
