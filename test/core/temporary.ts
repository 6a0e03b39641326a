import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const PREFIX = 'luy-tre-test-';
const MEMORY_DISK = '/dev/shm';
const STOP_TRIES = 100;
const STOP_PAUSE_MS = 20;

/**
 * A new directory for this process, in memory where the system offers that. Its name carries the
 * process id, so that `sweepTemporary` can clear what an interrupted run left behind.
 */
export function temporaryDirectory(purpose: string): string {
  return fs.mkdtempSync(path.join(root(), `${PREFIX}${process.pid}-${purpose}-`));
}

/** Removes a directory, with the cluster that runs in it, even when the run is interrupted. Gives the same as a function. */
export function removeAtExit(directory: string): () => void {
  const remove = () => {
    process.off('exit', remove);
    stopPostgresOf(directory);
    removeTemporary(directory);
  };
  process.on('exit', remove);
  return remove;
}

export function removeTemporary(directory: string): void {
  fs.rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
}

/** Removes directories of test runs that are no longer alive. */
export function sweepTemporary(): void {
  for (const name of fs.readdirSync(root())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const directory = path.join(root(), name);
    stopPostgresOf(directory);
    removeTemporary(directory);
  }
}

function root(): string {
  return fs.existsSync(MEMORY_DISK) ? MEMORY_DISK : os.tmpdir();
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Stops a PostgreSQL cluster at once (its data is thrown away) and waits until it is down.
 * Synchronous, so that it also works while the process exits.
 */
export function stopPostgresOf(directory: string): void {
  const pidFile = path.join(directory, 'postmaster.pid'); // its first line is the pid; a cluster that ends removes it
  try {
    const pid = Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]);
    if (!Number.isInteger(pid) || pid <= 1) return;
    process.kill(pid, 'SIGQUIT');
  } catch {
    return; // no cluster was here, or it is gone
  }
  const flag = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < STOP_TRIES && fs.existsSync(pidFile); tries += 1) Atomics.wait(flag, 0, 0, STOP_PAUSE_MS);
}
