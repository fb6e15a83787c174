import { type kvs } from '@forge/kvs';
import { z } from 'zod';

import { ENTITY } from '#src/adapters/storage/risk/entities';
import { readByKeys, rowName } from '#src/adapters/storage/risk/read-rows';
import { openValue } from '#src/adapters/storage/transfer/file-value';
import { TRANSFERRED } from '#src/adapters/storage/transfer/kinds';
import type { FileRow } from '#src/domain/transfer/file';
import {
  BadExportCursorError,
  type IsExported,
  type TransferStore,
} from '#src/ports/transfer/transfer-store';

/** The part of `kvs` of `@forge/kvs` that exports and imports use. */
export type TransferStorage = Pick<typeof kvs, 'entity' | 'transact' | 'batchGet'>;

/** An answer carries at most 5 MB. A row is at most 240 KiB, so a page of so many rows fits even on top of what is there. */
const ROWS = 15;
const ENOUGH_BYTES = 900_000;

/** What belongs to a register and is found by it; the rest of it is read by its key. */
const PARTS = [ENTITY.risk, ENTITY.event, ENTITY.preMortem] as const;
const BY_KEY = [ENTITY.register, ENTITY.summary, ENTITY.reminder] as const;

/** What belongs to no register, or only points at one. */
const OTHERS = [...TRANSFERRED.keys()].filter(
  (entity) => ![...PARTS, ...BY_KEY].some((part) => part === entity),
);

/**
 * Where an export is: at a register of a page of registers (`part` of it: -1 is the register's own rows), or at a page of another
 * entity.
 */
const PLACE = z.discriminatedUnion('at', [
  z.object({
    at: z.literal('registers'),
    page: z.string().nullable(),
    index: z.number().int().min(0).max(100),
    part: z
      .number()
      .int()
      .min(-1)
      .max(PARTS.length - 1),
    inner: z.string().nullable(),
  }),
  z.object({
    at: z.literal('others'),
    entity: z
      .number()
      .int()
      .min(0)
      .max(OTHERS.length - 1),
    page: z.string().nullable(),
  }),
]);

type Place = z.infer<typeof PLACE>;

const START: Place = { at: 'registers', page: null, index: 0, part: -1, inner: null };

const encode = (place: Place | null) =>
  place === null ? null : Buffer.from(JSON.stringify(place)).toString('base64url');

function decode(cursor: string | null): Place {
  if (cursor === null) return START;
  try {
    return PLACE.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new BadExportCursorError('No page gave this cursor.');
  }
}

interface Row {
  readonly key: string;
  readonly value: unknown;
}

function toFile(entity: string, { key, value }: Row): readonly FileRow[] {
  const kind = TRANSFERRED.get(entity);
  if (kind === undefined || typeof value !== 'object' || value === null) return [];
  return [{ entity, key, value: openValue(kind, value as Record<string, unknown>) }];
}

const OF_REGISTER = z.object({ pageId: z.string(), spaceId: z.string() });

/** Reads what is stored, page by page. What was written in the last seconds may be missing: see `brokenRegisters`. */
export function readRows(storage: TransferStorage): TransferStore['readRows'] {
  const list = async (entity: string, cursor: string | null, registerId?: string) => {
    const asked = storage.entity<unknown>(entity).query();
    const query = (
      registerId === undefined
        ? asked.index('by-key')
        : asked.index('by-register', { partition: [registerId] })
    ).limit(ROWS);
    const page = await (cursor === null ? query : query.cursor(cursor)).getMany();
    return { rows: page.results, next: page.nextCursor ?? null };
  };

  const ownRows = async (registerId: string) => {
    const keys = BY_KEY.map((entityName) => ({ entityName, key: registerId }));
    const found = await readByKeys({ storage }, keys);
    return keys.flatMap(({ entityName, key }) =>
      toFile(entityName, { key, value: found.get(rowName({ entityName, key })) }),
    );
  };

  /** Registers of a page that are wanted; what cannot be read of them goes along where everything does. */
  const chosen = async (rows: readonly Row[], choose: IsExported | null) => {
    if (choose === null) return rows.map(({ key }) => key);
    const places = rows.flatMap(({ key, value }) => {
      const place = OF_REGISTER.safeParse(value).data;
      return place === undefined ? [] : [{ key, ...place }];
    });
    const pages = await choose(places);
    return places.flatMap(({ key, pageId }) => (pages.has(pageId) ? [key] : []));
  };

  const afterRegisters = (hasOthers: boolean): Place | null =>
    hasOthers ? { at: 'others', entity: 0, page: null } : null;

  /** One step: a few rows, and where the next one begins. */
  async function step(
    place: Place,
    isWhole: boolean,
    registersAt: (page: string | null) => Promise<{ ids: readonly string[]; next: string | null }>,
  ): Promise<{ rows: readonly FileRow[]; next: Place | null }> {
    if (place.at === 'others') {
      const entity = OTHERS[place.entity] ?? '';
      const page = await list(entity, place.page);
      const last = place.entity + 1 >= OTHERS.length;
      const next: Place | null =
        page.next !== null
          ? { ...place, page: page.next }
          : last
            ? null
            : { at: 'others', entity: place.entity + 1, page: null };
      return { rows: page.rows.flatMap((row) => toFile(entity, row)), next };
    }
    const registers = await registersAt(place.page);
    const registerId = registers.ids[place.index];
    if (registerId === undefined) {
      const next: Place | null =
        registers.next !== null ? { ...START, page: registers.next } : afterRegisters(isWhole);
      return { rows: [], next };
    }
    if (place.part < 0) return { rows: await ownRows(registerId), next: { ...place, part: 0, inner: null } };
    const part = PARTS[place.part] ?? ENTITY.risk;
    const inner = await list(part, place.inner, registerId);
    const isLast = place.part + 1 >= PARTS.length;
    const next: Place =
      inner.next !== null
        ? { ...place, inner: inner.next }
        : isLast
          ? { ...place, index: place.index + 1, part: -1, inner: null }
          : { ...place, part: place.part + 1, inner: null };
    return { rows: inner.rows.flatMap((row) => toFile(part, row)), next };
  }

  return async (cursor, choose, hasTime) => {
    // Within one call a page of registers is read, and asked about, once.
    const pages = new Map<string | null, { ids: readonly string[]; next: string | null }>();
    const registersAt = async (at: string | null) => {
      const known = pages.get(at);
      if (known !== undefined) return known;
      const page = await list(ENTITY.register, at);
      const registers = { ids: await chosen(page.rows, choose), next: page.next };
      pages.set(at, registers);
      return registers;
    };
    let place: Place | null = decode(cursor);
    const rows: FileRow[] = [];
    let bytes = 0;
    do {
      const found = await step(place, choose === null, registersAt);
      rows.push(...found.rows);
      bytes += found.rows.reduce((sum, row) => sum + Buffer.byteLength(JSON.stringify(row)), 0);
      place = found.next;
    } while (place !== null && bytes < ENOUGH_BYTES && hasTime());
    return { rows, cursor: encode(place) };
  };
}
