import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

const PREFIX = 'luy-tre-test-';
const MEMORY_DISK = '/dev/shm';

/**
 * A new directory for this process, in memory where the system offers that. Its name carries the
 * process id, so that `sweepTemporary` can clear what an interrupted run left behind.
 */
export function temporaryDirectory(purpose: string): string {
  return fs.mkdtempSync(path.join(root(), `${PREFIX}${process.pid}-${purpose}-`));
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

/** A cluster whose test run was killed goes on by itself; its first line of postmaster.pid names it. */
function stopPostgresOf(directory: string): void {
  try {
    const pid = Number(fs.readFileSync(path.join(directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (Number.isInteger(pid) && pid > 1) process.kill(pid, 'SIGINT');
  } catch {
    // no cluster was here, or it is gone
  }
}
