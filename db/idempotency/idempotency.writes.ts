import { sendAlong } from '#db/core/send-along.ts';
import type { Writer } from '#db/database.ts';
import type { NewIdempotency } from '#db/idempotency/idempotency.table.ts';

export async function insertAnswer(tx: Writer, answer: NewIdempotency): Promise<void> {
  await sendAlong(tx, tx.insertInto('idempotency').values(answer));
}
