import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';
import { vietnamDate } from '#shared/core/dates.ts';

/** What must hold of conferences and their recommendations whatever happened; each gives the ids that break it. */
export const invariants = [
  {
    name: 'conference-held-is-whole',
    sentence: 'Hội nghị đã tổ chức có biên bản, chốt từ ngày tổ chức trở đi.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('conference')
        .select(['id', 'heldOn', 'minutes', 'closedAt'])
        .where('status', '=', 'held')
        .execute();
      return rows
        .filter(({ heldOn, minutes, closedAt }) => !closedAt || !minutes || vietnamDate(new Date(closedAt)) < heldOn)
        .map(({ id }) => id);
    },
  },
  {
    name: 'agenda-in-order',
    sentence: 'Chương trình Hội nghị đi theo thứ tự giờ.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('agendaItem as later')
        .innerJoin('agendaItem as earlier', (join) =>
          join
            .onRef('earlier.conferenceId', '=', 'later.conferenceId')
            .onRef('earlier.position', '<', 'later.position')
            .onRef('earlier.startsAt', '>', 'later.startsAt'),
        )
        .select('later.id')
        .distinct()
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'recommendation-of-its-conference',
    sentence: 'Ý kiến chỉ đạo, đề nghị cùng năm thi đua với Hội nghị và không ghi trước ngày Hội nghị.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('recommendation')
        .innerJoin('conference', 'conference.id', 'recommendation.conferenceId')
        .select('recommendation.id')
        .where('recommendation.removedAt', 'is', null)
        .where((eb) =>
          eb.or([
            eb('recommendation.clusterYearId', '<>', eb.ref('conference.clusterYearId')),
            eb('recommendation.madeOn', '<', eb.ref('conference.heldOn')),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'recommendation-number-once',
    sentence: 'Số thứ tự ý kiến của một Hội nghị không trùng nhau.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('recommendation')
        .select((eb) => ['conferenceId', 'number', eb.fn.countAll<number>().as('count')])
        .where('removedAt', 'is', null)
        .groupBy(['conferenceId', 'number'])
        .execute();
      return rows.filter(({ count }) => Number(count) > 1).map(({ conferenceId }) => conferenceId);
    },
  },
  {
    name: 'recommendation-has-lead',
    sentence: 'Mỗi ý kiến chỉ đạo, đề nghị có ít nhất một đơn vị thực hiện.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('recommendation')
        .leftJoin('recommendationTask', 'recommendationTask.recommendationId', 'recommendation.id')
        .select('recommendation.id')
        .where('recommendation.removedAt', 'is', null)
        .where('recommendationTask.id', 'is', null)
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'recommendation-led-by-members',
    sentence: 'Đơn vị thực hiện ý kiến là thành viên của Cụm.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('recommendationTask')
        .innerJoin('recommendation', 'recommendation.id', 'recommendationTask.recommendationId')
        .innerJoin('clusterYear', 'clusterYear.id', 'recommendation.clusterYearId')
        .select('recommendationTask.id')
        .where(
          sql<boolean>`not exists (select 1 from cluster_member m
            where m.cluster_id = ${sql.ref('clusterYear.clusterId')}
              and m.unit_id = ${sql.ref('recommendationTask.unitId')})`,
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'recommendation-task-reported-after-made',
    sentence: 'Kết quả thực hiện không báo trước ngày nêu ý kiến và có người báo.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('recommendationTask')
        .innerJoin('recommendation', 'recommendation.id', 'recommendationTask.recommendationId')
        .select(['recommendationTask.id', 'recommendationTask.reportedAt', 'recommendation.madeOn'])
        .where('recommendationTask.status', '<>', 'open')
        .execute();
      return rows
        .filter(({ reportedAt, madeOn }) => !reportedAt || vietnamDate(new Date(reportedAt)) < madeOn)
        .map(({ id }) => id);
    },
  },
];
