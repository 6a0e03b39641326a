import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import pg from 'pg';
import { encodeParameters } from '#db/core/parameters.ts';
import { PreparingClient } from '#db/core/postgres-client.ts';

export type PostgresOptions = {
  url: string;
  /** The schema in which everything lies; undefined: that of the database. */
  schema?: string | undefined;
  poolSize: number;
  readOnly: boolean;
  /** 0: no limit (migrations). */
  statementTimeoutMs: number;
  check: () => void;
};

/** A transaction that waits this long for its own program is stuck: its locks hold up everybody else. */
const IDLE_IN_TRANSACTION_MS = 15_000;
const CONNECT_TIMEOUT_MS = 10_000;

export function postgres(options: PostgresOptions): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new GuardedPostgresDriver(options),
    // biome-ignore lint/suspicious/noExplicitAny: Kysely's own signature
    createIntrospector: (db: Kysely<any>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

/** Kysely's driver, with the same checks and the same binding of values as on SQLite. */
class GuardedPostgresDriver extends PostgresDriver implements Driver {
  #check: () => void;
  #seen = new WeakSet<DatabaseConnection>();

  constructor(options: PostgresOptions) {
    super({ pool: async () => createPool(options) });
    this.#check = options.check;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#check();
    const connection = await super.acquireConnection();
    if (!this.#seen.has(connection)) {
      this.#seen.add(connection);
      const execute = connection.executeQuery.bind(connection);
      connection.executeQuery = <Row>(query: CompiledQuery) =>
        execute<Row>({ ...query, parameters: encodeParameters(query.parameters) });
    }
    return connection;
  }
}

function createPool({ url, schema, poolSize, readOnly, statementTimeoutMs }: PostgresOptions): pg.Pool {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: poolSize,
    types: { getTypeParser: parserOf },
    options: `-c default_transaction_read_only=${readOnly ? 'on' : 'off'} -c timezone=UTC${schema === undefined ? '' : ` -c search_path=${schema}`}`,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  // An idle connection that breaks must not end the process; the next query gets a new one or an error.
  pool.on('error', () => {});
  return pool;
}

const { INT8, DATE, TIMESTAMP, TIMESTAMPTZ, NUMERIC } = pg.types.builtins;
const asText = (text: string): string => text;

/** Same values as from SQLite: whole numbers as numbers, everything with a date or a fraction as text. */
function parserOf(oid: number, format?: 'text' | 'binary') {
  if (oid === INT8) return safeInteger;
  if (oid === DATE || oid === TIMESTAMP || oid === TIMESTAMPTZ || oid === NUMERIC) return asText;
  return pg.types.getTypeParser(oid, format as 'text');
}

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is beyond 2^53 - 1, which would be rounded`);
  return value;
}
