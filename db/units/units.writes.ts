import { sendAlong } from '#db/core/send-along.ts';
import type { Writer } from '#db/database.ts';

/**
 * Lets one transaction at a time look for and add recipients and awards of a unit, so that two people recording the
 * same one do not both find it missing. (SQLite has one writer anyway; rows that refer to the unit do not wait.)
 */
export async function lockUnit(tx: Writer, id: string): Promise<void> {
  await sendAlong(
    tx,
    tx
      .updateTable('unit')
      .set((eb) => ({ version: eb.ref('version') }))
      .where('id', '=', id),
  );
}
