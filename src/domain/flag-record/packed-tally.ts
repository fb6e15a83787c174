import type { CheckId } from '#src/domain/backlog/finding';
import { CHECK_OF_NUMBER, NUMBER_OF_CHECK } from '#src/domain/flag-record/check-numbers';
import type { CheckTally, FateCounts, Tally } from '#src/domain/flag-record/tally';

const VERSION = 1;
const HEAD = 2;
const COUNTS = 6;
const ROW = 1 + 2 * COUNTS;

/**
 * A tally as numbers only: version, sprints, then per check its number, six counts of the flagged issues and six of the others (issues,
 * reestimated, rewritten, carriedOver, dropped, troubled).
 */
export function packTally({ sprints, checks }: Tally): readonly number[] {
  const rows = [...checks].flatMap(([check, { flagged, unflagged }]) => [
    NUMBER_OF_CHECK[check],
    ...packCounts(flagged),
    ...packCounts(unflagged),
  ]);
  return [VERSION, sprints, ...rows];
}

function packCounts({ issues, reestimated, rewritten, carriedOver, dropped, troubled }: FateCounts) {
  return [issues, reestimated, rewritten, carriedOver, dropped, troubled];
}

/**
 * The tally that was packed. Checks that are no more are left out.
 * @returns null for another version and for what is no packed tally.
 */
export function unpackTally(packed: readonly number[]): Tally | null {
  const [version, sprints] = packed;
  const isWhole = packed.length >= HEAD && (packed.length - HEAD) % ROW === 0;
  const hasCounts = packed.every((count) => Number.isSafeInteger(count) && count >= 0);
  if (version !== VERSION || sprints === undefined || !isWhole || !hasCounts) return null;
  const checks = new Map<CheckId, CheckTally>();
  for (let at = HEAD; at < packed.length; at += ROW) {
    const check = CHECK_OF_NUMBER.get(packed[at] ?? -1);
    if (check === undefined) continue;
    checks.set(check, {
      flagged: unpackCounts(packed.slice(at + 1, at + 1 + COUNTS)),
      unflagged: unpackCounts(packed.slice(at + 1 + COUNTS, at + ROW)),
    });
  }
  return { sprints, checks };
}

function unpackCounts(counts: readonly number[]): FateCounts {
  const [issues = 0, reestimated = 0, rewritten = 0, carriedOver = 0, dropped = 0, troubled = 0] = counts;
  return { issues, reestimated, rewritten, carriedOver, dropped, troubled };
}
