/** Groups of thousands would be read as decimals, so they are never written, and "1,000" is not understood. */
const LOOKS_GROUPED = /^\d{1,3}([.,]\d{3})+$/;
const DECIMAL = /^\d+([.,]\d+)?$|^[.,]\d+$/;

/** The character between whole and decimals in a locale. */
function separatorOf(locale: string): string {
  const parts = new Intl.NumberFormat(locale).formatToParts(0.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

/** Writes an estimate for a field, exactly: all its decimals, no groups. An empty estimate is an empty field. */
export function writeDecimal(value: number | null, locale: string): string {
  if (value === null) return '';
  return new Intl.NumberFormat(locale, {
    maximumFractionDigits: 20,
    useGrouping: false,
    numberingSystem: 'latn',
  }).format(value);
}

/**
 * Reads an estimate as people type it, with a comma or a point before the decimals.
 *
 * @returns null for an empty field, and undefined for what is no number of at least 0 or could be meant in two ways:
 *   "1,000" where the locale writes decimals with a point.
 */
export function readDecimal(typed: string, locale: string): number | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (!DECIMAL.test(text)) return undefined;
  if (LOOKS_GROUPED.test(text) && !text.includes(separatorOf(locale))) return undefined;
  return Number(text.replace(',', '.'));
}
