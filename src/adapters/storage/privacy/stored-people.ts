import { WhereConditions } from '@forge/kvs';

import { REAL_TIME } from '#src/adapters/jira/deadline';
import type { PeopleStorage } from '#src/adapters/storage/privacy/erase-row';
import {
  PEOPLE_OF_KINDS,
  VIEWER_PREFIXES,
  viewerStart,
  type FoundRow,
} from '#src/adapters/storage/privacy/kinds';
import { PAGE } from '#src/adapters/storage/risk/entities';
import type { CollectPeople, ErasePeople, WalkPlace } from '#src/ports/privacy/stored-people';

/** Rows that are rewritten side by side. */
const AT_ONCE = 5;

/** The walk's last kind: what is stored outside of entities. */
const OUTSIDE = 'outside';

const ENTITIES = Object.entries(PEOPLE_OF_KINDS).flatMap(([entity, people]) =>
  people ? [{ entity, people }] : [],
);

interface Page {
  readonly rows: readonly FoundRow[];
  readonly cursor: string | null;
}

const statusOf = (error: unknown) =>
  (error as { readonly responseDetails?: { readonly status?: unknown } }).responseDetails?.status;

/** A query that does not know a cursor answers 400: cursors do not last for ever, and between two runs lies a day. */
const isRefused = (error: unknown) => statusOf(error) === 400;

/** The storage takes so much a minute. */
const TOO_MUCH = 429;
const WAIT_MS = 20_000;
const WAITS = 6;

/** Does a stretch of the walk, and again after a while where the storage has taken what it takes a minute: twice does no harm. */
async function patiently<Done>(
  work: () => Promise<Done>,
  sleep: (milliseconds: number) => Promise<void>,
): Promise<Done> {
  for (let left = WAITS; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left <= 0 || statusOf(error) !== TOO_MUCH) throw error;
      await sleep(WAIT_MS);
    }
  }
}

/** A page of an entity's rows; from the beginning where the cursor has grown too old. */
async function pageOf(storage: PeopleStorage, entity: string, cursor: string | null): Promise<Page> {
  const query = storage.entity<unknown>(entity).query().index('by-key').limit(PAGE);
  try {
    const page = await (cursor === null ? query : query.cursor(cursor)).getMany();
    return { rows: page.results, cursor: page.nextCursor ?? null };
  } catch (error) {
    if (cursor === null || !isRefused(error)) throw error;
    return await pageOf(storage, entity, null);
  }
}

function after(entity: string, cursor: string | null): WalkPlace | null {
  if (cursor !== null) return { kind: entity, cursor };
  const next = ENTITIES[ENTITIES.findIndex((kind) => kind.entity === entity) + 1];
  return { kind: next?.entity ?? OUTSIDE, cursor: null };
}

/** The kind of a place. One that is not there any more, in a newer version of the app, is begun with again from the first. */
function kindAt(place: WalkPlace | null) {
  const known = ENTITIES.find(({ entity }) => entity === place?.kind);
  const first = ENTITIES[0];
  if (first === undefined) throw new Error('Nothing is stored.');
  return { ...(known ?? first), cursor: known === undefined ? null : (place?.cursor ?? null) };
}

/** One page of one entity at a time. What was written in the last seconds may be missing; it is found the week after. */
export function collectPeople(storage: PeopleStorage, sleep = REAL_TIME.sleep): CollectPeople {
  return async (place) => {
    // Outside of entities accounts stand as digests alone, which nobody can report.
    if (place?.kind === OUTSIDE) return { accounts: [], next: null };
    const { entity, people, cursor } = kindAt(place);
    const page = await patiently(async () => await pageOf(storage, entity, cursor), sleep);
    const accounts = [...new Set(page.rows.flatMap(people.accountsOf))];
    return { accounts, next: after(entity, page.cursor) };
  };
}

async function eraseOutside(storage: PeopleStorage, closed: ReadonlySet<string>): Promise<number> {
  let rows = 0;
  for (const start of VIEWER_PREFIXES.flatMap((prefix) => [...closed].map((id) => viewerStart(prefix, id)))) {
    let cursor: string | undefined;
    do {
      const query = storage.query().where('key', WhereConditions.beginsWith(start)).limit(PAGE);
      const page = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
      for (const { key } of page.results) await storage.delete(key);
      rows += page.results.length;
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
  return rows;
}

/** One page of one entity at a time; each row by itself, as it is now and not as the list has it. */
export function erasePeople(storage: PeopleStorage, sleep = REAL_TIME.sleep): ErasePeople {
  const stretch: ErasePeople = async (place, closed) => {
    if (place?.kind === OUTSIDE) return { rows: await eraseOutside(storage, closed), next: null };
    const { entity, people, cursor } = kindAt(place);
    const page = await pageOf(storage, entity, cursor);
    const erasing = { storage, closed };
    const atOnce = people.isInTurn === true ? 1 : AT_ONCE;
    let rows = 0;
    for (let from = 0; from < page.rows.length; from += atOnce) {
      const part = page.rows.slice(from, from + atOnce);
      const done = await Promise.all(part.map(async (row) => await people.erase(erasing, row)));
      rows += done.filter(Boolean).length;
    }
    return { rows, next: after(entity, page.cursor) };
  };
  return async (place, closed) => await patiently(async () => await stretch(place, closed), sleep);
}
