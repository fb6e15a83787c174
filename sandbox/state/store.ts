import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Keeps JSON documents by collection and id, on disk, in insertion order. */
export interface Store {
  /** All documents of a collection as `[id, value]`, in the order of first insertion. */
  load(collection: string): Iterable<readonly [id: string, value: unknown]>;
  put(collection: string, id: string, value: unknown): void;
  remove(collection: string, id: string): void;
  /** Writes of `work` reach the disk together or not at all; nested calls join the outer one. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

/** The state could not be read or written; the message says what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

function explain(error: unknown, file: string): never {
  const text = error instanceof Error ? error.message : String(error);
  if (/disk is full|ENOSPC/i.test(text)) {
    throw new StoreError(`The disk is full: ${file} could not be written. Free some space and start again.`, {
      cause: error,
    });
  }
  if (/readonly|EACCES|EPERM|unable to open/i.test(text)) {
    throw new StoreError(`${file} cannot be written. Check the folder's permissions and start again.`, {
      cause: error,
    });
  }
  if (/malformed|not a database/i.test(text) || error instanceof SyntaxError) {
    throw new StoreError(`${file} is damaged. Start over with: npm start -- --fresh`, { cause: error });
  }
  throw error;
}

/**
 * Opens (or makes) the store in an SQLite file; `:memory:` keeps nothing.
 * @throws StoreError when the file cannot be opened or written.
 */
export function openStore(file: string): Store {
  const guard = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      return explain(error, file);
    }
  };
  const database = guard(() => {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    const opened = new DatabaseSync(file);
    opened.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    opened.exec(
      'CREATE TABLE IF NOT EXISTS document (position INTEGER PRIMARY KEY, collection TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL, UNIQUE (collection, id))',
    );
    return opened;
  });
  const prepare = (sql: string) => guard(() => database.prepare(sql));
  const select = prepare('SELECT id, value FROM document WHERE collection = ? ORDER BY position');
  const upsert = prepare(
    'INSERT INTO document (collection, id, value) VALUES (?, ?, ?) ON CONFLICT (collection, id) DO UPDATE SET value = excluded.value',
  );
  const erase = prepare('DELETE FROM document WHERE collection = ? AND id = ?');
  let depth = 0;
  return {
    *load(collection) {
      for (const row of guard(() => select.all(collection))) {
        const value = guard(() => JSON.parse(String(row['value'])) as unknown);
        yield [String(row['id']), value] as const;
      }
    },
    put: (collection, id, value) => {
      guard(() => void upsert.run(collection, id, JSON.stringify(value)));
    },
    remove: (collection, id) => {
      guard(() => void erase.run(collection, id));
    },
    transaction(work) {
      if (depth > 0) return work();
      depth += 1;
      try {
        guard(() => {
          database.exec('BEGIN');
        });
        const result = work();
        guard(() => {
          database.exec('COMMIT');
        });
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close: () => {
      database.close();
    },
  };
}
