/**
 * Spreadsheets take a cell that starts so for a formula, full-width signs included, and some skip spaces first.
 */
const FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/**
 * A cell that no spreadsheet computes: what would start a formula gets an apostrophe in front, which spreadsheets
 * do not show. So does what looks as if it had got one already, so that `unneutralise` gives back every text as it
 * was.
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function neutralise(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes back what `neutralise` did; leaves every other text alone. */
export function unneutralise(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
