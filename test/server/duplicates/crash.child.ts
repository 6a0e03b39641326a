import { readFileSync } from 'node:fs';
import pino from 'pino';
import { openDatabase } from '#db/core/connect.ts';
import { type AppContext, systemContext } from '#server/core/context.ts';
import { uuidv7 } from '#server/core/ids.ts';
import { pairPage } from '#server/duplicates/duplicates.view.ts';
import { scanForPairs } from '#server/duplicates/find.job.ts';
import { mergeOnce } from '#server/duplicates/merge.service.ts';

/**
 * A server that merges two records and then looks through all: `node crash.child.ts <json>`. Says "start" before and
 * "done" after it; whoever started it may kill it in between.
 */
const order = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));
const db = await openDatabase({ file: order.file, url: order.url });
const app = { db, log: pino({ level: 'silent' }), newId: () => uuidv7(), now: () => new Date() };
const ctx = { ...systemContext(app as unknown as AppContext, 'duplicates.merge'), actor: order.actor };
await pairPage(ctx, {}); // everything loaded and warm
process.stdout.write('start\n');
await mergeOnce(ctx, order.merge);
await scanForPairs(ctx, { progress: () => {}, log: async () => {}, throwIfCancelled: () => {} });
process.stdout.write('done\n');
await db.close();
