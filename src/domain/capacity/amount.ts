/**
 * Drops the noise that binary fractions leave in sums of estimates (0.1 + 0.2), so that sums of the same
 * estimates compare equal. Keeps six decimals, far more than an estimate has.
 */
export function roundAmount(amount: number): number {
  return Math.round(amount * 1e6) / 1e6;
}

/** The middle value, or the mean of the two middle ones; null for an empty list. Does not change its argument. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : roundAmount((lower + upper) / 2);
}
