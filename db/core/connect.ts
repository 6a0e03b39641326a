import { CamelCasePlugin, type Dialect, Kysely, sql } from 'kysely';
import { postgres } from '#db/core/postgres-dialect.ts';
import type { Engine } from '#db/core/schema.ts';
import { sqliteLongReads, sqliteReader, sqliteWriter } from '#db/core/sqlite-dialect.ts';
import { SqliteWorkerDriver } from '#db/core/sqlite-worker-driver.ts';
import { TransactionGuard } from '#db/core/transaction-guard.ts';
import type { Database } from '#db/database.ts';

/** An open database: one handle per purpose. */
export type Db = {
  readonly engine: Engine;
  /** Short reads (under 20 ms). On SQLite a read-only handle in the main thread. */
  readonly reads: Kysely<Database>;
  /** Reads that may take longer: exports, statistics. On SQLite read-only worker threads. May open a transaction for a snapshot. */
  readonly longReads: Kysely<Database>;
  /** Only for `inTransaction`, migrations and seeds. On SQLite one handle in a worker thread. */
  readonly writes: Kysely<Database>;
  /** The SQLite file; undefined on PostgreSQL. */
  readonly file?: string;
  /** The address of the PostgreSQL database (holds a password: never log it); undefined on SQLite. */
  readonly url?: string;
  /** The PostgreSQL schema everything lies in, where it is not that of the database. */
  readonly schema?: string;
  readonly guard: TransactionGuard;
  /** Copies a SQLite database into a new file while it is used; throws on PostgreSQL. */
  backupTo(file: string): Promise<void>;
  close(): Promise<void>;
};

export type DatabaseConfig = {
  /** postgres://… */
  url?: string | undefined;
  /** A schema of that database that exists already; undefined: the usual one. */
  schema?: string | undefined;
  /** A SQLite file; made if missing. */
  file?: string | undefined;
  /** Connections for reads and again for writes, on PostgreSQL. */
  poolSize?: number | undefined;
};

const DEFAULT_POOL_SIZE = 10;
/** Searches take two of them at most (server/registry/find.service.ts), so that a check or a dump beside them finds its own. */
const LONG_READS_AT_ONCE = 3;
const STATEMENT_TIMEOUT_MS = 30_000;
const LONG_STATEMENT_TIMEOUT_MS = 300_000;

/**
 * Opens the database that `config` names: a PostgreSQL address or a SQLite file.
 *
 * @throws Error if it cannot be opened, or not safely (see openSqlite)
 */
export async function openDatabase({ url, schema, file, poolSize = DEFAULT_POOL_SIZE }: DatabaseConfig): Promise<Db> {
  if (url !== undefined) return openPostgres(url, poolSize, schema);
  if (file !== undefined) return openSqliteFile(file);
  throw new Error('openDatabase needs a url (PostgreSQL) or a file (SQLite)');
}

async function openSqliteFile(file: string): Promise<Db> {
  const guard = new TransactionGuard();
  const writer = new SqliteWorkerDriver({
    file,
    role: 'writer',
    threads: 1,
    check: () => guard.refuseInside('writes'),
  });
  const writes = kysely(sqliteWriter(writer));
  const reads = kysely(sqliteReader(file, () => guard.refuseInside('reads')));
  const longReads = kysely(sqliteLongReads(file, LONG_READS_AT_ONCE, () => guard.refuseInside('longReads')));
  await proveOpen(writes); // first: it makes the file and its WAL, which a read-only handle could not
  await proveOpen(reads);
  return {
    engine: 'sqlite',
    reads,
    longReads,
    writes,
    file,
    guard,
    backupTo: (to) => writer.backup(to),
    async close() {
      await Promise.all([reads.destroy(), longReads.destroy()]);
      await writes.destroy(); // last, so that its checkpoint can empty the WAL
    },
  };
}

async function openPostgres(url: string, poolSize: number, schema: string | undefined): Promise<Db> {
  const guard = new TransactionGuard();
  const open = (handle: 'reads' | 'longReads' | 'writes', connections: number, statementTimeoutMs: number) =>
    kysely(
      postgres({
        url,
        schema,
        poolSize: connections,
        readOnly: handle !== 'writes',
        statementTimeoutMs,
        check: () => guard.refuseInside(handle),
      }),
    );
  const reads = open('reads', poolSize, STATEMENT_TIMEOUT_MS);
  const longReads = open('longReads', LONG_READS_AT_ONCE, LONG_STATEMENT_TIMEOUT_MS);
  const writes = open('writes', poolSize, STATEMENT_TIMEOUT_MS);
  await proveOpen(writes);
  return {
    engine: 'postgres',
    reads,
    longReads,
    writes,
    url,
    ...(schema === undefined ? {} : { schema }),
    guard,
    backupTo: async () => {
      throw new Error('backupTo copies a SQLite file: use pg_dump for PostgreSQL');
    },
    async close() {
      await Promise.all([reads.destroy(), longReads.destroy(), writes.destroy()]);
    },
  };
}

/** TypeScript's camelCase names, SQL's snake_case names. */
function kysely(dialect: Dialect): Kysely<Database> {
  return new Kysely<Database>({ dialect, plugins: [new CamelCasePlugin()] });
}

/** Kysely connects at the first query: fail at start, with the handle closed, instead of at the first visitor. */
async function proveOpen(db: Kysely<Database>): Promise<void> {
  try {
    await sql`select 1`.execute(db);
  } catch (error) {
    await db.destroy().catch(() => {}); // the first error is the one that explains
    throw error;
  }
}
