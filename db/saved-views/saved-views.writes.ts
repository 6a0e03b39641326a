import type { UpdateObject } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Database, Writer } from '#db/database.ts';
import type { NewSavedView } from '#db/saved-views/saved-views.table.ts';

export async function insertSavedView(tx: Writer, view: NewSavedView): Promise<void> {
  await tx.insertInto('savedView').values(view).execute();
}

/** Holds a view until the transaction ends. */
export async function lockSavedView(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'savedView', [id]);
}

/** Changes a view at the version somebody saw; false when it was changed meanwhile. */
export async function updateSavedView(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'savedView'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('savedView')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes a view away, and how people had left its columns. */
export async function deleteSavedView(tx: Writer, id: string, layoutKey: string): Promise<void> {
  await tx.deleteFrom('listLayout').where('list', '=', layoutKey).execute();
  await tx.deleteFrom('savedView').where('id', '=', id).execute();
}

export async function putListLayout(tx: Writer, accountId: string, list: string, layout: string): Promise<void> {
  await tx
    .insertInto('listLayout')
    .values({ accountId, list, layout })
    .onConflict((conflict) => conflict.columns(['accountId', 'list']).doUpdateSet({ layout }))
    .execute();
}

export async function deleteListLayout(tx: Writer, accountId: string, list: string): Promise<void> {
  await tx.deleteFrom('listLayout').where('accountId', '=', accountId).where('list', '=', list).execute();
}
