import { readFileSync } from 'node:fs';
import { openDatabase } from '#db/core/connect.ts';
import { createCaller } from '#server/app-router.ts';
import type { DecisionId } from '#shared/decisions/decisions.schema.ts';
import { aContext, anActor } from '#test/builders/world.builder.ts';

/**
 * A server that issues one decision: `node issue.child.ts <json>`. Says "start" before the call and "done" after it;
 * whoever started it may kill it in between.
 */
const [, , orderFile = ''] = process.argv;
const order = JSON.parse(readFileSync(orderFile, 'utf8')) as {
  file?: string;
  url?: string;
  unitId: string;
  paper: { id: DecisionId; seenVersion: number; number: string; decidedOn: string; idempotencyKey: string };
};
const db = await openDatabase({ file: order.file, url: order.url });
const { decisions } = createCaller(aContext(db, anActor('Chuyên viên Lạng Sơn', order.unitId, 'specialist')));
await decisions.byId({ id: order.paper.id }); // everything loaded and warm: what follows is the issue itself
process.stdout.write('start\n');
await decisions.issue(order.paper);
process.stdout.write('done\n');
await db.close();
