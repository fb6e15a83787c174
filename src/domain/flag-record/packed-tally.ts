import type { CheckId } from '#src/domain/backlog/finding';
import type { CheckTally, FateCounts, Tally } from '#src/domain/flag-record/tally';

/** Numbers that stand for the checks in what is stored: given once, never changed, never given again. */
const NUMBER_OF_CHECK = {
  'missing-estimate': 0,
  oversized: 1,
  'thin-description': 2,
  unverifiable: 3,
  'missing-benefit': 4,
  'compound-story': 5,
  'placeholder-text': 6,
  'open-blocker': 7,
  'default-priority': 8,
  'missing-why': 9,
  'stale-ready': 10,
  abandoned: 11,
  'near-duplicate': 12,
  'rank-inversion': 13,
  'required-field': 14,
} as const satisfies Record<CheckId, number>;

const CHECK_OF_NUMBER: ReadonlyMap<number, CheckId> = new Map(
  // `Object.entries` forgets that the keys are those of the table.
  (Object.entries(NUMBER_OF_CHECK) as [CheckId, number][]).map(([check, number]) => [number, check]),
);

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
