import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';
import { fold } from '#shared/core/fold.ts';

/** What must hold of nominations whatever happened; each gives the ids that break it. */
export const invariants = [
  {
    name: 'nomination-decided-has-decision',
    sentence: 'Đề nghị "đã có quyết định" thì nằm trong một Quyết định đã ban hành.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('nomination')
        .leftJoin('decisionItem', 'decisionItem.nominationId', 'nomination.id')
        .leftJoin('decision', (join) =>
          join
            .onRef('decision.id', '=', 'decisionItem.decisionId')
            .on('decision.status', 'in', ['issued', 'cancelled']),
        )
        .select('nomination.id')
        .where('nomination.status', '=', 'decided')
        .where('decision.id', 'is', null)
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'nomination-supplement-says-why',
    sentence: 'Đề nghị chờ bổ sung thì ghi rõ thiếu gì, hạn ngày nào.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('nomination')
        .select('id')
        .where('status', '=', 'supplement')
        .where((eb) => eb.or([eb('supplementReason', 'is', null), eb('supplementDueOn', 'is', null)]))
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'nomination-by-member',
    sentence: 'Đề nghị khen thưởng do đơn vị thành viên của Cụm gửi.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('nomination')
        .innerJoin('clusterYear', 'clusterYear.id', 'nomination.clusterYearId')
        .select('nomination.id')
        .where(
          sql<boolean>`not exists (select 1 from cluster_member m
            where m.cluster_id = ${sql.ref('clusterYear.clusterId')} and m.unit_id = ${sql.ref('nomination.unitId')})`,
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'nomination-found-by-name',
    sentence: 'Tên không dấu để tìm trùng khớp với tên trong đề nghị.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('nomination').select(['id', 'name', 'nameFold']).execute();
      return rows.filter(({ name, nameFold }) => fold(name) !== nameFold).map(({ id }) => id);
    },
  },
];
