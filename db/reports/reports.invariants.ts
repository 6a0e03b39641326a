import type { Reader } from '#db/database.ts';

/** Promises of the data that no constraint can hold; each must find nothing. */
export const invariants = [
  {
    name: 'report.sent-is-complete',
    sentence: 'A report that was sent (and is not being completed) has a figure for every indicator asked for.',
    find: (db: Reader) =>
      db
        .selectFrom('report')
        .innerJoin('clusterYearIndicator as asked', 'asked.clusterYearId', 'report.clusterYearId')
        .leftJoin('reportValue as cell', (join) =>
          join
            .onRef('cell.reportId', '=', 'report.id')
            .onRef('cell.indicatorVersionId', '=', 'asked.indicatorVersionId'),
        )
        .select(['report.id', 'asked.indicatorVersionId'])
        .where('report.period', '=', 'year-end')
        .where('report.status', 'in', ['sent', 'received', 'consolidated'])
        .where('cell.value', 'is', null)
        .execute(),
  },
  {
    name: 'report.status-has-its-date',
    sentence: 'What was received has the instant of receiving, what is being completed a day to complete by.',
    find: (db: Reader) =>
      db
        .selectFrom('report')
        .select('id')
        .where((eb) =>
          eb.or([
            eb.and([eb('status', 'in', ['received', 'consolidated']), eb('receivedAt', 'is', null)]),
            eb.and([eb('status', '=', 'supplement'), eb('supplementDueOn', 'is', null)]),
          ]),
        )
        .execute(),
  },
  {
    name: 'report.of-a-member',
    sentence: 'Only units that were members of the cluster report to it.',
    find: (db: Reader) =>
      db
        .selectFrom('report')
        .innerJoin('clusterYear as year', 'year.id', 'report.clusterYearId')
        .select('report.id')
        .where((eb) =>
          eb.not(
            eb.exists(
              eb
                .selectFrom('clusterMember as member')
                .select('member.id')
                .whereRef('member.clusterId', '=', 'year.clusterId')
                .whereRef('member.unitId', '=', 'report.unitId'),
            ),
          ),
        )
        .execute(),
  },
];
