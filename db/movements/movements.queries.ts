import { leadingUnit } from '#db/clusters/leading-unit.ts';
import { yearInReach } from '#db/clusters/years.queries.ts';
import type { Reader } from '#db/database.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/**
 * The year of a page of movements, with its span and the unit that leads the cluster today; only inside the scope, a
 * draft for those who prepare it.
 */
export function findMovementYear(db: Reader, access: Access, clusterYearId: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .innerJoin('unit as chair', (join) => join.on('chair.id', '=', leadingUnit('clusterYear.clusterId', access.today)))
    .select([
      'clusterYear.id',
      'clusterYear.clusterId',
      'clusterYear.year',
      'clusterYear.name',
      'clusterYear.startsOn',
      'clusterYear.endsOn',
      'clusterYear.status',
      'cluster.name as clusterName',
      'chair.id as chairUnitId',
      'chair.name as chairUnitName',
    ])
    .where('clusterYear.id', '=', clusterYearId)
    .where(yearInReach(access))
    .executeTakeFirst();
}

const COLUMNS = [
  'movement.id',
  'movement.name',
  'movement.level',
  'movement.kind',
  'movement.launchedBy',
  'movement.unitId',
  'movement.goal',
  'movement.periodFrom',
  'movement.periodTo',
  'movement.document',
  'movement.source',
  'movement.isDemo',
  'movement.version',
  'unit.name as unitName',
] as const;

/** Movements taken up into a year. Whoever may see the year may see them. */
export function listMovementsOfYear(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('clusterYearMovement')
    .innerJoin('movement', 'movement.id', 'clusterYearMovement.movementId')
    .leftJoin('unit', 'unit.id', 'movement.unitId')
    .where('clusterYearMovement.clusterYearId', '=', clusterYearId)
    .select(COLUMNS)
    .execute();
}

/**
 * Movements a year could still take up: the Prime Minister's, those of its cluster, and those of these units, as far
 * as their period touches the year.
 */
export function listMovementsBeside(
  db: Reader,
  year: { id: string; clusterId: string; startsOn: string; endsOn: string },
  unitIds: readonly string[],
) {
  return db
    .selectFrom('movement')
    .leftJoin('unit', 'unit.id', 'movement.unitId')
    .select(COLUMNS)
    .where('movement.periodFrom', '<=', year.endsOn)
    .where('movement.periodTo', '>=', year.startsOn)
    .where((eb) =>
      eb.or([
        eb('movement.level', '=', 'prime-minister'),
        eb('movement.clusterId', '=', year.clusterId).and('movement.level', '=', 'cluster'),
        ...(unitIds.length > 0
          ? [eb('movement.level', '=', 'province').and('movement.unitId', 'in', [...unitIds])]
          : []),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('clusterYearMovement')
            .select('clusterYearMovement.movementId')
            .where('clusterYearMovement.clusterYearId', '=', year.id)
            .whereRef('clusterYearMovement.movementId', '=', 'movement.id'),
        ),
      ),
    )
    .orderBy('movement.periodFrom')
    .orderBy('movement.name')
    .execute();
}

/** One movement as it is stored. Whose it is to read is asked by the year around it. */
export function findMovement(db: Reader, id: string) {
  return db.selectFrom('movement').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether the year has taken the movement up. */
export async function isTakenUp(db: Reader, clusterYearId: string, movementId: string): Promise<boolean> {
  const row = await db
    .selectFrom('clusterYearMovement')
    .select('movementId')
    .where('clusterYearId', '=', clusterYearId)
    .where('movementId', '=', movementId)
    .executeTakeFirst();
  return row !== undefined;
}

/** A movement within reach: the Prime Minister's for everybody with any reach, others by the years that took them up. */
export async function findReadableMovement(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('movement')
    .select('movement.id')
    .where('movement.id', '=', id)
    .where(({ eb, or, exists, selectFrom }) =>
      or([
        eb('movement.level', '=', 'prime-minister'),
        exists(
          selectFrom('clusterYearMovement')
            .innerJoin('clusterYear', 'clusterYear.id', 'clusterYearMovement.clusterYearId')
            .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
            .select('clusterYearMovement.movementId')
            .whereRef('clusterYearMovement.movementId', '=', 'movement.id')
            .where(yearInReach(access)),
        ),
      ]),
    )
    .executeTakeFirst();
}

/** Phát động of a year with its contents in order, if it is recorded. */
export async function findLaunch(db: Reader, clusterYearId: string) {
  const launch = await db
    .selectFrom('launch')
    .selectAll()
    .where('clusterYearId', '=', clusterYearId)
    .executeTakeFirst();
  if (!launch) return undefined;
  const contents = await db
    .selectFrom('launchContent')
    .select('content')
    .where('clusterYearId', '=', clusterYearId)
    .orderBy('position')
    .execute();
  return { ...launch, contents: contents.map(({ content }) => content) };
}

/** The milestone of the launch in the calendar of the year. */
export function findLaunchStage(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('stage')
    .select(['name', 'opensOn', 'dueNote'])
    .where('clusterYearId', '=', clusterYearId)
    .where('kind', '=', 'launch')
    .executeTakeFirst();
}
