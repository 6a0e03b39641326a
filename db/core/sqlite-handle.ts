import Sqlite from 'better-sqlite3';
import type { QueryResult } from 'kysely';
import { refuseRoundedNumbers, sqliteParameters } from '#db/core/parameters.ts';

/** `reader`: the one of the main thread; `long-reader`: one of a few in threads of their own. */
export type SqliteRole = 'long-reader' | 'reader' | 'writer';

/** What one statement gave: rows of a statement that returns some, counts of one that does not. */
export type SqliteAnswer = { rows: unknown[] } | { changes: number; lastInsertRowid: number | bigint };

export type SqliteHandle = {
  readonly database: Sqlite.Database;
  run(sql: string, parameters: readonly unknown[]): SqliteAnswer;
  close(): void;
};

const BUSY_TIMEOUT_MS = 5_000;
const CACHED_STATEMENTS = 256;
/**
 * Pages a handle keeps. The short reads of everybody go through one reader. A long reader passes through what it reads,
 * and the system keeps the pages of the file anyway. With the two megabytes that SQLite gives a writer, a chunk of an
 * import would write and read its pages of fourteen indexes again and again.
 */
export const CACHE_KIB: Readonly<Record<SqliteRole, number>> = {
  reader: 65_536,
  'long-reader': 16_384,
  writer: 32_768,
};
const SYNCHRONOUS_FULL = 2;
/** 32 MB: an import touches the same pages of many indexes again and again, and writes them back less often. */
const CHECKPOINT_PAGES = 8_000;

/**
 * Opens a SQLite file the only way this project does, and makes sure of it.
 *
 * The build we use falls back to synchronous=NORMAL in WAL mode whenever an existing file is
 * opened, so a power cut could lose answered commits: it is set, then asked back, every time.
 *
 * @throws Error if a setting did not take
 */
export function openSqlite(file: string, role: SqliteRole): SqliteHandle {
  const database = new Sqlite(file, { readonly: role !== 'writer', timeout: BUSY_TIMEOUT_MS });
  try {
    configure(database, role);
  } catch (error) {
    database.close();
    throw error;
  }
  const prepare = statementCache(database);
  return {
    database,
    run(sql, parameters) {
      const { statement, numeric } = prepare(sql);
      if (!statement.reader) return statement.run(sqliteParameters(parameters));
      const rows = statement.all(sqliteParameters(parameters));
      refuseRoundedNumbers(rows, numeric);
      return { rows };
    },
    close: () => void database.close(),
  };
}

function configure(database: Sqlite.Database, role: SqliteRole): void {
  if (role === 'writer') {
    database.pragma('journal_mode = WAL');
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
  }
  database.pragma(`cache_size = -${CACHE_KIB[role]}`);
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('temp_store = MEMORY');
  expectPragma(database, 'journal_mode', 'wal');
  expectPragma(database, 'synchronous', SYNCHRONOUS_FULL);
  expectPragma(database, 'foreign_keys', 1);
  expectPragma(database, 'trusted_schema', 0);
}

function expectPragma(database: Sqlite.Database, name: string, expected: number | string): void {
  const actual = database.pragma(name, { simple: true });
  if (actual !== expected) throw new Error(`${database.name}: pragma ${name} is ${actual}, it must be ${expected}`);
}

type Prepared = {
  statement: Sqlite.Statement<unknown[]>;
  /** Columns of the answer that may hold numbers. */
  numeric: readonly string[];
};

/** Preparing costs more than most reads: the statements used last are kept. */
function statementCache(database: Sqlite.Database): (sql: string) => Prepared {
  const cache = new Map<string, Prepared>();
  return (sql) => {
    let prepared = cache.get(sql);
    if (prepared)
      cache.delete(sql); // set again below: a Map keeps insertion order, so the oldest goes first
    else prepared = prepare(database, sql);
    cache.set(sql, prepared);
    if (cache.size > CACHED_STATEMENTS) cache.delete(cache.keys().next().value as string);
    return prepared;
  };
}

/** A column declared as text holds no number (expressions are not declared); most columns of a list are text. */
function prepare(database: Sqlite.Database, sql: string): Prepared {
  const statement = database.prepare<unknown[]>(sql);
  const columns = statement.reader ? statement.columns() : [];
  return { statement, numeric: columns.filter(({ type }) => type?.toLowerCase() !== 'text').map(({ name }) => name) };
}

/** The shape Kysely wants. */
export function toResult<Row>(answer: SqliteAnswer): QueryResult<Row> {
  if ('rows' in answer) return { rows: answer.rows as Row[] };
  return { rows: [], numAffectedRows: BigInt(answer.changes), insertId: BigInt(answer.lastInsertRowid) };
}
