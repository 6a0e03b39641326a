import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';

/** What must hold of registered titles and of confirmed movements. */
export const invariants = [
  {
    name: 'registration-names-within-count',
    sentence: 'Đăng ký thi đua: danh sách tên không nhiều hơn số đăng ký.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('titleRegistrationLine').selectAll().execute();
      return rows
        .filter(({ names, count }) => (JSON.parse(names) as string[]).length > count)
        .map(({ registrationId }) => registrationId);
    },
  },
  {
    name: 'registration-by-member',
    sentence: 'Đơn vị đăng ký thi đua đã từng là thành viên của Cụm.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('titleRegistration')
        .innerJoin('clusterYear', 'clusterYear.id', 'titleRegistration.clusterYearId')
        .select('titleRegistration.id')
        .where(
          sql<boolean>`not exists (select 1 from cluster_member m
            where m.cluster_id = ${sql.ref('clusterYear.clusterId')} and m.unit_id = ${sql.ref('titleRegistration.unitId')})`,
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'movement-confirmed-after-sent',
    sentence: 'Phong trào đã có đơn vị xác nhận và còn trong năm thì đã được gửi đến các thành viên.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('movementConfirmation as confirmation')
        .innerJoin('clusterYearMovement as taken', (join) =>
          join
            .onRef('taken.clusterYearId', '=', 'confirmation.clusterYearId')
            .onRef('taken.movementId', '=', 'confirmation.movementId'),
        )
        .where('taken.sentOn', 'is', null)
        .select('confirmation.id')
        .execute();
      return rows.map(({ id }) => id);
    },
  },
];
