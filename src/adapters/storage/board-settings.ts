import { Filter, FilterConditions, type kvs } from '@forge/kvs';

import {
  DEFAULT_BOARD_SETTINGS,
  parseSettings,
  storedSettings,
  versionOf,
} from '#src/adapters/storage/board-settings-shape';
import type { LoadBoardSettings, SaveBoardSettings, VersionedSettings } from '#src/ports/board-settings';

/** The part of `kvs` of `@forge/kvs` that this adapter uses. */
export type SettingsStorage = Pick<typeof kvs, 'entity' | 'transact'>;

/** The entity of manifest.yml. */
const ENTITY = 'board-settings';

export interface SettingsStore {
  readonly storage: SettingsStorage;
  /** Told of settings that cannot be read: they stay where they are, and the board goes by the defaults. */
  readonly report: (error: unknown) => void;
}

const keyOf = String;

/** The platform takes values up to 240 KiB, which eleven versions of long lists would exceed. */
const MOST_BYTES = 200 * 1024;

/** What is stored of these settings, with as much of their past as fits: the oldest changes are left out first. */
function fitting(boardId: number, next: VersionedSettings): ReturnType<typeof storedSettings> {
  const value = storedSettings(boardId, next);
  if (next.changes.length === 0 || Buffer.byteLength(JSON.stringify(value)) <= MOST_BYTES) return value;
  return fitting(boardId, { ...next, changes: next.changes.slice(0, -1) });
}

/** @throws Error when the storage does not answer. */
export function loadBoardSettings({ storage, report }: SettingsStore): LoadBoardSettings {
  return async (boardId) => {
    const value = await storage.entity<unknown>(ENTITY).get(keyOf(boardId));
    if (value === undefined) return { version: 0, settings: DEFAULT_BOARD_SETTINGS, changes: [] };
    try {
      return parseSettings(value);
    } catch (error) {
      report(error);
      return { version: versionOf(value), settings: DEFAULT_BOARD_SETTINGS, changes: [] };
    }
  };
}

/**
 * The storage itself compares the version as it writes, so that of two changes at once one is refused.
 * @throws Error when the storage does not answer.
 */
export function saveBoardSettings({ storage }: Pick<SettingsStore, 'storage'>): SaveBoardSettings {
  const write = async (boardId: number, last: number, value: ReturnType<typeof storedSettings>) => {
    if (last === 0) {
      await storage.entity<typeof value>(ENTITY).set(keyOf(boardId), value, { keyPolicy: 'FAIL_IF_EXISTS' });
      return;
    }
    const conditions = new Filter<typeof value>().and('version', FilterConditions.equalTo(last));
    await storage.transact().set(keyOf(boardId), value, { entityName: ENTITY, conditions }).execute();
  };
  return async (boardId, next) => {
    const last = next.version - 1;
    try {
      await write(boardId, last, fitting(boardId, next));
      return true;
    } catch (error) {
      // Whatever the refusal is called: it is a conflict when another version is there now.
      const now = await storage.entity<unknown>(ENTITY).get(keyOf(boardId));
      if ((now === undefined ? 0 : versionOf(now)) === last) throw error;
      return false;
    }
  };
}
