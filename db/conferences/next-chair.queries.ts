import type { Reader } from '#db/database.ts';

/** What the conference of a year decided about the next one; undefined where nothing is written down. */
export function findNextChair(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('conference')
    .innerJoin('unit as chair', 'chair.id', 'conference.nextChairUnitId')
    .leftJoin('unit as deputy', 'deputy.id', 'conference.nextDeputyUnitId')
    .where('conference.clusterYearId', '=', clusterYearId)
    .where('conference.nextMethod', 'is not', null)
    .select([
      'chair.id as chairUnitId',
      'chair.name as chairName',
      'deputy.id as deputyUnitId',
      'deputy.name as deputyName',
      'conference.nextMethod as method',
      'conference.nextPresentVotes as presentVotes',
      'conference.nextAgreedVotes as agreedVotes',
      'conference.nextNote as note',
      'conference.heldOn',
    ])
    .executeTakeFirst();
}

/** The emulation year of the cluster that follows this one, if it is there. */
export function findNextYear(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('clusterYear as year')
    .innerJoin('clusterYear as next', (join) =>
      join.onRef('next.clusterId', '=', 'year.clusterId').onRef('next.year', '>', 'year.year'),
    )
    .innerJoin('unit as chair', 'chair.id', 'next.chairUnitId')
    .where('year.id', '=', clusterYearId)
    .orderBy('next.year')
    .select(['next.id', 'next.year', 'next.status', 'next.chairUnitId', 'chair.name as chairName'])
    .limit(1)
    .executeTakeFirst();
}
