import { accountsIn, withoutAccounts, type Json } from '#src/domain/privacy/stored-accounts';

/** An entity's value, by its attributes. */
export type RowValue = { readonly [attribute: string]: Json };

/** A stored value as rows of an entity are; null for anything else. */
export function rowOf(value: unknown): RowValue | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RowValue) : null;
}

/** What an attribute holds: some are JSON in one text. Text that is none is left as it is. */
function opened(value: Json): Json {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as Json;
  } catch {
    return value;
  }
}

/** The accounts that a row names. @param texts Attributes that are JSON in one text. */
export function accountsInRow(row: RowValue, texts: readonly string[]): readonly string[] {
  const whole = Object.entries(row).map(([name, value]) => ({
    [name]: texts.includes(name) ? opened(value) : value,
  }));
  return [...new Set(whole.flatMap(accountsIn))];
}

/** The row without these accounts; the row itself when it names none of them. */
export function rowWithout(row: RowValue, texts: readonly string[], closed: ReadonlySet<string>): RowValue {
  const changed = Object.entries(row).map(([name, value]): [string, Json] => {
    const before = texts.includes(name) ? opened(value) : value;
    const after = withoutAccounts(before, closed);
    if (after === before) return [name, value];
    return [name, texts.includes(name) ? JSON.stringify(after) : after];
  });
  return changed.every(([name, value]) => value === row[name]) ? row : Object.fromEntries(changed);
}
