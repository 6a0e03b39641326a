import { sql, type Updateable } from 'kysely';
import type {
  ClusterTable,
  ClusterYearTable,
  NewCluster,
  NewClusterMember,
  NewClusterYear,
  NewStage,
} from '#db/clusters/clusters.table.ts';
import { lockRows } from '#db/core/lock-rows.ts';
import { engineOf } from '#db/core/schema.ts';
import type { Writer } from '#db/database.ts';

/** Any number that nothing else locks: the names of all clusters. */
const NAMES_LOCK = 1401;

/** Lets one transaction at a time ask whether a name is free and take it. */
export async function lockClusterNames(tx: Writer): Promise<void> {
  if (engineOf(tx) === 'postgres') await sql`select pg_advisory_xact_lock(${NAMES_LOCK})`.execute(tx);
}

/** Holds a cluster until the transaction ends: members and years of one cluster change one after the other. */
export async function lockCluster(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'cluster', [id]);
}

export async function insertCluster(tx: Writer, cluster: NewCluster): Promise<void> {
  await tx.insertInto('cluster').values(cluster).execute();
}

/** @returns false when somebody was quicker; nothing is written then */
export async function updateCluster(
  tx: Writer,
  { id, seenVersion }: { id: string; seenVersion: number },
  change: Updateable<ClusterTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('cluster')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Puts a membership at its place; those from there on move down. */
export async function insertMembership(tx: Writer, member: NewClusterMember): Promise<void> {
  await tx
    .updateTable('clusterMember')
    .set((eb) => ({ position: eb('position', '+', 1) }))
    .where('clusterId', '=', member.clusterId)
    .where('position', '>=', member.position)
    .execute();
  await tx.insertInto('clusterMember').values(member).execute();
}

export async function endMembership(tx: Writer, id: string, validTo: string): Promise<void> {
  await tx.updateTable('clusterMember').set({ validTo }).where('id', '=', id).execute();
}

export async function insertYear(tx: Writer, year: NewClusterYear): Promise<void> {
  await tx.insertInto('clusterYear').values(year).execute();
}

/** @returns false when somebody was quicker; nothing is written then */
export async function updateYear(
  tx: Writer,
  { id, seenVersion }: { id: string; seenVersion: number },
  change: Updateable<ClusterYearTable>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('clusterYear')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function replaceStages(tx: Writer, clusterYearId: string, stages: readonly NewStage[]): Promise<void> {
  await tx.deleteFrom('stage').where('clusterYearId', '=', clusterYearId).execute();
  if (stages.length > 0) await tx.insertInto('stage').values(stages).execute();
}

/**
 * A new year takes over what the one before asks: its indicators in the version that holds on the first day (one that is
 * no longer asked falls away), movements that still run, aims for who is commended, headings of its reports.
 */
export async function copyYear(
  tx: Writer,
  fromYearId: string,
  to: { id: string; startsOn: string; newId: () => string },
): Promise<void> {
  const toYearId = to.id;
  await tx
    .insertInto('clusterYearIndicator')
    .columns(['clusterYearId', 'indicatorVersionId', 'position', 'isHeadline'])
    .expression((eb) =>
      eb
        .selectFrom('clusterYearIndicator as asked')
        .innerJoin('indicatorVersion as then', 'then.id', 'asked.indicatorVersionId')
        .innerJoin('indicatorVersion as now', 'now.indicatorId', 'then.indicatorId')
        .where('asked.clusterYearId', '=', fromYearId)
        .where('now.validFrom', '<=', to.startsOn)
        .where((of) => of.or([of('now.validTo', 'is', null), of('now.validTo', '>=', to.startsOn)]))
        .select((of) => [of.val(toYearId).as('clusterYearId'), 'now.id', 'asked.position', 'asked.isHeadline']),
    )
    .execute();
  await tx
    .insertInto('clusterYearMovement')
    .columns(['clusterYearId', 'movementId', 'position'])
    .expression((eb) =>
      eb
        .selectFrom('clusterYearMovement')
        .innerJoin('movement', 'movement.id', 'clusterYearMovement.movementId')
        .where('clusterYearMovement.clusterYearId', '=', fromYearId)
        .where('movement.periodTo', '>=', to.startsOn)
        .select((of) => [
          of.val(toYearId).as('clusterYearId'),
          'clusterYearMovement.movementId',
          'clusterYearMovement.position',
        ]),
    )
    .execute();
  await tx
    .insertInto('careAim')
    .columns(['clusterYearId', 'lens', 'leastPermille', 'source'])
    .expression((eb) =>
      eb
        .selectFrom('careAim')
        .where('clusterYearId', '=', fromYearId)
        .where('leastPermille', 'is not', null)
        .select((of) => [of.val(toYearId).as('clusterYearId'), 'lens', 'leastPermille', 'source']),
    )
    .execute();
  // How promises are judged stands in the rules of the cluster (Quy chế), which go on until somebody changes them.
  await tx
    .insertInto('pledgeRule')
    .columns(['clusterYearId', 'keptFrom', 'exceededFrom', 'source', 'enteredAt', 'enteredBy'])
    .expression((eb) =>
      eb
        .selectFrom('pledgeRule')
        .where('clusterYearId', '=', fromYearId)
        .select((of) => [
          of.val(toYearId).as('clusterYearId'),
          'keptFrom',
          'exceededFrom',
          'source',
          'enteredAt',
          'enteredBy',
        ]),
    )
    .execute();
  const headings = await tx.selectFrom('reportHeading').selectAll().where('clusterYearId', '=', fromYearId).execute();
  if (headings.length > 0)
    await tx
      .insertInto('reportHeading')
      .values(headings.map((heading) => ({ ...heading, id: to.newId(), clusterYearId: toYearId })))
      .execute();
}

/** Takes a draft away with all it holds; its history stays. Years opened after it stand on their own. */
export async function deleteDraft(tx: Writer, id: string): Promise<void> {
  for (const table of [
    'stage',
    'clusterYearIndicator',
    'clusterYearMovement',
    'careAim',
    'launchContent',
    'launch',
    'reportHeading',
    'pledgeRule',
  ] as const)
    await tx.deleteFrom(table).where('clusterYearId', '=', id).execute();
  await tx.updateTable('clusterYear').set({ modelYearId: null }).where('modelYearId', '=', id).execute();
  await tx.deleteFrom('clusterYear').where('id', '=', id).where('status', '=', 'draft').execute();
}
