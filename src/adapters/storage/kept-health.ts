import type { SetOptions } from '@forge/kvs';
import { z } from 'zod';

import { packHealth, unpackHealth } from '#src/adapters/storage/kept-health-shape';
import { viewerKey } from '#src/adapters/storage/viewer-key';
import { withoutWords } from '#src/domain/backlog/without-words';
import type { ForgetHealth, KeptHealth, LoadHealth, SaveHealth } from '#src/ports/kept-health';

/** The part of an entity of `@forge/kvs` that this adapter uses. */
export interface HealthStorage {
  entity(name: string): {
    get(key: string): Promise<unknown>;
    set(key: string, value: object, options: SetOptions): Promise<unknown>;
    delete(key: string): Promise<unknown>;
  };
}

/** The entity of manifest.yml. */
const ENTITY = 'kept-health';

/** From one weekly refinement to the next, and not much longer. */
const TIME_TO_LIVE = { unit: 'DAYS', value: 7 } as const;

/** Raise it when the shape changes. */
const SHAPE = 1;

const STORED = z.object({
  shape: z.literal(SHAPE),
  boardId: z.number().int(),
  basis: z.string(),
  packed: z.string(),
});

/** Where answers are kept, and for whom. */
export interface KeptFor {
  readonly storage: HealthStorage;
  readonly accountId: string;
  /** Told of storage that does not answer and of what cannot be read: the board is then read from Jira, at more points. */
  readonly report: (error: unknown) => void;
}

function parse(boardId: number, value: unknown): KeptHealth | null {
  const { basis, packed, ...stored } = STORED.parse(value);
  return stored.boardId === boardId ? { ...unpackHealth(packed), basis } : null;
}

/** What is missing, of another shape or of another board counts as nothing kept: it can be read from Jira again. */
export function loadHealth({ storage, accountId, report }: KeptFor): LoadHealth {
  return async (boardId) => {
    try {
      const value = await storage.entity(ENTITY).get(viewerKey(accountId, boardId));
      return value === undefined ? null : parse(boardId, value);
    } catch (error) {
      report(error);
      return null;
    }
  };
}

/** Words are left out here, whatever the caller passes. */
export function saveHealth({ storage, accountId, report }: KeptFor): SaveHealth {
  return async (boardId, health) => {
    const packed = packHealth({ ...health, assessment: withoutWords(health.assessment) });
    const value = { shape: SHAPE, boardId, basis: health.basis, packed };
    await storage
      .entity(ENTITY)
      .set(viewerKey(accountId, boardId), value, { ttl: TIME_TO_LIVE })
      .catch(report);
  };
}

export function forgetHealth({ storage, accountId, report }: KeptFor): ForgetHealth {
  return async (boardId) => {
    await storage.entity(ENTITY).delete(viewerKey(accountId, boardId)).catch(report);
  };
}
