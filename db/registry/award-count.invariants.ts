import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';

const DIMENSIONS = [
  ['form', sql.ref('award_code')],
  ['kind', sql.ref('recipient_kind')],
  ['way', sql.ref('way')],
  ['class', sql.ref('person_class')],
  ['sex', sql.ref('sex')],
  ['area', sql.ref('area_class')],
  ['field', sql`nullif(field, '')`],
  ['status', sql.ref('status')],
] as const;

/** The kept counts counted anew; each line that differs is named as unit, year, property and value. */
export const invariants = [
  {
    name: 'award-count-matches',
    sentence: 'Số lượt khen lưu sẵn theo đơn vị, năm và từng tiêu chí khớp với Sổ khen thưởng.',
    async find(db: Reader): Promise<string[]> {
      const counted = sql.join(
        DIMENSIONS.flatMap(([dimension, value]) =>
          [sql.ref('unit_id'), sql`''`].map(
            (unit) => sql`select ${unit} as unit_id, year, cast(${dimension} as text) as dimension, ${value} as value,
              count(*) as awards from award where ${value} is not null
              ${dimension === 'status' ? sql`` : sql`and status = 'active'`} group by 1, 2, 4`,
          ),
        ),
        sql` union all `,
      );
      const compared = sql<{ unit_id: string; year: number; dimension: string; value: string; awards: number }>`(
        select unit_id, year, dimension, value, awards from award_count
        union all select unit_id, year, dimension, value, awards from award_count_delta
        union all select '', year, dimension, value, awards from award_count_delta
        union all select unit_id, year, dimension, value, -awards from (${counted}) as fresh)`;
      const rows = await db
        .selectFrom(compared.as('compared'))
        .select(['unit_id', 'year', 'dimension', 'value'])
        .groupBy(['unit_id', 'year', 'dimension', 'value'])
        .having((eb) => eb(eb.fn.sum('awards'), '<>', 0))
        .orderBy('unit_id')
        .orderBy('year')
        .execute();
      return rows.map((row) => Object.values(row).join(' '));
    },
  },
];
