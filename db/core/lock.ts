import * as fs from 'node:fs';
import Sqlite from 'better-sqlite3';

export type Release = () => void;

/** A handle nobody refers to is closed by the garbage collector, and the lock would go with it. */
const heldLocks = new Set<Sqlite.Database>();

/** Another process has the file open as its server; the message is for an administrator. */
export class LockedError extends Error {
  /** Undefined where the holder did not get to write it down. */
  readonly pid: number | undefined;

  constructor(file: string, pid: number | undefined) {
    super(
      `Một tiến trình khác${pid === undefined ? '' : ` (pid ${pid})`} đang dùng ${file}. Hãy dừng máy chủ rồi thử lại.\n` +
        `Another process${pid === undefined ? '' : ` (pid ${pid})`} is using ${file}. Stop the server and try again.`,
    );
    this.pid = pid;
  }
}

/**
 * Makes this process the only one that serves, migrates or restores `file`.
 *
 * The lock is the operating system's own, taken through an empty SQLite file beside it, held as
 * long as the process lives: it is gone after kill -9, and does not mistake a container's
 * pid 1 for another's, as comparing process ids would. The pid is written only to be told.
 *
 * @throws LockedError if another process (or this one) holds it
 */
export function acquireLock(file: string): Release {
  const holder = `${file}.pid`;
  const lock = new Sqlite(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new LockedError(file, readPid(holder));
    }
    throw error;
  }
  heldLocks.add(lock);
  fs.writeFileSync(holder, String(process.pid));
  return () => {
    if (!heldLocks.delete(lock)) return;
    fs.rmSync(holder, { force: true });
    lock.close(); // the empty .lock file stays: removing it would race with the next taker
  };
}

function readPid(holder: string): number | undefined {
  try {
    const pid = Number(fs.readFileSync(holder, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}
