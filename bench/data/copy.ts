import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** A database of its own for one level of one run, because `create` writes. Exactly one of `file` and `url` is there. */
export type Copy = { dataDir: string; file?: string | undefined; url?: string | undefined };

export type Copies = { make(): Promise<Copy>; close(): Promise<void> };

const RUN = /^luytre-bench-run-(\d+)-/;

/** A folder for this run that is removed at its end, also an interrupted one. Takes away those of killed runs. */
export function runDirectory(): string {
  for (const name of fs.readdirSync(os.tmpdir())) {
    const pid = RUN.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      fs.rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true });
  }
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), `luytre-bench-run-${process.pid}-`));
  process.on('exit', () => fs.rmSync(directory, { recursive: true, force: true }));
  return directory;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
