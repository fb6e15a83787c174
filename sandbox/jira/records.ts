import type { Collections } from '#sandbox/jira/model';
import type { Store } from '#sandbox/state/store';

type Name = keyof Collections;
type Listener<N extends Name> = (now: Collections[N] | undefined, before: Collections[N] | undefined) => void;
type Tables = { [N in Name]: Map<string, Collections[N]> };
type Listeners = { [N in Name]: Listener<N>[] };

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

const collection = (name: Name) => `jira.${name}`;

function idOf(record: Collections[Name]): string {
  if ('accountId' in record) return record.accountId;
  if ('groupId' in record) return record.groupId;
  return String(record.id);
}

/** The records in memory, written through to the store. Records are replaced, never changed in place. */
export interface Records {
  all<N extends Name>(name: N): Iterable<Collections[N]>;
  get<N extends Name>(name: N, id: string | number): Collections[N] | undefined;
  put<N extends Name>(name: N, record: Collections[N]): void;
  remove(name: Name, id: string | number): void;
  /** The next free number of a collection whose ids are numbers. */
  nextId(name: Name): number;
  /** Hears every change of a collection, and every record once when it is loaded. */
  listen<N extends Name>(name: N, listener: Listener<N>): void;
  /** Reads everything from the store. */
  load(): void;
  /** One write to the disk; when `work` throws, memory goes back to what the disk has. */
  batch<Result>(work: () => Result): Result;
}

/** Opens the tables; call `load` once the listeners are in place. */
export function createRecords(store: Store): Records {
  const each = (make: (name: Name) => unknown) => Object.fromEntries(NAMES.map((name) => [name, make(name)]));
  const tables = each(() => new Map()) as Tables;
  const listeners = each(() => []) as Listeners;
  const highest = new Map<Name, number>();
  let depth = 0;

  const keep = <N extends Name>(name: N, record: Collections[N]) => {
    const id = idOf(record);
    const before = tables[name].get(id);
    tables[name].set(id, record);
    if (/^\d+$/.test(id)) highest.set(name, Math.max(highest.get(name) ?? 0, Number(id)));
    for (const listener of listeners[name]) listener(record, before);
  };
  const drop = (name: Name, id: string) => {
    const before = tables[name].get(id);
    if (before === undefined) return;
    tables[name].delete(id);
    for (const listener of listeners[name] as Listener<Name>[]) listener(undefined, before);
  };
  const loadOne = (name: Name) => {
    for (const id of [...tables[name].keys()]) drop(name, id);
    for (const [, value] of store.load(collection(name))) keep(name, value as Collections[Name]);
  };
  const load = () => {
    highest.clear();
    NAMES.forEach(loadOne);
  };

  return {
    load,
    all: (name) => tables[name].values(),
    get: (name, id) => tables[name].get(String(id)),
    put(name, record) {
      store.put(collection(name), idOf(record), record);
      keep(name, record);
    },
    remove(name, id) {
      store.remove(collection(name), String(id));
      drop(name, String(id));
    },
    nextId: (name) => Math.max((highest.get(name) ?? 0) + 1, FIRST_ID[name] ?? DEFAULT_FIRST_ID),
    listen(name, listener) {
      listeners[name].push(listener);
    },
    batch(work) {
      if (depth > 0) return work();
      depth += 1;
      try {
        return store.transaction(work);
      } catch (error) {
        load();
        throw error;
      } finally {
        depth -= 1;
      }
    },
  };
}
