/** Run by kill.test.ts: takes up the job that makes the training copy; it will be killed in the middle. */
import { pino } from 'pino';
import { openDatabase } from '#db/core/connect.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { loadKeys } from '#server/core/keys.ts';
import { drainJobs } from '#server/jobs/queue.ts';

const [, , where = '', dataDir = ''] = process.argv;
const db = await openDatabase(where.startsWith('postgres:') ? { url: where } : { file: where });
await drainJobs({
  db,
  keys: await loadKeys(dataDir, { create: true }),
  log: pino({ level: 'silent' }),
  now: () => new Date(),
  newId: () => uuidv7(),
  dataDir,
  publicUrl: 'http://luytre.test',
  demo: false,
});
await db.close();
