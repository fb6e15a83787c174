/** A dot in its column. */
export interface PlacedDot {
  readonly value: number;
  readonly cx: number;
  /** From the bottom, from 0. */
  readonly row: number;
}

/** So many columns side by side at most: fewer dots to a column would say no more. */
const COLUMNS = 26;
const LARGEST = 9;
const SMALLEST = 3;

/** Stacks dots that lie close together into columns, so that people can count them. */
export function columnsOf(
  dots: readonly { readonly value: number; readonly x: number }[],
  width: number,
): { readonly radius: number; readonly placed: readonly PlacedDot[]; readonly rows: number } {
  const column = width / COLUMNS;
  const radius = Math.max(SMALLEST, Math.min(LARGEST, column / 2 - 1));
  const rows = new Map<number, number>();
  const placed = dots.map(({ value, x }): PlacedDot => {
    const at = Math.round(x / column);
    const row = rows.get(at) ?? 0;
    rows.set(at, row + 1);
    return { value, cx: at * column, row };
  });
  return { radius, placed, rows: Math.max(0, ...rows.values()) };
}
