import { BadCursorError, type SummaryRecord } from '#src/ports/risk/register-store';
import type { ListSummaries } from '#src/ports/risk/summaries';

/** Summaries in memory, by the key of their register as a store orders them. */
export function listMemorySummaries(all: () => Iterable<SummaryRecord>, pageSize = 100): ListSummaries {
  return (spaceId, cursor) => {
    const found = [...all()]
      .filter((each) => spaceId === null || each.spaceId === spaceId)
      .sort((a, b) => (a.summary.registerId < b.summary.registerId ? -1 : 1));
    const from = Number(cursor ?? 0);
    if (!Number.isSafeInteger(from) || from < 0) {
      return Promise.reject(new BadCursorError('No page gave this cursor.'));
    }
    const to = from + pageSize;
    return Promise.resolve({
      summaries: structuredClone(found.slice(from, to)),
      cursor: to < found.length ? String(to) : null,
    });
  };
}
