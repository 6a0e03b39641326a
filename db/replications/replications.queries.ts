import { inAccess } from '#db/accounts/scope.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** Seen from both sides: the unit that adopts and the unit of the model, and the chairs of their clusters. */
const fromBothSides = (db: Reader, access: Access) =>
  db
    .selectFrom('replication')
    .innerJoin('exemplar', 'exemplar.id', 'replication.exemplarId')
    .innerJoin('unit', 'unit.id', 'replication.unitId')
    .innerJoin('unit as origin', 'origin.id', 'exemplar.unitId')
    .where((eb) =>
      eb.or([
        inAccess(access, { unitId: 'replication.unitId', clusterYearId: 'replication.clusterYearId' }),
        inAccess(access, { unitId: 'exemplar.unitId', clusterYearId: 'exemplar.clusterYearId' }),
      ]),
    );

/**
 * Adoptions in reach, newest first. `unitId`, `clusterYearId` narrow them to what a year-end report asks about: begun
 * by the end of that year, and not stopped before it.
 */
export function listReplications(
  db: Reader,
  access: Access,
  { unitId, clusterYearId }: { unitId?: string | undefined; clusterYearId?: string | undefined },
) {
  return fromBothSides(db, access)
    .select([
      'replication.id',
      'replication.exemplarId',
      'replication.unitId',
      'unit.name as unitName',
      'exemplar.title',
      'exemplar.field',
      'exemplar.unitId as originUnitId',
      'origin.name as originName',
      'replication.place',
      'replication.startedOn',
      'replication.leader',
      'replication.status',
      'replication.isDemo',
    ])
    .$if(unitId !== undefined, (qb) => qb.where('replication.unitId', '=', unitId!))
    .$if(clusterYearId !== undefined, (qb) =>
      qb.where((eb) =>
        eb.exists(
          eb
            .selectFrom('clusterYear as asked')
            .where('asked.id', '=', clusterYearId!)
            .whereRef('replication.startedOn', '<=', 'asked.endsOn')
            .where((of) =>
              of.or([
                of('replication.status', '<>', 'stopped'),
                of('replication.startedOn', '>=', of.ref('asked.startsOn')),
              ]),
            )
            .select('asked.id'),
        ),
      ),
    )
    .orderBy('replication.startedOn', 'desc')
    .orderBy('replication.id', 'desc')
    .limit(500)
    .execute();
}

export function findReplication(db: Reader, access: Access, id: string) {
  return fromBothSides(db, access)
    .selectAll('replication')
    .select(['unit.name as unitName', 'exemplar.title', 'exemplar.unitId as originUnitId', 'origin.name as originName'])
    .where('replication.id', '=', id)
    .executeTakeFirst();
}

/** Who took up a model; whoever reads the model reads who did, the record behind it is narrower. */
export function listAdopters(db: Reader, exemplarId: string) {
  return db
    .selectFrom('replication')
    .innerJoin('unit', 'unit.id', 'replication.unitId')
    .where('replication.exemplarId', '=', exemplarId)
    .select([
      'replication.id',
      'replication.unitId',
      'unit.name as unitName',
      'replication.startedOn',
      'replication.place',
      'replication.status',
    ])
    .orderBy('replication.startedOn')
    .orderBy('replication.id')
    .execute();
}

/** Ids of those in this reach, among some. */
export async function findReachable(db: Reader, access: Access, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await fromBothSides(db, access)
    .select('replication.id')
    .where('replication.id', 'in', [...ids])
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The adoption that a unit has of a model and has not stopped. */
export function findLivingReplication(db: Reader, exemplarId: string, unitId: string) {
  return db
    .selectFrom('replication')
    .select(['id', 'startedOn'])
    .where('exemplarId', '=', exemplarId)
    .where('unitId', '=', unitId)
    .where('status', '<>', 'stopped')
    .executeTakeFirst();
}

/** Models a unit has taken up, whatever became of them. */
export async function listAdoptedBy(db: Reader, unitId: string): Promise<Set<string>> {
  const rows = await db.selectFrom('replication').select('exemplarId').where('unitId', '=', unitId).execute();
  return new Set(rows.map(({ exemplarId }) => exemplarId));
}

export function listEntries(db: Reader, replicationId: string) {
  return db
    .selectFrom('replicationEntry')
    .select(['id', 'onDate', 'content', 'enteredBy'])
    .where('replicationId', '=', replicationId)
    .orderBy('onDate', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
