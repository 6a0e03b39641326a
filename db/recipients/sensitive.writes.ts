import type { Writer } from '#db/database.ts';

type Stated = { nominationId: string; seenVersion: number; ethnicityCode: string | null };

/** Writes the dân tộc of a nomination; false when somebody wrote it since `seenVersion` (0: never written). */
export async function saveStatedEthnicity(tx: Writer, { nominationId, seenVersion, ethnicityCode }: Stated) {
  const saved =
    seenVersion === 0
      ? await tx
          .insertInto('nominationSensitive')
          .values({ nominationId, ethnicityCode })
          .onConflict((conflict) => conflict.column('nominationId').doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('nominationSensitive')
          .set({ ethnicityCode, version: seenVersion + 1 })
          .where('nominationId', '=', nominationId)
          .where('version', '=', seenVersion)
          .returning('version')
          .executeTakeFirst();
  return saved !== undefined;
}
