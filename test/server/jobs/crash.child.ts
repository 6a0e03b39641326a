/** A server that runs jobs: each writes one line for every step it finished, so that the parent can count what ran. */
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import pino from 'pino';
import { openDatabase } from '#db/core/connect.ts';
import type { AppContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { startJobs } from '#server/jobs/queue.ts';

const { file, url, ledger } = JSON.parse(readFileSync(process.argv[2]!, 'utf8'));
const db = await openDatabase(url ? { url, poolSize: 3 } : { file });
const app = {
  db,
  log: pino({ level: 'silent' }),
  newId: () => uuidv7(),
  now: () => new Date(),
} as unknown as AppContext;
startJobs(app, {
  slow: async (_app, payload, run) => {
    const { name } = payload as { name: string };
    appendFileSync(ledger, `${name} begins ${process.pid}\n`);
    for (let step = 1; step <= 5; step += 1) {
      run.throwIfCancelled();
      run.progress(step, 5);
      await wait(20);
    }
    appendFileSync(ledger, `${name} ends ${process.pid}\n`);
    return name;
  },
});
console.log('start');
process.stdin.resume(); // until it is killed
