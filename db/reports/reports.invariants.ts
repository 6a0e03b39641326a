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
  {
    name: 'report.versions-are-earlier',
    sentence: 'Các lần nhập trước của một số liệu đều có số thứ tự nhỏ hơn số liệu hiện tại.',
    find: (db: Reader) =>
      db
        .selectFrom('reportValueVersion as old')
        .leftJoin('reportValue as cell', (join) =>
          join
            .onRef('cell.reportId', '=', 'old.reportId')
            .onRef('cell.indicatorVersionId', '=', 'old.indicatorVersionId'),
        )
        .select(['old.reportId', 'old.indicatorVersionId', 'old.version'])
        .where((eb) => eb.or([eb('cell.version', 'is', null), eb('cell.version', '<=', eb.ref('old.version'))]))
        .execute(),
  },
  {
    name: 'report.evidence-is-its-own',
    sentence: 'Minh chứng của một số liệu là tài liệu của chính báo cáo đó.',
    find: (db: Reader) =>
      db
        .selectFrom('reportCellFile as pin')
        .innerJoin('file', 'file.id', 'pin.fileId')
        .select('pin.fileId')
        .where((eb) =>
          eb.or([eb('file.subjectKind', '<>', 'report'), eb('file.subjectId', '<>', eb.ref('pin.reportId'))]),
        )
        .execute(),
  },
  {
    name: 'report.request-link-while-open',
    sentence: 'Liên kết cung cấp số chỉ còn khi yêu cầu chưa được trả lời.',
    find: (db: Reader) =>
      db
        .selectFrom('reportRequest')
        .select('id')
        .where('status', '<>', 'open')
        .where('linkHash', 'is not', null)
        .execute(),
  },
  {
    name: 'report.answer-has-figure-or-reason',
    sentence: 'Yêu cầu đã trả lời có số liệu, hoặc lý do chưa có, cho từng chỉ tiêu.',
    find: (db: Reader) =>
      db
        .selectFrom('reportRequest as request')
        .innerJoin('reportRequestCell as cell', 'cell.requestId', 'request.id')
        .select(['request.id', 'cell.indicatorVersionId'])
        .where('request.status', '=', 'answered')
        .where('cell.value', 'is', null)
        .where('cell.note', '=', '')
        .execute(),
  },
  {
    name: 'report.section-of-its-period',
    sentence: 'Phần thuyết minh viết dưới đề mục của đúng năm và kỳ báo cáo.',
    find: (db: Reader) =>
      db
        .selectFrom('reportSection as section')
        .innerJoin('report', 'report.id', 'section.reportId')
        .innerJoin('reportHeading as heading', 'heading.id', 'section.headingId')
        .select(['section.reportId', 'section.headingId'])
        .where((eb) =>
          eb.or([
            eb('heading.clusterYearId', '<>', eb.ref('report.clusterYearId')),
            eb('heading.period', '<>', eb.ref('report.period')),
          ]),
        )
        .execute(),
  },
  {
    name: 'report.reopened-is-sent',
    sentence: 'Chỉ báo cáo đã gửi, chưa tiếp nhận mới đang hoặc vừa được mở lại cho đơn vị.',
    find: (db: Reader) =>
      db
        .selectFrom('report')
        .select('id')
        .where('reopenedUntil', 'is not', null)
        .where((eb) => eb.or([eb('status', '<>', 'sent'), eb('reopenReason', 'is', null)]))
        .execute(),
  },
  {
    name: 'report.thread-of-a-sent-report',
    sentence: 'Trao đổi về một chỉ tiêu có ít nhất một ý kiến của Cơ quan thường trực, về báo cáo đã gửi.',
    find: (db: Reader) =>
      db
        .selectFrom('reportThread as thread')
        .innerJoin('report', 'report.id', 'thread.reportId')
        .select(['thread.reportId', 'thread.indicatorVersionId'])
        .where(({ eb, or, not, exists, selectFrom }) =>
          or([
            eb('report.sentAt', 'is', null),
            not(
              exists(
                selectFrom('reportComment as comment')
                  .select('comment.id')
                  .whereRef('comment.reportId', '=', 'thread.reportId')
                  .whereRef('comment.indicatorVersionId', '=', 'thread.indicatorVersionId')
                  .where('comment.side', '=', 'chair'),
              ),
            ),
          ]),
        )
        .execute(),
  },
  {
    name: 'report.summary-note-history-whole',
    sentence: 'Lời ghi bên số tổng hợp còn đủ các bản trước.',
    find: (db: Reader) =>
      db
        .selectFrom('summaryNote as note')
        .select(['note.clusterYearId', 'note.indicatorVersionId', 'note.version'])
        .where('note.version', '<>', 1)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('summaryNote as before')
                .select('before.version')
                .whereRef('before.clusterYearId', '=', 'note.clusterYearId')
                .whereRef('before.period', '=', 'note.period')
                .whereRef('before.indicatorVersionId', '=', 'note.indicatorVersionId')
                .whereRef('before.kind', '=', 'note.kind')
                .where((eb) => eb('before.version', '=', eb('note.version', '-', 1))),
            ),
          ),
        )
        .execute(),
  },
];
