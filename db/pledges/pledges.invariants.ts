import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';

/** What must hold of pledges; each gives what breaks it. */
export const invariants = [
  {
    name: 'pledge-signed-by-members',
    sentence: 'Chỉ thành viên của Cụm ký giao ước, và giao ước đã công bố thì mọi chữ ký đã đủ.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('pledgeSignature')
        .innerJoin('pledge', 'pledge.id', 'pledgeSignature.pledgeId')
        .innerJoin('clusterYear', 'clusterYear.id', 'pledge.clusterYearId')
        .select('pledgeSignature.id')
        .where((eb) =>
          eb.or([
            sql<boolean>`not exists (select 1 from cluster_member m
              where m.cluster_id = ${sql.ref('clusterYear.clusterId')} and m.unit_id = ${sql.ref('pledgeSignature.unitId')})`,
            eb.and([eb('pledge.status', '=', 'published'), eb('pledgeSignature.signedOn', 'is', null)]),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'pledge-target-is-asked',
    sentence: 'Chỉ tiêu giao ước thuộc bộ chỉ tiêu của năm.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('pledgeTarget')
        .innerJoin('pledge', 'pledge.id', 'pledgeTarget.pledgeId')
        .leftJoin('clusterYearIndicator as asked', (join) =>
          join
            .onRef('asked.clusterYearId', '=', 'pledge.clusterYearId')
            .onRef('asked.indicatorVersionId', '=', 'pledgeTarget.indicatorVersionId'),
        )
        .select(['pledgeTarget.unitId', 'pledgeTarget.indicatorVersionId'])
        .where('asked.indicatorVersionId', 'is', null)
        .execute();
      return rows.map(({ unitId, indicatorVersionId }) => `${unitId} ${indicatorVersionId}`);
    },
  },
];
