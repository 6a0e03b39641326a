import { sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

const mergesOf = (db: Reader, access: Access) =>
  db
    .selectFrom('recipientMerge as merge')
    .innerJoin('recipient as kept', 'kept.id', 'merge.keptId')
    .innerJoin('recipient as merged', 'merged.id', 'merge.mergedId')
    .leftJoin('recipient as later', 'later.id', 'kept.mergedInto')
    .leftJoin('authUser as merger', 'merger.id', 'merge.mergedBy')
    .leftJoin('authUser as undoer', 'undoer.id', 'merge.undoneBy')
    .where((eb) =>
      eb.or([inAccess(access, { unitId: 'kept.unitId' }), inAccess(access, { unitId: 'merged.unitId' })] as never),
    )
    .select([
      'merge.id',
      'merge.keptId',
      'merge.mergedId',
      'merge.reason',
      'merge.mergedAt',
      'merge.undoUntil',
      'merge.undoneAt',
      'merge.version',
      'kept.kind',
      'kept.name as keptName',
      'kept.unitId as keptUnitId',
      'merged.name as mergedName',
      'merged.unitId as mergedUnitId',
      'later.name as laterName',
      'merger.name as mergedByName',
      'undoer.name as undoneByName',
    ]);

/** Merges in reach, the latest first. Continues after [mergedAt, id]. */
export function listMerges(
  db: Reader,
  access: Access,
  { after, limit }: { after: readonly [string, string] | undefined; limit: number },
) {
  let query = mergesOf(db, access);
  if (after) query = query.where(sql<boolean>`(merge.merged_at, merge.id) < (${after[0]}, ${after[1]})`);
  return query.orderBy('merge.mergedAt', 'desc').orderBy('merge.id', 'desc').limit(limit).execute();
}

/** One merge with all it changed. */
export function findMerge(db: Reader, access: Access, id: string) {
  return mergesOf(db, access).select('merge.snapshot').where('merge.id', '=', id).executeTakeFirst();
}
export type FoundMerge = NonNullable<Awaited<ReturnType<typeof findMerge>>>;

/** The merge by which this pair became one and which still holds, if any. */
export function findMergeOfPair(db: Reader, access: Access, firstId: string, secondId: string) {
  return mergesOf(db, access)
    .where('merge.keptId', 'in', [firstId, secondId])
    .where('merge.mergedId', 'in', [firstId, secondId])
    .orderBy('merge.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
