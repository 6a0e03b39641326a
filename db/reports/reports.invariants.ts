import type { Reader } from '#db/database.ts';

/** Promises of the data that no constraint can hold; each must find nothing. */
export const invariants = [
  {
    name: 'report.sent-is-complete',
    sentence: 'Báo cáo đã gửi (không trong lúc bổ sung) có đủ số liệu cho mọi chỉ tiêu.',
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
    sentence: 'Báo cáo đã tiếp nhận có thời điểm tiếp nhận; báo cáo đang bổ sung có hạn bổ sung.',
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
    sentence: 'Chỉ đơn vị thành viên của Cụm mới báo cáo trong Cụm.',
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
  {
    name: 'report.figure-is-asked',
    sentence: 'Số liệu báo cáo thuộc bộ chỉ tiêu của năm.',
    find: (db: Reader) =>
      db
        .selectFrom('reportValue as cell')
        .innerJoin('report', 'report.id', 'cell.reportId')
        .leftJoin('clusterYearIndicator as asked', (join) =>
          join
            .onRef('asked.clusterYearId', '=', 'report.clusterYearId')
            .onRef('asked.indicatorVersionId', '=', 'cell.indicatorVersionId'),
        )
        .select(['cell.reportId', 'cell.indicatorVersionId'])
        .where('asked.indicatorVersionId', 'is', null)
        .execute(),
  },
];
