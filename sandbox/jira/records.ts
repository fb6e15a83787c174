import type { Collections } from '#sandbox/jira/model';
import { openRecords, type TypedRecords } from '#sandbox/state/records';
import type { Store } from '#sandbox/state/store';

type Name = keyof Collections;

const NAMES: readonly Name[] = [
  'users',
  'groups',
  'issueTypes',
  'statuses',
  'priorities',
  'resolutions',
  'fields',
  'permissionSchemes',
  'securityLevels',
  'projectRoles',
  'projects',
  'boards',
  'sprints',
  'issues',
  'linkTypes',
  'links',
  'comments',
  'histories',
];

/** Where numbering starts when a collection is empty. */
const FIRST_ID: Partial<Record<Name, number>> = { boards: 1, sprints: 1 };
const DEFAULT_FIRST_ID = 10_000;

function idOf(record: Collections[Name]): string {
  if ('accountId' in record) return record.accountId;
  if ('groupId' in record) return record.groupId;
  return String(record.id);
}

/** The local Jira's records in memory, written through to the store. */
export type Records = TypedRecords<Collections>;

/** Opens the tables; call `load` once the listeners are in place. */
export function createRecords(store: Store): Records {
  return openRecords<Collections>(store, {
    prefix: 'jira',
    names: NAMES,
    idOf,
    firstId: (name) => FIRST_ID[name] ?? DEFAULT_FIRST_ID,
  });
}
