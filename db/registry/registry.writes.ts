import { sendAlong } from '#db/core/send-along.ts';
import type { Writer } from '#db/database.ts';
import type { NewAward } from '#db/registry/registry.table.ts';

export async function insertAward(tx: Writer, award: NewAward): Promise<void> {
  await sendAlong(tx, tx.insertInto('award').values(award));
}
