import { z } from 'zod';

const SPACE_ID = z.string().regex(/^[0-9]{1,19}$/u);

/** Whose data: the site's, or the registers of a space. */
const SCOPE = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('site') }),
  z.object({ kind: z.literal('space'), spaceId: SPACE_ID }),
]);

/** A stored value as it stands in a file; what it holds is told by the app's own shapes. */
const FILE_ROW = z.object({
  entity: z.string().min(1).max(60),
  key: z.string().min(1).max(500),
  value: z.record(z.string(), z.unknown()),
});

/** Rows of one call, which carries at most 500 KB. */
const ROWS = z.array(FILE_ROW).min(1).max(100);

export const EXPORT_DATA_REQUEST = z.object({ scope: SCOPE, cursor: z.string().max(4_000).nullable() });
export const EXPORT_DATA_RESPONSE = z.object({ rows: z.array(FILE_ROW), cursor: z.string().nullable() });

export const CHECK_IMPORT_REQUEST = z.object({ rows: ROWS });
export const CHECK_IMPORT_RESPONSE = z.object({
  /** In the order asked. */
  rows: z.array(
    z.union([
      z.object({ state: z.enum(['new', 'same', 'newer', 'older', 'other']) }),
      z.object({ problem: z.enum(['unknown-entity', 'not-exported', 'unreadable', 'wrong-key']) }),
    ]),
  ),
});

export const WRITE_IMPORT_REQUEST = z.object({ rows: ROWS, mode: z.enum(['skip', 'restore']) });
export const WRITE_IMPORT_RESPONSE = z.object({
  written: z.number().int(),
  same: z.number().int(),
  kept: z.number().int(),
  expired: z.number().int(),
});

export const REMOVE_REGISTER_REQUEST = z.object({ registerId: z.uuid() });
export const REMOVE_REGISTER_RESPONSE = z.object({ isDone: z.boolean() });

export const FIND_PAGES_REQUEST = z.object({
  pageIds: z
    .array(z.string().regex(/^[0-9]{1,19}$/u))
    .min(1)
    .max(100),
});
export const FIND_PAGES_RESPONSE = z.object({ pageIds: z.array(z.string()) });

export const GET_DATA_STATE_REQUEST = z.object({});
export const GET_DATA_STATE_RESPONSE = z.object({
  /** The last report of stored accounts that was finished; null before the first. */
  lastReport: z
    .object({
      startedAt: z.string(),
      finishedAt: z.string(),
      accounts: z.number().int(),
      closed: z.number().int(),
      rows: z.number().int(),
    })
    .nullable(),
  /** Since when one is under way; null when none is. */
  underWaySince: z.string().nullable(),
});

export type ExportScope = z.infer<typeof SCOPE>;
export type WireRow = z.infer<typeof FILE_ROW>;
export type CheckedWireRow = z.infer<typeof CHECK_IMPORT_RESPONSE>['rows'][number];
export type DataState = z.infer<typeof GET_DATA_STATE_RESPONSE>;
