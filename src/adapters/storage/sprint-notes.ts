import { Filter, FilterConditions, type kvs } from '@forge/kvs';
import { z } from 'zod';

import type { LoadSprintNotes, SaveSprintNotes, VersionedNotes } from '#src/ports/sprint-notes';

/** The part of `kvs` of `@forge/kvs` that this adapter uses. */
export type NotesStorage = Pick<typeof kvs, 'entity' | 'transact'>;

/** The entity of manifest.yml. */
const ENTITY = 'sprint-notes';

/** Raise it when the shape changes, and read the older one here too: nobody else remembers what a team has said. */
const SHAPE = 1;

const SERVES = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('epic'), epicId: z.string() }),
  z.object({ kind: z.literal('label'), label: z.string() }),
]);

const NOTES = z.object({
  people: z.number().nullable(),
  daysOff: z.number(),
  serves: SERVES.nullable(),
});

/** What is stored, by the attributes of the entity. */
export const STORED_NOTES = z.object({
  shape: z.literal(SHAPE),
  boardId: z.number().int(),
  sprintId: z.number().int(),
  version: z.number().int().positive(),
  notes: NOTES,
  changes: z.array(z.object({ version: z.number().int(), by: z.string(), at: z.string(), before: NOTES })),
});

type Stored = z.infer<typeof STORED_NOTES>;

const NUMBERED = z.object({ version: z.number().int().positive() });

/** The version of a value that is unreadable otherwise, so that it can be replaced, but not by chance; 0 without one. */
const versionOf = (value: unknown) => NUMBERED.safeParse(value).data?.version ?? 0;

const NOTHING = { people: null, daysOff: 0, serves: null };

export interface NotesStore {
  readonly storage: NotesStorage;
  /** Told of notes that cannot be read: they stay where they are, and the sprint goes without. */
  readonly report: (error: unknown) => void;
}

/** One sprint may be shown on several boards, each of another team. */
const keyOf = (boardId: number, sprintId: number) => `${boardId}:${sprintId}`;

/** @throws Error when the storage does not answer. */
export function loadSprintNotes({ storage, report }: NotesStore): LoadSprintNotes {
  return async (boardId, sprintId) => {
    const value = await storage.entity<unknown>(ENTITY).get(keyOf(boardId, sprintId));
    if (value === undefined) return { version: 0, notes: NOTHING, changes: [] };
    const stored = STORED_NOTES.safeParse(value);
    if (stored.success) {
      const { version, notes, changes } = stored.data;
      return { version, notes, changes };
    }
    report(stored.error);
    return { version: versionOf(value), notes: NOTHING, changes: [] };
  };
}

function toStored(boardId: number, sprintId: number, { version, notes, changes }: VersionedNotes): Stored {
  return { shape: SHAPE, boardId, sprintId, version, notes, changes: [...changes] };
}

/**
 * The storage itself compares the version as it writes, so that of two changes at once one is refused.
 * @throws Error when the storage does not answer.
 */
export function saveSprintNotes({ storage }: Pick<NotesStore, 'storage'>): SaveSprintNotes {
  const write = async (key: string, last: number, value: Stored) => {
    if (last === 0) {
      await storage.entity<Stored>(ENTITY).set(key, value, { keyPolicy: 'FAIL_IF_EXISTS' });
      return;
    }
    const conditions = new Filter<Stored>().and('version', FilterConditions.equalTo(last));
    await storage.transact().set(key, value, { entityName: ENTITY, conditions }).execute();
  };
  return async (boardId, sprintId, next) => {
    const key = keyOf(boardId, sprintId);
    const last = next.version - 1;
    try {
      await write(key, last, toStored(boardId, sprintId, next));
      return true;
    } catch (error) {
      // Whatever the refusal is called: it is a conflict when another version is there now.
      const now = await storage.entity<unknown>(ENTITY).get(key);
      if ((now === undefined ? 0 : versionOf(now)) === last) throw error;
      return false;
    }
  };
}
