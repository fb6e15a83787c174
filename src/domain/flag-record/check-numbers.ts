import type { CheckId } from '#src/domain/backlog/finding';

/** Numbers that stand for the checks in what is stored: given once, never changed, never given again. */
export const NUMBER_OF_CHECK = {
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

/** The check of a number; a check that is no more has none. */
export const CHECK_OF_NUMBER: ReadonlyMap<number, CheckId> = new Map(
  // `Object.entries` forgets that the keys are those of the table.
  (Object.entries(NUMBER_OF_CHECK) as [CheckId, number][]).map(([check, number]) => [number, check]),
);
