import type { Writer } from '#db/database.ts';
import { fold } from '#shared/core/fold.ts';

/** Sets the field of indicators in a cluster; an empty field takes the line away. */
export async function putIndicatorFields(
  tx: Writer,
  clusterId: string,
  fields: readonly { indicatorId: string; field: string }[],
): Promise<void> {
  if (fields.length === 0) return;
  await tx
    .deleteFrom('indicatorField')
    .where('clusterId', '=', clusterId)
    .where(
      'indicatorId',
      'in',
      fields.map(({ indicatorId }) => indicatorId),
    )
    .execute();
  const given = fields.filter(({ field }) => field !== '');
  if (given.length === 0) return;
  await tx
    .insertInto('indicatorField')
    .values(given.map(({ indicatorId, field }) => ({ clusterId, indicatorId, field, fieldFold: fold(field) })))
    .execute();
}

/** @returns false when it was set aside already */
export async function insertDismissal(
  tx: Writer,
  dismissal: { clusterYearId: string; unitId: string; exemplarId: string; indicatorId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('suggestionDismissal')
    .values(dismissal)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
