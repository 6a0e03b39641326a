import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { openSqlite, type SqliteHandle, toResult } from '#db/core/sqlite-handle.ts';
import { SqliteWorkerDriver } from '#db/core/sqlite-worker-driver.ts';

/** Kysely's adapter says that SQLite cannot roll back `create table`. It can, so migrations may be all or nothing. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
  /** Our drivers queue by themselves. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

function dialect(createDriver: () => Driver): Dialect {
  return {
    createAdapter: () => new TransactionalSqliteAdapter(),
    createDriver,
    // biome-ignore lint/suspicious/noExplicitAny: Kysely's own signature
    createIntrospector: (db: Kysely<any>) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** One handle in a worker thread; transactions start with BEGIN IMMEDIATE and take turns in the order they asked. */
export function sqliteWriter(driver: SqliteWorkerDriver): Dialect {
  return dialect(() => driver);
}

/** A few read-only handles in worker threads, for reads too long for the main thread. */
export function sqliteLongReads(file: string, threads: number, check: () => void): Dialect {
  return dialect(() => new SqliteWorkerDriver({ file, role: 'long-reader', threads, check }));
}

/** A read-only handle in the main thread: nothing is faster for a read of a millisecond. */
export function sqliteReader(file: string, check: () => void): Dialect {
  return dialect(() => new MainThreadReader(file, check));
}

class MainThreadReader implements Driver {
  #file: string;
  #check: () => void;
  #handle: SqliteHandle | undefined;
  #connection: DatabaseConnection | undefined;

  constructor(file: string, check: () => void) {
    this.#file = file;
    this.#check = check;
  }

  async init(): Promise<void> {
    const handle = openSqlite(this.#file, 'reader');
    this.#handle = handle;
    this.#connection = {
      executeQuery: async <Row>({ sql, parameters }: CompiledQuery) => toResult<Row>(handle.run(sql, parameters)),
      // biome-ignore lint/correctness/useYield: refuses
      streamQuery: async function* () {
        throw new Error('Streaming would block the reading handle: ask longReads');
      },
    };
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#check();
    return this.#connection!;
  }

  async releaseConnection(): Promise<void> {}

  async beginTransaction(): Promise<void> {
    throw new Error('reads has no transactions: writes go through inTransaction, a snapshot through longReads');
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#handle?.close();
  }
}
