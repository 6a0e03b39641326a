import { type Expression, type SqlBool, sql } from 'kysely';
import type { Reader } from '#db/database.ts';

/** Properties that awards are counted by; `status` counts cancelled ones too, the others living ones only. */
export type CountDimension = 'form' | 'kind' | 'way' | 'class' | 'sex' | 'area' | 'field' | 'status';
export type AwardCountLine = { dimension: CountDimension; value: string; awards: number };
export type YearCountLine = { year: number; awards: number };

export type CountQuery = {
  /** Units whose awards are counted; undefined: all. */
  unitIds?: readonly string[] | undefined;
  yearFrom?: number | undefined;
  yearTo?: number | undefined;
};

/** How many awards have each value of each property, from what the database keeps: never a count of the awards. */
export async function countAwards(db: Reader, query: CountQuery): Promise<AwardCountLine[]> {
  const counted = await db
    .selectFrom(lines(query).as('kept'))
    .select(({ fn, ref }) => ['dimension', 'value', fn.sum<number>(ref('awards')).as('awards')])
    .groupBy(['dimension', 'value'])
    .having((eb) => eb(eb.fn.sum('awards'), '>', 0))
    .orderBy('dimension')
    .orderBy('awards', 'desc')
    .orderBy('value')
    .execute();
  return counted.map((line) => ({ ...line, awards: Number(line.awards) }));
}

/** How many living awards each year has, oldest first. */
export async function countAwardsByYear(db: Reader, query: CountQuery): Promise<YearCountLine[]> {
  const years = await db
    .selectFrom(lines(query, sql<SqlBool>`dimension = 'status' and value = 'active'`).as('kept'))
    .select(({ fn, ref }) => ['year', fn.sum<number>(ref('awards')).as('awards')])
    .groupBy('year')
    .having((eb) => eb(eb.fn.sum('awards'), '>', 0))
    .orderBy('year')
    .execute();
  return years.map(({ year, awards }) => ({ year, awards: Number(awards) }));
}

type KeptLine = AwardCountLine & YearCountLine;

function lines({ unitIds, yearFrom, yearTo }: CountQuery, which?: Expression<SqlBool>) {
  const years = sql<SqlBool>`year between ${yearFrom ?? 0} and ${yearTo ?? 9999}`;
  const also = which ? sql` and ${which}` : sql``;
  const units = unitIds === undefined ? undefined : sql.join([...unitIds, '?']); // '?': an empty list is no SQL
  return sql<KeptLine>`(select year, dimension, value, awards from award_count
    where ${units ? sql`unit_id in (${units})` : sql`unit_id = ''`} and ${years}${also}
    union all select year, dimension, value, awards from award_count_delta
    where ${units ? sql`unit_id in (${units}) and ` : sql``}${years}${also})`;
}
