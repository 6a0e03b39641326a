import { spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { acquireLock, LockedError } from '#db/core/lock.ts';
import { engine, testDirectory } from '#test/core/test-db.ts';

function refusal(file: string): LockedError {
  try {
    acquireLock(file)();
  } catch (error) {
    if (error instanceof LockedError) return error;
    throw error;
  }
  return expect.fail('the lock should have been refused');
}

test.runIf(engine === 'sqlite')(
  'a second taker is refused and told the pid; after kill -9 the lock is free',
  async () => {
    const file = path.join(testDirectory(), 'luy-tre.sqlite');
    const child = spawn(process.execPath, ['--expose-gc', path.join(import.meta.dirname, 'lock.child.ts'), file], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(refusal(file).pid).toBe(child.pid);
    expect(refusal(file).message).toContain(`(pid ${child.pid}) đang dùng ${file}`);

    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
    expect(fs.existsSync(`${file}.pid`), 'it had no chance to clean up').toBe(true);
    const release = acquireLock(file);
    expect(refusal(file).pid, 'the same process is refused too').toBe(process.pid);
    release();
    release();
    acquireLock(file)();
  },
);
