/** A server that works off the jobs of a database until there is none; the test kills it in the middle. */
import { readFileSync } from 'node:fs';
import { openDatabase } from '#db/core/connect.ts';
import type { AppContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { loadKeys } from '#server/core/keys.ts';
import { createLog } from '#server/core/log.ts';
import { drainJobs } from '#server/jobs/queue.ts';

const { file, url, dataDir, now } = JSON.parse(readFileSync(process.argv[2]!, 'utf8'));
const db = await openDatabase({ file, url, poolSize: 3 });
const app: AppContext = {
  db,
  keys: await loadKeys(dataDir),
  log: createLog('error'),
  now: () => new Date(now),
  newId: () => uuidv7(),
  dataDir,
  publicUrl: 'https://khenthuong.example',
  demo: false,
};
process.stdout.write('start\n');
await drainJobs(app);
process.stdout.write('done\n');
await db.close();
