import { z } from 'zod';

import type { NamedField } from '#src/adapters/jira/sprint-field';
import type { FieldChange } from '#src/domain/capacity/sprint-record-timeline';
import { ReadFailure } from '#src/ports/read-failure';

/** The fields whose changes are read. */
export interface ReadFieldsOfLog {
  readonly sprint?: NamedField | undefined;
  readonly hasStatus: boolean;
  readonly estimate?: NamedField | null | undefined;
}

/** What a site may have changed a field's name to, change logs still call it by this. */
const UNTRANSLATED = { sprint: 'Sprint', status: 'status' } as const;

/** `toString` is a word that every object knows, so a missing one would not be missing: only a text counts. */
const TEXT = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' ? value : null));

export const ITEM = z.object({
  field: z.string().nullish(),
  fieldId: z.string().nullish(),
  from: TEXT,
  fromString: TEXT,
  to: TEXT,
  toString: TEXT,
});

type Item = z.infer<typeof ITEM>;

/** By its id where the entry has one; old entries have only the field's name. */
function isOf(item: Item, id: string, ...names: readonly string[]): boolean {
  return item.fieldId ? item.fieldId === id : names.includes(item.field ?? '');
}

/** Ids of sprints, comma-separated. */
function idsOf(text: string | null): readonly number[] {
  return (text ?? '').match(/\d+/g)?.map(Number) ?? [];
}

/**
 * Reads a number as change logs write it: `3`, `3.0`, and in sites of other languages `2,5` or `1.234,5`. Of several kinds
 * of marks the last one is the decimal mark; a single one is, too, since estimates of a thousand and more are no estimates.
 * @returns null for an empty text.
 * @throws ReadFailure `unexpected-answer` for what is no number.
 */
export function readAmount(text: string | null): number | null {
  const bare = (text ?? '').replace(/[\s\u00a0\u202f'’]/g, '');
  if (bare === '') return null;
  const marks = bare.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  const isGrouped = marks.length > 1 && marks.every((mark) => mark === last);
  const value = Number(
    isGrouped || last === undefined
      ? bare.replace(/[.,]/g, '')
      : `${bare.slice(0, bare.lastIndexOf(last)).replace(/[.,]/g, '')}.${bare.slice(bare.lastIndexOf(last) + 1)}`,
  );
  if (Number.isFinite(value)) return value;
  throw new ReadFailure('unexpected-answer', 'change logs: an estimate is no number.');
}

/** The value itself is mostly missing for numbers, which are then only in words. */
function amountOf(value: string | null, words: string | null): number | null {
  return readAmount(value === null || value === '' ? words : value);
}

/** An item as a change of one of the fields; null when it is of another field. */
export function toChange(
  at: number,
  item: Item,
  { sprint, hasStatus, estimate }: ReadFieldsOfLog,
): FieldChange | null {
  const { from, to, fromString, toString: words } = item;
  if (sprint && isOf(item, sprint.id, sprint.name, UNTRANSLATED.sprint)) {
    return { at, field: 'sprint', from: idsOf(from), to: idsOf(to) };
  }
  if (hasStatus && isOf(item, 'status', UNTRANSLATED.status)) {
    return { at, field: 'status', from: from ?? '', to: to ?? '' };
  }
  if (estimate && isOf(item, estimate.id, estimate.name)) {
    return { at, field: 'estimate', from: amountOf(from, fromString), to: amountOf(to, words) };
  }
  return null;
}
