import { createHash } from 'node:crypto';

import type { ExtendedSetOptions, SetOptions } from '@forge/kvs';
import { z } from 'zod';

import type { FunctionUse, RecallBoard, RememberBoard } from '#src/ports/jql';

/** The part of `kvs` of `@forge/kvs` that these adapters use: all is found by its key alone, and needs no entity. */
export interface FunctionStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: object, options?: SetOptions | ExtendedSetOptions): Promise<unknown>;
}

/** Raise it when a shape changes. */
const SHAPE = 1;

const MEANING = z.object({ shape: z.literal(SHAPE), boardId: z.number().int().positive() });

/** The name as people write it, in any case; only its digest is stored. */
function nameKey(name: string): string {
  const digest = createHash('sha256').update(name.trim().toLowerCase()).digest('hex').slice(0, 32);
  return `jql-board:${digest}`;
}

/** Told of storage that does not answer: a board is then found by its name alone. */
export interface FunctionMemory {
  readonly storage: FunctionStorage;
  readonly report: (error: unknown) => void;
}

export function recallBoard({ storage, report }: FunctionMemory): RecallBoard {
  return async (name) => {
    try {
      return MEANING.safeParse(await storage.get(nameKey(name))).data?.boardId ?? null;
    } catch (error) {
      report(error);
      return null;
    }
  };
}

/** Writes only what is new. */
export function rememberBoard(memory: FunctionMemory): RememberBoard {
  return async (name, boardId) => {
    if ((await recallBoard(memory)(name)) === boardId) return;
    await memory.storage.set(nameKey(name), { shape: SHAPE, boardId }).catch(memory.report);
  };
}

const USED = 'jql-used';

/** Longer than Jira keeps an answer without asking the app again. */
const USE_LASTS = { unit: 'DAYS', value: 14 } as const;

const NEXT = 'jql-next-due';

const NEXT_DUE = z.object({ shape: z.literal(SHAPE), at: z.iso.datetime() });

const HOUR_LASTS = { unit: 'HOURS', value: 2 } as const;

/** @throws Error when the storage does not answer. */
export function functionUse(storage: FunctionStorage): FunctionUse {
  return {
    note: async () => {
      await storage.set(USED, { shape: SHAPE }, { ttl: USE_LASTS });
    },
    isNoted: async () => (await storage.get(USED)) !== undefined,
    readNextDue: async () => {
      const stored = NEXT_DUE.safeParse(await storage.get(NEXT)).data;
      return stored === undefined ? null : new Date(stored.at);
    },
    saveNextDue: async (at) => {
      await storage.set(NEXT, { shape: SHAPE, at: at.toISOString() }, { ttl: USE_LASTS });
    },
    claimHour: async (hour) => {
      const key = `jql-refresh:${hour.toISOString().slice(0, 13)}`;
      if ((await storage.get(key)) !== undefined) return false;
      try {
        await storage.set(key, { shape: SHAPE }, { keyPolicy: 'FAIL_IF_EXISTS', ttl: HOUR_LASTS });
        return true;
      } catch (error) {
        // Whatever the refusal is called: somebody else was first when the key is there now.
        if ((await storage.get(key)) !== undefined) return false;
        throw error;
      }
    },
  };
}
