import { type RawBuilder, sql } from 'kysely';
import type { Reader } from '#db/database.ts';

/** Member of the year's cluster at some time of the year. */
const isMember = (unit: string): RawBuilder<boolean> => sql<boolean>`exists (select 1 from cluster_member m
  where m.cluster_id = ${sql.ref('clusterYear.clusterId')} and m.unit_id = ${sql.ref(unit)}
    and (m.valid_from is null or m.valid_from <= ${sql.ref('clusterYear.endsOn')})
    and (m.valid_to is null or m.valid_to >= ${sql.ref('clusterYear.startsOn')}))`;

/** What must hold of clusters and their years; each gives the ids that break it. */
export const invariants = [
  {
    name: 'cluster-year-led-by-members',
    sentence: 'Cụm trưởng, Cụm phó là thành viên của Cụm trong năm đó, và là hai đơn vị.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('clusterYear')
        .select('id')
        .where((eb) =>
          eb.or([
            eb.not(isMember('clusterYear.chairUnitId')),
            eb.and([eb('deputyChairUnitId', 'is not', null), eb.not(isMember('clusterYear.deputyChairUnitId'))]),
            eb('deputyChairUnitId', '=', eb.ref('chairUnitId')),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'cluster-year-span-in-order',
    sentence: 'Năm thi đua bắt đầu trước khi kết thúc.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('clusterYear')
        .select('id')
        .where((eb) => eb('startsOn', '>', eb.ref('endsOn')))
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'cluster-member-once',
    sentence: 'Một đơn vị không là thành viên của một Cụm hai lần cùng lúc.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('clusterMember as one')
        .innerJoin('clusterMember as other', (join) =>
          join
            .onRef('other.clusterId', '=', 'one.clusterId')
            .onRef('other.unitId', '=', 'one.unitId')
            .onRef('other.id', '>', 'one.id'),
        )
        .select('one.id')
        .where(sql<boolean>`coalesce(one.valid_from, '') <= coalesce(other.valid_to, '9999')`)
        .where(sql<boolean>`coalesce(other.valid_from, '') <= coalesce(one.valid_to, '9999')`)
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'cluster-member-span-in-order',
    sentence: 'Tư cách thành viên bắt đầu trước khi kết thúc.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('clusterMember')
        .select('id')
        .where((eb) => eb('validFrom', '>', eb.ref('validTo')))
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'cluster-hand-over-in-order',
    sentence: 'Ngày bàn giao sau ngày bắt đầu của năm; năm trước bàn giao trước năm sau.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('clusterYear')
        .select('id')
        .where('handOverOn', 'is not', null)
        .where((eb) =>
          eb.or([
            eb('handOverOn', '<=', eb.ref('startsOn')),
            sql<boolean>`exists (select 1 from cluster_year before
              where before.cluster_id = cluster_year.cluster_id and before.year < cluster_year.year
                and (before.hand_over_on is null or before.hand_over_on >= cluster_year.hand_over_on))`,
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
];
