import type { Writer } from '#db/database.ts';
import type { NewAward } from '#db/registry/registry.table.ts';

export async function insertAward(tx: Writer, award: NewAward): Promise<void> {
  await tx.insertInto('award').values(award).execute();
}
