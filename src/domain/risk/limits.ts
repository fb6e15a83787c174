/** Limits of a register and its risks. Lengths are in UTF-16 units, as `maxlength` of a text field counts them. */
export const LIMITS = {
  risksInRegister: 500,
  title: 200,
  /** Of each part of a guided statement. */
  part: 500,
  trigger: 500,
  /** Text of a plan. */
  plan: 10_000,
  /** A plan as JSON in UTF-8 bytes: a history entry holds two, and one stored value at most 240 KiB. */
  planBytes: 80_000,
  issues: 50,
  /** A register's own categories. */
  categories: 30,
  categoryName: 60,
  /** Days between two reviews. */
  cadence: 365,
  /** Days for which a deleted risk can be brought back. */
  deletedDays: 90,
} as const;
