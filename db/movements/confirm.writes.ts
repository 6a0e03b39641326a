import type { Writer } from '#db/database.ts';
import type { MovementConfirmationRow, MovementReviewRow } from '#db/movements/movements.table.ts';

/** The year is to be locked before. */
export async function markSent(
  tx: Writer,
  clusterYearId: string,
  movementId: string,
  sending: { sentOn: string; confirmBy: string },
): Promise<void> {
  await tx
    .updateTable('clusterYearMovement')
    .set(sending)
    .where('clusterYearId', '=', clusterYearId)
    .where('movementId', '=', movementId)
    .execute();
}

/** Writes a confirmation, or changes the one the unit gave; the year is locked and the version compared before. */
export async function putConfirmation(tx: Writer, row: MovementConfirmationRow): Promise<void> {
  const { confirmedOn, person, document, note, version } = row;
  await tx
    .insertInto('movementConfirmation')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['clusterYearId', 'movementId', 'unitId'])
        .doUpdateSet({ confirmedOn, person, document, note, version }),
    )
    .execute();
}

/** Writes a review, or changes it; the year is locked and the version compared before. */
export async function putReview(tx: Writer, row: MovementReviewRow): Promise<void> {
  const { heldOn, content, version } = row;
  await tx
    .insertInto('movementReview')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['clusterYearId', 'movementId', 'kind']).doUpdateSet({ heldOn, content, version }),
    )
    .execute();
}
