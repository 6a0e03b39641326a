import type { Writer } from '#db/database.ts';
import type { EffectTable } from '#db/exemplars/effects.table.ts';
import { type EffectRow, effectFold } from '#shared/exemplars/effects.schema.ts';

/** Puts the rows of a record in place of those it had; the record is to be locked before. */
export async function putEffects(
  tx: Writer,
  subjectKind: EffectTable['subjectKind'],
  subjectId: string,
  rows: readonly EffectRow[],
): Promise<void> {
  await tx.deleteFrom('effect').where('subjectKind', '=', subjectKind).where('subjectId', '=', subjectId).execute();
  if (rows.length === 0) return;
  await tx
    .insertInto('effect')
    .values(
      rows.map((row, index) => ({
        ...row,
        subjectKind,
        subjectId,
        position: index + 1,
        whatFold: effectFold(row),
        afterValue: row.afterValue ?? 0,
      })),
    )
    .execute();
}
