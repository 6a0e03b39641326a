import type { Writer } from '#db/database.ts';
import type { PledgeProgressRow } from '#db/pledges/progress.table.ts';

type Key = Pick<PledgeProgressRow, 'pledgeId' | 'unitId' | 'indicatorVersionId' | 'quarter'>;
type Content = Pick<PledgeProgressRow, 'value' | 'note' | 'savedAt' | 'savedBy'>;

/** @returns false when somebody saved it meanwhile; `seenVersion` 0: it was not there */
export async function putProgress(tx: Writer, key: Key, content: Content, seenVersion: number): Promise<boolean> {
  if (seenVersion === 0) {
    const { numInsertedOrUpdatedRows: count } = await tx
      .insertInto('pledgeProgress')
      .values({ ...key, ...content })
      .onConflict((on) => on.columns(['pledgeId', 'unitId', 'indicatorVersionId', 'quarter']).doNothing())
      .executeTakeFirst();
    return count === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('pledgeProgress')
    .set({ ...content, version: seenVersion + 1 })
    .where('pledgeId', '=', key.pledgeId)
    .where('unitId', '=', key.unitId)
    .where('indicatorVersionId', '=', key.indicatorVersionId)
    .where('quarter', '=', key.quarter)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
