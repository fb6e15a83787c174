import type { SetOptions } from '@forge/kvs';
import { z } from 'zod';

import { viewerKey } from '#src/adapters/storage/viewer-key';
import type { LoadWorkItemBoard, SaveWorkItemBoard } from '#src/ports/work-item/work-item';

/** The part of `kvs` of `@forge/kvs` that this adapter uses: it is found by its key alone, and needs no entity. */
export interface ChoiceStorage {
  get(key: string): Promise<unknown>;
  set(key: string, value: object, options: SetOptions): Promise<unknown>;
}

const keyOf = (accountId: string, projectId: string) => `work-item-board:${viewerKey(accountId, projectId)}`;

/** A choice that nobody made use of for so long is no habit any more. */
const TIME_TO_LIVE = { unit: 'DAYS', value: 90 } as const;

/** Raise it when the shape changes. */
const SHAPE = 1;

const SETUP = z.object({
  readAt: z.string(),
  settingsVersion: z.number().int(),
  board: z.object({
    id: z.number().int(),
    type: z.enum(['scrum', 'kanban', 'simple']),
    estimation: z.object({ fieldId: z.string() }).nullable(),
    doneStatusIds: z.array(z.string()),
    isRanked: z.boolean(),
    criteriaFieldIds: z.array(z.string()),
    requiredFieldIds: z.array(z.string()),
  }),
  priorities: z.array(z.object({ id: z.string(), isDefault: z.boolean() })),
});

const STORED = z.object({
  shape: z.literal(SHAPE),
  boardId: z.number().int(),
  setup: z.string().transform((text): unknown => JSON.parse(text) as unknown),
});

/** Where choices are kept, and for whom. */
export interface KeptBoards {
  readonly storage: ChoiceStorage;
  readonly accountId: string;
  /** Told of storage that does not answer and of what cannot be read: boards are then looked for anew. */
  readonly report: (error: unknown) => void;
}

export function loadWorkItemBoard({ storage, accountId, report }: KeptBoards): LoadWorkItemBoard {
  return async (projectId) => {
    try {
      const value = await storage.get(keyOf(accountId, projectId));
      if (value === undefined) return null;
      const { boardId, setup } = STORED.parse(value);
      const { board, priorities, ...read } = SETUP.parse(setup);
      const { estimation } = board;
      return {
        boardId,
        setup: {
          ...read,
          board: {
            ...board,
            name: '',
            estimation: estimation && { fieldId: estimation.fieldId, displayName: '' },
          },
          priorities: priorities.map((priority) => ({ ...priority, name: '' })),
        },
      };
    } catch (error) {
      report(error);
      return null;
    }
  };
}

/** Names are left out here, whatever the caller passes. */
export function saveWorkItemBoard({ storage, accountId, report }: KeptBoards): SaveWorkItemBoard {
  return async (projectId, { boardId, setup }) => {
    const value = { shape: SHAPE, boardId, setup: JSON.stringify(SETUP.parse(setup)) };
    await storage.set(keyOf(accountId, projectId), value, { ttl: TIME_TO_LIVE }).catch(report);
  };
}
