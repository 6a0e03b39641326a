import { type Kysely, type RawBuilder, sql } from 'kysely';
import { engineOf, int8, table } from '#db/core/schema.ts';

/**
 * How many awards of a unit and year have each value of each property; `unit_id` '' stands for all units. Kept by the
 * database in the transaction that changes the award, whoever changes it. On PostgreSQL changes line up in
 * `award_count_delta` and are folded later, so that two offices never wait for one row; a reader adds both.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'award_count')
    .addColumn('unit_id', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('dimension', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('awards', int8(db), (c) => c.notNull())
    .addPrimaryKeyConstraint('award_count_pk', ['unit_id', 'year', 'dimension', 'value'])
    .execute();
  await table(db, 'award_count_delta')
    .addColumn('unit_id', 'text', (c) => c.notNull())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('dimension', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('awards', int8(db), (c) => c.notNull())
    .execute();
  await sql`insert into award_count (unit_id, year, dimension, value, awards)
    ${grouped(sql`award`, ['unit_id', "''"])}`.execute(db);
  await (engineOf(db) === 'postgres' ? keepOnPostgres(db) : keepOnSqlite(db));
}

/** Property and column. Cancelled awards are counted under `status` only; what is not told is not counted. */
const DIMENSIONS = [
  ['form', 'award_code'],
  ['kind', 'recipient_kind'],
  ['way', 'way'],
  ['class', 'person_class'],
  ['sex', 'sex'],
  ['area', 'area_class'],
  ['field', "nullif(field, '')"],
  ['status', 'status'],
] as const;

/** Rows of counts for the awards of a table or transition table, once for each way of naming the unit. */
function grouped(awards: RawBuilder<unknown>, units: readonly string[]): RawBuilder<unknown> {
  const parts = units.flatMap((unit) =>
    DIMENSIONS.map(
      ([dimension, column]) => sql`select ${sql.raw(unit)}, year, ${sql.lit(dimension)}, ${sql.raw(column)}, count(*)
        from ${awards} where ${sql.raw(column)} is not null
        ${dimension === 'status' ? sql`` : sql`and status = 'active'`} group by 1, 2, 4`,
    ),
  );
  return sql.join(parts, sql` union all `);
}

// biome-ignore lint/suspicious/noExplicitAny: see above
async function keepOnSqlite(db: Kysely<any>): Promise<void> {
  const count = (row: 'new' | 'old', sign: 1 | -1) => {
    const values = sql.join(
      DIMENSIONS.map(([dimension, column]) => {
        const value = sql.raw(
          column.replace(/\b(award_code|recipient_kind|way|person_class|sex|area_class|field|status)\b/, `${row}.$1`),
        );
        return dimension === 'status'
          ? sql`select ${sql.lit(dimension)} as dimension, ${value} as value`
          : sql`select ${sql.lit(dimension)} as dimension, ${value} as value where ${sql.ref(`${row}.status`)} = 'active'`;
      }),
      sql` union all `,
    );
    return sql`insert into award_count (unit_id, year, dimension, value, awards)
      select units.id, ${sql.ref(`${row}.year`)}, found.dimension, found.value, ${sql.lit(sign)}
      from (select ${sql.ref(`${row}.unit_id`)} as id union all select '') units, (${values}) found
      where found.value is not null
      on conflict do update set awards = awards + excluded.awards;`;
  };
  await sql`create trigger award_count_insert after insert on award begin ${count('new', 1)} end`.execute(db);
  await sql`create trigger award_count_delete after delete on award begin ${count('old', -1)} end`.execute(db);
  await sql`create trigger award_count_update after update of unit_id, year, award_code, recipient_kind, way,
    person_class, sex, area_class, field, status on award begin ${count('old', -1)} ${count('new', 1)} end`.execute(db);
}

// biome-ignore lint/suspicious/noExplicitAny: see above
async function keepOnPostgres(db: Kysely<any>): Promise<void> {
  const line = (awards: 'new_rows' | 'old_rows', sign: 1 | -1) =>
    sql`select unit_id, year, dimension, value, ${sql.lit(sign)} * awards as awards
      from (${grouped(sql.table(awards), ['unit_id'])}) as counted (unit_id, year, dimension, value, awards)`;
  const keep = async (event: 'insert' | 'update' | 'delete', lines: RawBuilder<unknown>) => {
    const name = sql.raw(`award_count_${event}`);
    await sql`create function ${name}() returns trigger language plpgsql as $body$ begin
      insert into award_count_delta (unit_id, year, dimension, value, awards)
      select unit_id, year, dimension, value, sum(awards) from (${lines}) as changes
      group by 1, 2, 3, 4 having sum(awards) <> 0;
      return null;
    end $body$`.execute(db);
    const seen = {
      insert: 'new table as new_rows',
      delete: 'old table as old_rows',
      update: 'old table as old_rows new table as new_rows',
    }[event];
    await sql`create trigger ${name} after ${sql.raw(event)} on award referencing ${sql.raw(seen)}
      for each statement execute function ${name}()`.execute(db);
  };
  await keep('insert', line('new_rows', 1));
  await keep('delete', line('old_rows', -1));
  await keep('update', sql`${line('old_rows', -1)} union all ${line('new_rows', 1)}`);
}
