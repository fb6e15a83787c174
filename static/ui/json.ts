/** Answers of other programs, read by hand: schemas are too heavy for screens. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The fields of an object; none for anything else. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** A text; null for anything else. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** An id as text: some come as numbers, some as digits; null for anything else. */
export const idOf = (value: unknown): string | null =>
  typeof value === 'number' ? String(value) : textOf(value);
