import { levelOn, type Level } from '#src/domain/risk/level';
import { isLive } from '#src/domain/risk/risk';
import type { IsPageUnrestricted } from '#src/ports/jql';
import { ReadFailure } from '#src/ports/read-failure';
import type { RegisterStore } from '#src/ports/risk/register-store';
import type { ReadPagesInSight } from '#src/ports/risk/summaries';

export interface MitigatingIssuesPorts {
  readonly registers: Pick<RegisterStore, 'listSummaries' | 'read'>;
  readonly readPages: ReadPagesInSight;
  readonly isPageUnrestricted: IsPageUnrestricted;
}

interface Candidate {
  readonly registerId: string;
  readonly pageId: string;
}

/** Confluence names so many pages in one call. */
const PAGES_AT_ONCE = 250;

/** Registers with a live risk of the level, by their summaries: no risk is read for that. */
async function registersWith(
  { registers }: MitigatingIssuesPorts,
  level: Level,
): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<RegisterStore['listSummaries']>> = await registers.listSummaries(
      null,
      cursor,
    );
    for (const { pageId, summary } of page.summaries) {
      if (summary.load.some((entry) => entry.level === level)) {
        found.push({ registerId: summary.registerId, pageId });
      }
    }
    cursor = page.cursor;
  } while (cursor !== null);
  return found;
}

/** Without Confluence, or without a way in, no page is open. */
async function pagesOpen(
  { readPages, isPageUnrestricted }: MitigatingIssuesPorts,
  pageIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const open = new Set<string>();
  try {
    for (let from = 0; from < pageIds.length; from += PAGES_AT_ONCE) {
      const pages = await readPages(pageIds.slice(from, from + PAGES_AT_ONCE));
      const answers = await Promise.all(
        pages.map(async ({ id }) => ((await isPageUnrestricted(id)) ? [id] : [])),
      );
      for (const id of answers.flat()) open.add(id);
    }
  } catch (error) {
    if (error instanceof ReadFailure && (error.kind === 'no-access' || error.kind === 'not-found'))
      return open;
    throw error;
  }
  return open;
}

/**
 * The ids of the issues that mitigate a live risk of this level, on published pages that nobody is kept from reading. What is
 * answered is for everybody who searches, so a register on a restricted page gives nothing, whoever asks. What was
 * written a few seconds ago may be missing.
 * @throws ReadFailure when Confluence is there and does not answer.
 */
export async function mitigatingIssues(
  ports: MitigatingIssuesPorts,
  level: Level,
): Promise<readonly string[]> {
  const candidates = await registersWith(ports, level);
  const open = await pagesOpen(ports, [...new Set(candidates.map(({ pageId }) => pageId))]);
  const ids = new Set<string>();
  for (const { registerId, pageId } of candidates) {
    if (!open.has(pageId)) continue;
    const reading = await ports.registers.read(registerId);
    if (reading === null) continue;
    const { scale } = reading.record.register;
    for (const risk of reading.risks) {
      if (!isLive(risk) || levelOn(risk, scale) !== level) continue;
      for (const id of risk.issueIds) ids.add(id);
    }
  }
  return [...ids];
}
