import type { Writer } from '#db/database.ts';
import type { PledgeProgressRow, PledgeQuarterRow } from '#db/pledges/progress.table.ts';

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

type NewQuarter = Omit<PledgeQuarterRow, 'version'>;

/** The first time a member enters anything of a quarter. The pledge is held, so nobody else does meanwhile. */
export async function insertQuarter(tx: Writer, quarter: NewQuarter): Promise<void> {
  await tx.insertInto('pledgeQuarter').values(quarter).execute();
}

/** Something of the quarter was entered again. The pledge is held (`lockPledge`). */
export async function touchQuarter(
  tx: Writer,
  { id, version }: Pick<PledgeQuarterRow, 'id' | 'version'>,
  content: Pick<PledgeQuarterRow, 'asOf' | 'savedAt' | 'savedBy'>,
): Promise<void> {
  await tx
    .updateTable('pledgeQuarter')
    .set({ ...content, version: version + 1 })
    .where('id', '=', id)
    .execute();
}
