import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** Giao ước of a cluster-year within reach; undefined where there is none (yet). */
export function findPledge(db: Reader, access: Access, clusterYearId: string) {
  return db
    .selectFrom('pledge')
    .selectAll()
    .where('clusterYearId', '=', clusterYearId)
    .where(inAccess(access, { clusterYearId: 'pledge.clusterYearId' }))
    .executeTakeFirst();
}

/** Every promise of a pledge: member × indicator, scaled; null: không giao chỉ tiêu. */
export function findPledgeTargets(db: Reader, pledgeId: string) {
  return db
    .selectFrom('pledgeTarget')
    .select(['unitId', 'indicatorVersionId', 'value'])
    .where('pledgeId', '=', pledgeId)
    .execute();
}

/** The signatures asked for, signed or not. */
export function findPledgeSignatures(db: Reader, pledgeId: string) {
  return db
    .selectFrom('pledgeSignature')
    .select(['unitId', 'signedOn', 'capacity', 'signatoryName', 'fileId'])
    .where('pledgeId', '=', pledgeId)
    .execute();
}
