import type { Reader } from '#db/database.ts';

/** The indicators a cluster-year asks for, in the order of its form, with the names of what they are weighted by. */
export function findYearIndicators(db: Reader, clusterYearId: string) {
  return db
    .selectFrom('clusterYearIndicator as asked')
    .innerJoin('indicatorVersion as iv', 'iv.id', 'asked.indicatorVersionId')
    .select([
      'iv.id',
      'iv.indicatorId',
      'iv.name',
      'iv.unitOfMeasure',
      'iv.kind',
      'iv.aggregation',
      'iv.weightIndicatorId',
      'iv.better',
      'iv.decimals',
      'iv.sourceOffice',
      'iv.paperWording',
      'asked.position',
      'asked.isHeadline',
    ])
    .where('asked.clusterYearId', '=', clusterYearId)
    .orderBy('asked.position')
    .orderBy('iv.id')
    .execute();
}
export type YearIndicator = Awaited<ReturnType<typeof findYearIndicators>>[number];
