import type { Reader, Writer } from '#db/database.ts';

/** Nominations of a unit in a year by these names (folded), but those that were withdrawn or refused. */
export function findDraftsOfNames(db: Reader, clusterYearId: string, unitId: string, nameFolds: readonly string[]) {
  return db
    .selectFrom('nomination')
    .selectAll()
    .where('clusterYearId', '=', clusterYearId)
    .where('unitId', '=', unitId)
    .where('nameFold', 'in', [...nameFolds])
    .where('status', 'not in', ['withdrawn', 'refused'])
    .execute();
}

/**
 * Takes a draft away that nobody worked on.
 * @returns false when somebody did; nothing is done then
 */
export async function removeDraft(tx: Writer, id: string): Promise<boolean> {
  const draft = await tx
    .selectFrom('nomination')
    .leftJoin('nominationSensitive as sensitive', 'sensitive.nominationId', 'nomination.id')
    .select(['nomination.version', 'nomination.status', 'sensitive.version as sensitiveVersion'])
    .where('nomination.id', '=', id)
    .executeTakeFirst();
  if (!draft) return true;
  if (draft.version !== 1 || draft.status !== 'draft' || (draft.sensitiveVersion ?? 1) !== 1) return false;
  await tx.deleteFrom('nominationSensitive').where('nominationId', '=', id).execute();
  await tx.deleteFrom('nomination').where('id', '=', id).execute();
  return true;
}
