import type { Writer } from '#db/database.ts';
import type { NewIdempotency } from '#db/idempotency/idempotency.table.ts';

export async function insertAnswer(tx: Writer, answer: NewIdempotency): Promise<void> {
  await tx.insertInto('idempotency').values(answer).execute();
}
