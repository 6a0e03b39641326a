import type { Reader } from '#db/database.ts';

/** Of the cluster-years that entries name, those nobody may write into any more, with the instant they were archived. */
export function findArchivedYears(db: Reader, ids: readonly string[]) {
  return db
    .selectFrom('clusterYear')
    .where('id', 'in', [...ids])
    .where('status', '=', 'archived')
    .select(['id', 'name', 'archivedAt'])
    .execute();
}
