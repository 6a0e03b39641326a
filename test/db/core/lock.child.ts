/** Run by lock.test.ts: takes the lock, says so, and keeps it until killed. */
import { writeSync } from 'node:fs';
import { acquireLock } from '#db/core/lock.ts';

acquireLock(process.argv[2] as string); // not kept: the lock must outlive a garbage collection
globalThis.gc?.();
writeSync(1, 'locked\n');
process.stdin.resume(); // the open pipe keeps the process alive
