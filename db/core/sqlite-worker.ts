import * as path from 'node:path';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3';
import type { SqliteAnswer, SqliteRole } from '#db/core/sqlite-handle.ts';

export type SqliteThreadData = { file: string; role: SqliteRole };

export type Statement = { sql: string; parameters: readonly unknown[] };
type Command =
  | (Statement & {
      kind: 'query';
      inTransaction: boolean;
      /** What opens the transaction, with its first statement. */
      begin?: string | undefined;
      /** Statements of the transaction whose answers nobody waited for; they run before this one. */
      held?: readonly Statement[];
    })
  /** Statements of a transaction that nobody waits for; one that fails ends the transaction. */
  | { kind: 'ahead'; begin: string | undefined; statements: readonly Statement[] }
  | { kind: 'rollback' | 'backup-wait' | 'close' }
  | { kind: 'backup-start'; to: string };
export type SqliteRequest = Command & { id: number };
export type SqliteReply = { id: number } & (
  | { answer: SqliteAnswer }
  | { error: { name: string; message: string; code?: string } }
);

/** The main thread's end of a SQLite handle that lives in a worker thread. */
export class SqliteWorker {
  #thread: Worker;
  #waiting = new Map<number, { resolve: (reply: SqliteReply) => void; reject: (error: Error) => void }>();
  #lastId = 0;
  #closing = false;
  #stopped: Error | undefined;
  #exited: Promise<void>;

  constructor(data: SqliteThreadData) {
    // execArgv: a test runner's or a debugger's own flags must not follow into the thread.
    this.#thread = new Worker(path.join(import.meta.dirname, 'sqlite-thread.ts'), { workerData: data, execArgv: [] });
    this.#thread.unref();
    this.#thread.on('message', (reply: SqliteReply) => {
      this.#waiting.get(reply.id)?.resolve(reply);
      this.#settle(reply.id);
    });
    this.#thread.on('error', (error: Error) => this.#stop(error));
    this.#exited = new Promise((resolve) => {
      this.#thread.on('exit', () => {
        this.#stop(new Error(`The SQLite thread of ${data.file} has stopped`));
        resolve();
      });
    });
  }

  /** Sends one command; commands are carried out in the order they were sent. Errors keep their SQLite code. */
  async call(command: Command): Promise<SqliteAnswer> {
    if (this.#stopped) throw this.#stopped;
    const id = ++this.#lastId;
    const reply = await new Promise<SqliteReply>((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#thread.ref(); // the process must not end while an answer is due
      try {
        this.#thread.postMessage({ ...command, id });
      } catch (error) {
        this.#settle(id);
        reject(error);
      }
    });
    if ('answer' in reply) return reply.answer;
    // Made here, after the wait, so that the stack leads to the query and not to a message handler.
    throw revive(reply.error);
  }

  /** Closes the file and ends the thread. */
  async close(): Promise<void> {
    if (this.#stopped) return;
    this.#closing = true; // from here on the process waits for the thread to end
    const closed = this.call({ kind: 'close' });
    await Promise.all([closed, this.#exited]);
  }

  #settle(id: number): void {
    this.#waiting.delete(id);
    if (this.#waiting.size === 0 && !this.#closing) this.#thread.unref();
  }

  #stop(error: Error): void {
    this.#stopped ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#stopped);
    this.#waiting.clear();
  }
}

function revive({ name, message, code }: { name: string; message: string; code?: string }): Error {
  if (code !== undefined && name === 'SqliteError') return new Sqlite.SqliteError(message, code);
  const error = name === 'RangeError' ? new RangeError(message) : new TypeError(message);
  return name === 'TypeError' || name === 'RangeError' ? error : Object.assign(new Error(message), { code });
}
