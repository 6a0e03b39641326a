import type { Writer } from '#db/database.ts';
import type { NewSummaryNote } from '#db/reports/summary.table.ts';

/** Adds the next version of a word beside a figure; false when another has been saved in its place. */
export async function insertSummaryNote(tx: Writer, note: NewSummaryNote): Promise<boolean> {
  const saved = await tx
    .insertInto('summaryNote')
    .values(note)
    .onConflict((conflict) =>
      conflict.columns(['clusterYearId', 'period', 'indicatorVersionId', 'kind', 'version']).doNothing(),
    )
    .returning('version')
    .executeTakeFirst();
  return saved !== undefined;
}

type Pair = { clusterId: string; stockIndicatorId: string; flowIndicatorId: string | null };

/** Sets which flow belongs to a stock; null: none. */
export async function setStockFlow(tx: Writer, { clusterId, stockIndicatorId, flowIndicatorId }: Pair): Promise<void> {
  await tx
    .deleteFrom('stockFlow')
    .where('clusterId', '=', clusterId)
    .where('stockIndicatorId', '=', stockIndicatorId)
    .execute();
  if (flowIndicatorId === null) return;
  await tx.insertInto('stockFlow').values({ clusterId, stockIndicatorId, flowIndicatorId }).execute();
}
