import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** Who organises the cluster of a year; null: the central council. */
export async function findOrganizer(db: Reader, clusterYearId: string): Promise<string | null> {
  const row = await db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .where('clusterYear.id', '=', clusterYearId)
    .select('cluster.organizerUnitId')
    .executeTakeFirst();
  return row?.organizerUnitId ?? null;
}

/** When a movement of the year was sent to the members and until when they are asked. */
export function findSending(db: Reader, clusterYearId: string, movementId: string) {
  return db
    .selectFrom('clusterYearMovement')
    .select(['sentOn', 'confirmBy'])
    .where('clusterYearId', '=', clusterYearId)
    .where('movementId', '=', movementId)
    .executeTakeFirst();
}

export function listSendings(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('clusterYearMovement')
    .select(['movementId', 'sentOn', 'confirmBy'])
    .where('clusterYearId', '=', clusterYearId)
    .execute();
}

export function listConfirmations(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('movementConfirmation')
    .innerJoin('unit', 'unit.id', 'movementConfirmation.unitId')
    .selectAll('movementConfirmation')
    .select('unit.name as unitName')
    .where('movementConfirmation.clusterYearId', '=', clusterYearId)
    .orderBy('movementConfirmation.confirmedOn')
    .execute();
}

export function findConfirmation(db: Reader, clusterYearId: string, movementId: string, unitId: string) {
  return db
    .selectFrom('movementConfirmation')
    .selectAll()
    .where('clusterYearId', '=', clusterYearId)
    .where('movementId', '=', movementId)
    .where('unitId', '=', unitId)
    .executeTakeFirst();
}

/** A confirmation within reach: of the years that the person reads. */
export function findConfirmationInReach(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('movementConfirmation')
    .select('id')
    .where('id', '=', id)
    .where(inAccess(access, { clusterYearId: 'movementConfirmation.clusterYearId' }))
    .executeTakeFirst();
}

export function listReviews(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('movementReview')
    .select(['movementId', 'kind', 'heldOn', 'content', 'version'])
    .where('clusterYearId', '=', clusterYearId)
    .execute();
}

export function findReview(db: Reader, clusterYearId: string, movementId: string, kind: 'interim' | 'final') {
  return db
    .selectFrom('movementReview')
    .selectAll()
    .where('clusterYearId', '=', clusterYearId)
    .where('movementId', '=', movementId)
    .where('kind', '=', kind)
    .executeTakeFirst();
}
