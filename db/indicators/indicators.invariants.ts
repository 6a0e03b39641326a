import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';

/** What must hold of indicators and their versions; each gives the ids that break it. */
export const invariants = [
  {
    name: 'indicator.versions-apart',
    sentence: 'Mỗi ngày một chỉ tiêu chỉ có một phiên bản.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('indicatorVersion as one')
        .innerJoin('indicatorVersion as other', (join) =>
          join
            .onRef('other.indicatorId', '=', 'one.indicatorId')
            .onRef('other.id', '<>', 'one.id')
            .onRef('other.validFrom', '>=', 'one.validFrom'),
        )
        .select('one.id')
        .where(sql<boolean>`other.valid_from <= coalesce(one.valid_to, '9999')`)
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'indicator.factor-with-predecessor',
    sentence: 'Hệ số quy đổi chỉ có, và luôn có, khi số liệu được nối; là số dương.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('indicatorVersion')
        .select('id')
        .where((eb) =>
          eb.or([
            eb.and([eb('predecessorId', 'is', null), eb('factorNum', 'is not', null)]),
            eb.and([
              eb('predecessorId', 'is not', null),
              eb.or([
                eb('factorNum', 'is', null),
                eb('factorDen', 'is', null),
                eb('factorNum', '<=', 0),
                eb('factorDen', '<=', 0),
              ]),
            ]),
            eb('predecessorId', '=', eb.ref('id')),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'indicator.asked-once-a-year',
    sentence: 'Một năm thi đua không hỏi một chỉ tiêu hai lần.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('clusterYearIndicator as asked')
        .innerJoin('indicatorVersion as iv', 'iv.id', 'asked.indicatorVersionId')
        .select(['asked.clusterYearId', 'iv.indicatorId'])
        .groupBy(['asked.clusterYearId', 'iv.indicatorId'])
        .having((eb) => eb(eb.fn.countAll(), '>', 1))
        .execute();
      return rows.map(({ clusterYearId, indicatorId }) => `${clusterYearId} ${indicatorId}`);
    },
  },
  {
    name: 'cluster-year.draft-is-empty',
    sentence: 'Năm thi đua còn là dự thảo thì chưa có báo cáo, giao ước, đề nghị khen thưởng.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('clusterYear')
        .select('id')
        .where('status', '=', 'draft')
        .where(
          sql<boolean>`(exists (select 1 from report where report.cluster_year_id = cluster_year.id)
            or exists (select 1 from pledge where pledge.cluster_year_id = cluster_year.id)
            or exists (select 1 from nomination where nomination.cluster_year_id = cluster_year.id))`,
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'cluster-year.status-has-day',
    sentence: 'Năm đã lưu hồ sơ có ngày lưu; dự thảo không có ngày công bố.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('clusterYear')
        .select('id')
        .where((eb) =>
          eb.or([
            eb.and([eb('status', '=', 'archived'), eb('archivedAt', 'is', null)]),
            eb.and([eb('status', '=', 'draft'), eb('publishedAt', 'is not', null)]),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
];
