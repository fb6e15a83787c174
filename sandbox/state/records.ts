import type { Store } from '#sandbox/state/store';

type Listener<Item> = (now: Item | undefined, before: Item | undefined) => void;

/** The records of a product in memory, written through to the store. Records are replaced, never changed in place. */
export interface TypedRecords<Collections extends object> {
  all<N extends keyof Collections>(name: N): Iterable<Collections[N]>;
  get<N extends keyof Collections>(name: N, id: string | number): Collections[N] | undefined;
  put<N extends keyof Collections>(name: N, record: Collections[N]): void;
  remove(name: keyof Collections, id: string | number): void;
  /** The next free number of a collection whose ids are numbers. */
  nextId(name: keyof Collections): number;
  /** Hears every change of a collection, and every record once when it is loaded. */
  listen<N extends keyof Collections>(name: N, listener: Listener<Collections[N]>): void;
  /** Reads everything from the store. */
  load(): void;
  /** One write to the disk; when `work` throws, memory goes back to what the disk has. */
  batch<Result>(work: () => Result): Result;
}

/** How the collections of a product are named and numbered. */
export interface RecordsShape<Collections extends object> {
  /** What the names of the store's collections begin with. */
  readonly prefix: string;
  readonly names: readonly (keyof Collections & string)[];
  readonly idOf: (record: Collections[keyof Collections]) => string;
  /** Where numbering starts when a collection is empty. */
  readonly firstId: (name: keyof Collections & string) => number;
}

/** Opens the tables of a product; call `load` once the listeners are in place. */
export function openRecords<Collections extends object>(
  store: Store,
  { prefix, names, idOf, firstId }: RecordsShape<Collections>,
): TypedRecords<Collections> {
  type Name = keyof Collections & string;
  const each = (make: () => unknown) => Object.fromEntries(names.map((name) => [name, make()]));
  const tables = each(() => new Map()) as { [N in keyof Collections]: Map<string, Collections[N]> };
  const listeners = each(() => []) as { [N in keyof Collections]: Listener<Collections[N]>[] };
  const highest = new Map<keyof Collections, number>();
  const collection = (name: keyof Collections) => `${prefix}.${String(name)}`;
  let depth = 0;

  const keep = <N extends keyof Collections>(name: N, record: Collections[N]) => {
    const id = idOf(record);
    const before = tables[name].get(id);
    tables[name].set(id, record);
    if (/^\d+$/.test(id)) highest.set(name, Math.max(highest.get(name) ?? 0, Number(id)));
    for (const listener of listeners[name]) listener(record, before);
  };
  const drop = (name: keyof Collections, id: string) => {
    const before = tables[name].get(id);
    if (before === undefined) return;
    tables[name].delete(id);
    for (const listener of listeners[name]) listener(undefined, before);
  };
  const loadOne = (name: Name) => {
    for (const id of [...tables[name].keys()]) drop(name, id);
    for (const [, value] of store.load(collection(name))) keep(name, value as Collections[Name]);
  };
  const load = () => {
    highest.clear();
    names.forEach(loadOne);
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
    nextId: (name) => Math.max((highest.get(name) ?? 0) + 1, firstId(name as Name)),
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
