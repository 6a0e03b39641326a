import type { Reader } from '#db/database.ts';

/** Year-end figures of the published year before, of reports that the standing office took over. */
export function findLastYearFigures(db: Reader, clusterYearId: string, unitId?: string) {
  const figures = db
    .selectFrom('clusterYear as year')
    .innerJoin('report', (join) =>
      join.on('report.clusterYearId', '=', (eb) =>
        eb
          .selectFrom('clusterYear as last')
          .whereRef('last.clusterId', '=', 'year.clusterId')
          .whereRef('last.year', '<', 'year.year')
          .where('last.status', '<>', 'draft')
          .select('last.id')
          .orderBy('last.year', 'desc')
          .limit(1),
      ),
    )
    .innerJoin('reportValue as cell', 'cell.reportId', 'report.id')
    .where('year.id', '=', clusterYearId)
    .where('report.period', '=', 'year-end')
    .where('report.status', 'in', ['received', 'consolidated'])
    .select(['report.unitId', 'cell.indicatorVersionId', 'cell.value']);
  return (unitId === undefined ? figures : figures.where('report.unitId', '=', unitId)).execute();
}
