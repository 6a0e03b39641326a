import type { CompiledQuery, DatabaseConnection, Driver } from 'kysely';
import { encodeParameters } from '#db/core/parameters.ts';
import { isSentAlong } from '#db/core/send-along.ts';
import { type SqliteAnswer, type SqliteRole, toResult } from '#db/core/sqlite-handle.ts';
import { SqliteWorker, type Statement } from '#db/core/sqlite-worker.ts';

type Options = {
  file: string;
  role: SqliteRole;
  /** How many handles; always 1 for the writer. */
  threads: number;
  /** Asked before a connection is handed out; throws where it must not be. */
  check: () => void;
};

/**
 * Hands out SQLite handles that live in worker threads, each to one taker at a time and in the
 * order they asked. Threads start when they are first needed.
 */
export class SqliteWorkerDriver implements Driver {
  #options: Options;
  #all: ThreadConnection[] = [];
  #idle: ThreadConnection[] = [];
  #queue: ((connection: ThreadConnection) => void)[] = [];

  constructor(options: Options) {
    this.#options = options;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<ThreadConnection> {
    this.#options.check();
    const idle = this.#idle.pop();
    if (idle) return idle;
    if (this.#all.length < this.#options.threads) {
      const connection = new ThreadConnection(new SqliteWorker({ file: this.#options.file, role: this.#options.role }));
      this.#all.push(connection);
      return connection;
    }
    return new Promise((resolve) => this.#queue.push(resolve));
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    const next = this.#queue.shift();
    if (next) next(connection as ThreadConnection);
    else this.#idle.push(connection as ThreadConnection);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // IMMEDIATE: a transaction that read first and writes later could be refused half way (SQLITE_BUSY_SNAPSHOT).
    (connection as ThreadConnection).begin(this.#options.role === 'writer' ? 'begin immediate' : 'begin');
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as ThreadConnection).commit();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await (connection as ThreadConnection).rollback();
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await (connection as ThreadConnection).run(`savepoint ${quoted(name)}`);
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await (connection as ThreadConnection).run(`rollback to savepoint ${quoted(name)}`);
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    await (connection as ThreadConnection).run(`release savepoint ${quoted(name)}`);
  }

  /**
   * Copies the database into a new file while it is used. Through the writer's own handle,
   * because a copy through a second one starts over at every write and may never end.
   *
   * @param to path of a file that does not exist yet
   */
  async backup(to: string): Promise<void> {
    const connection = await this.acquireConnection();
    // The first step must not meet an open transaction (SQLite would say "busy, nothing left to
    // copy"). From the second step on, writes and copying take turns.
    try {
      await connection.worker.call({ kind: 'backup-start', to });
    } finally {
      await this.releaseConnection(connection);
    }
    await connection.worker.call({ kind: 'backup-wait' });
  }

  async destroy(): Promise<void> {
    await Promise.all(this.#all.map(({ worker }) => worker.close()));
  }
}

/** So many values are worth a turn between the threads: a part of an import, not a click. */
const WORTH_SENDING = 2_000;

class ThreadConnection implements DatabaseConnection {
  readonly worker: SqliteWorker;
  #inTransaction = false;
  #begin: string | undefined;
  /** Statements sent along that wait for the next one, and how many values they bind. */
  #held: Statement[] = [];
  #heldValues = 0;
  /** Answers of statements that were sent along in number: the thread works on them while more are made. */
  #ahead: Promise<unknown>[] = [];

  constructor(worker: SqliteWorker) {
    this.worker = worker;
  }

  async executeQuery<Row>(query: CompiledQuery) {
    if (!isSentAlong(query) || !this.#inTransaction) return toResult<Row>(await this.run(query.sql, query.parameters));
    this.#held.push({ sql: query.sql, parameters: encodeParameters(query.parameters) });
    this.#heldValues += query.parameters.length;
    if (this.#heldValues >= WORTH_SENDING) this.#sendAhead();
    return { rows: [] };
  }

  #sendAhead(): void {
    const sent = this.worker.call({ kind: 'ahead', ...this.#take() });
    sent.catch(() => {}); // told by the next statement that is waited for
    this.#ahead.push(sent);
  }

  #take(): { begin: string | undefined; statements: Statement[] } {
    const taken = { begin: this.#begin, statements: this.#held };
    this.#begin = undefined;
    this.#held = [];
    this.#heldValues = 0;
    return taken;
  }

  // biome-ignore lint/correctness/useYield: refuses
  async *streamQuery(): AsyncGenerator<never> {
    throw new Error('Streaming is not supported on SQLite: ask for pages by key');
  }

  async run(sql: string, parameters: readonly unknown[] = []): Promise<SqliteAnswer> {
    // Here, not only in the thread: a value that cannot travel must not take along what is held.
    const encoded = encodeParameters(parameters);
    for (const sent of this.#ahead.splice(0)) await sent;
    const { begin, statements: held } = this.#take();
    return this.worker.call({
      kind: 'query',
      sql,
      parameters: encoded,
      inTransaction: this.#inTransaction,
      begin,
      held,
    });
  }

  /** Travels with the first statement, which saves every transaction one turn between the threads. */
  begin(sql: string): void {
    this.#begin = sql;
    this.#inTransaction = true;
  }

  async commit(): Promise<void> {
    await this.run('commit');
    this.#end();
  }

  async rollback(): Promise<void> {
    this.#end();
    await this.worker.call({ kind: 'rollback' });
  }

  #end(): void {
    this.#inTransaction = false;
    this.#ahead = [];
    this.#take();
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
