import { unpackHealth } from '#src/adapters/storage/kept-health-shape';
import {
  eraseFromPreMortem,
  eraseFromRegister,
  eraseFromRisk,
  eraseFromRow,
  REGISTER_TEXTS,
  type Erasing,
} from '#src/adapters/storage/privacy/erase-row';
import { accountsInRow, rowOf } from '#src/adapters/storage/privacy/row';
import { viewerKey } from '#src/adapters/storage/viewer-key';

/** A row as a walk finds it; its value may be some seconds old. */
export interface FoundRow {
  readonly key: string;
  readonly value: unknown;
}

/** How accounts stand in the rows of an entity. */
export interface PeopleOfKind {
  readonly accountsOf: (row: FoundRow) => readonly string[];
  /** Takes closed accounts out of one row; false when there was nothing to do. */
  readonly erase: (erasing: Erasing, row: FoundRow) => Promise<boolean>;
  /** Whether rows are written one after the other, because they share another one. */
  readonly isInTurn?: boolean;
}

const NOBODY: readonly string[] = [];

/** Rows are read anew, and written, only where the list has one of the closed accounts in it: most rows never are. */
function named(texts: readonly string[], erase: PeopleOfKind['erase']): PeopleOfKind {
  const accountsOf = ({ value }: FoundRow) => {
    const row = rowOf(value);
    return row === null ? NOBODY : accountsInRow(row, texts);
  };
  return {
    accountsOf,
    erase: async (erasing, row) =>
      accountsOf(row).some((accountId) => erasing.closed.has(accountId)) && (await erase(erasing, row)),
  };
}

/** Settings and notes of a board or sprint, which keep who changed them. */
const alone = (entity: string): PeopleOfKind =>
  named(
    [],
    async (erasing, { key }) => await eraseFromRow(erasing, entity, key, { texts: [], counter: 'version' }),
  );

/** Whether a row is kept for a viewer who is closed: its key begins with a digest of their account. */
const isOfClosed = ({ closed }: Erasing, key: string) =>
  [...closed].some((accountId) => key.startsWith(`${viewerKey(accountId)}:`));

/** What is kept for one viewer alone is of no use to anybody else. */
const ofViewer = (entity: string): PeopleOfKind => ({
  accountsOf: () => NOBODY,
  erase: async (erasing, { key }) => {
    if (!isOfClosed(erasing, key)) return false;
    await erasing.storage.entity(entity).delete(key);
    return true;
  },
});

function assigneesIn(value: unknown): readonly string[] | null {
  const packed = rowOf(value)?.['packed'];
  if (typeof packed !== 'string') return null;
  try {
    return unpackHealth(packed).assessment.issues.flatMap(({ assigneeId }) => assigneeId ?? []);
  } catch {
    return null;
  }
}

/** A viewer's last answer, which names assignees. It is read from Jira again, so it need not be mended. */
const KEPT_HEALTH: PeopleOfKind = {
  accountsOf: ({ value }) => assigneesIn(value) ?? NOBODY,
  erase: async (erasing, { key, value }) => {
    const assignees = assigneesIn(value);
    const isNamed = assignees === null || assignees.some((accountId) => erasing.closed.has(accountId));
    if (!isNamed && !isOfClosed(erasing, key)) return false;
    await erasing.storage.entity('kept-health').delete(key);
    return true;
  },
};

/**
 * Where accounts stand in each entity of manifest.yml; null where nobody is named. The order is that of the walk.
 * A register's rows come before its risks, which come before their histories.
 */
export const PEOPLE_OF_KINDS: Readonly<Record<string, PeopleOfKind | null>> = {
  register: named(REGISTER_TEXTS, async (erasing, { key }) => await eraseFromRegister(erasing, key)),
  'register-summary': named(
    REGISTER_TEXTS,
    async (erasing, { key }) => await eraseFromRegister(erasing, key),
  ),
  risk: {
    ...named(REGISTER_TEXTS, async (erasing, { key }) => await eraseFromRisk(erasing, key)),
    isInTurn: true,
  },
  'risk-event': named(
    REGISTER_TEXTS,
    async (erasing, { key }) =>
      await eraseFromRow(erasing, 'risk-event', key, { texts: REGISTER_TEXTS, counter: 'version' }),
  ),
  'pre-mortem-entry': {
    accountsOf: () => NOBODY,
    erase: async (erasing, { key }) => await eraseFromPreMortem(erasing, key),
  },
  'board-settings': alone('board-settings'),
  'setting-layer': alone('setting-layer'),
  'sprint-notes': alone('sprint-notes'),
  'kept-health': KEPT_HEALTH,
  'sprint-outcome': ofViewer('sprint-outcome'),
  'sprint-record': ofViewer('sprint-record'),
  'flag-tally': ofViewer('flag-tally'),
  'shown-register': null,
  'risk-reminder': null,
  'risk-mitigation': null,
  'watched-board': null,
  'board-day': null,
  'flag-freeze': null,
};

/** Beginnings of keys outside of entities, followed by a digest of a viewer's account. */
export const VIEWER_PREFIXES: readonly string[] = ['work-item-board:'];

/** The begin of a viewer's keys below such a prefix. */
export const viewerStart = (prefix: string, accountId: string) => `${prefix}${viewerKey(accountId)}:`;
