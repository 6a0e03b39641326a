import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';
import { htmlSignIn } from '#shared/core/plain-text.ts';
import { exemplarFold } from '#shared/exemplars/exemplars.rules.ts';

/** What must hold of exemplars whatever happened; each gives the ids that break it. */
export const invariants = [
  {
    name: 'exemplar-found-by-its-words',
    sentence: 'Chữ không dấu để tìm trùng khớp với nội dung của điển hình.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('exemplar').selectAll().execute();
      return rows.filter((row) => exemplarFold(row) !== row.searchFold).map(({ id }) => id);
    },
  },
  {
    name: 'exemplar-is-plain-text',
    sentence: 'Câu chuyện của điển hình là chữ thường, không có mã HTML.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('exemplar').select(['id', 'title', 'story']).execute();
      return rows.filter(({ title, story }) => htmlSignIn(`${title}\n${story}`) !== undefined).map(({ id }) => id);
    },
  },
  {
    name: 'exemplar-of-a-member',
    sentence: 'Điển hình thuộc đơn vị đã từng là thành viên của Cụm.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('exemplar')
        .innerJoin('clusterYear', 'clusterYear.id', 'exemplar.clusterYearId')
        .select('exemplar.id')
        .where(
          sql<boolean>`not exists (select 1 from cluster_member m
            where m.cluster_id = ${sql.ref('clusterYear.clusterId')} and m.unit_id = ${sql.ref('exemplar.unitId')})`,
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
];
