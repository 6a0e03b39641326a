import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { table } from '#db/core/schema.ts';

/**
 * From how many percent of its target a promise of a year counts as kept or exceeded, where the cluster has a rule of
 * its own; and the quarter of a member as a record: the day its figures are of, and what its documents hang on.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, 'pledge_rule')
    .addColumn('cluster_year_id', 'text', (c) => c.primaryKey().references('cluster_year.id'))
    .addColumn('kept_from', 'integer', (c) => c.notNull())
    .addColumn('exceeded_from', 'integer', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('entered_at', 'text', (c) => c.notNull())
    .addColumn('entered_by', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addCheckConstraint(
      'pledge_rule_percents',
      sql`kept_from between 500 and 1000 and exceeded_from between 1000 and 3000`,
    )
    .execute();

  await table(db, 'pledge_quarter')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('pledge_id', 'text', (c) => c.notNull().references('pledge.id'))
    .addColumn('unit_id', 'text', (c) => c.notNull().references('unit.id'))
    .addColumn('quarter', 'integer', (c) => c.notNull())
    .addColumn('as_of', 'text')
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .addColumn('saved_by', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull().defaultTo(1))
    .addUniqueConstraint('pledge_quarter_once', ['pledge_id', 'unit_id', 'quarter'])
    .addCheckConstraint('pledge_quarter_quarter', sql`quarter between 1 and 4`)
    .execute();

  // Quarters that were entered before they were records. One word a name, whatever names the handle gives back.
  const entered = await sql<{ pledge: string; unit: string; quarter: number; at: string; by: string }>`
    select pledge_id as "pledge", unit_id as "unit", quarter, max(saved_at) as "at", max(saved_by) as "by"
    from pledge_progress group by pledge_id, unit_id, quarter`.execute(db);
  for (const { pledge, unit, quarter, at, by } of entered.rows)
    await sql`insert into pledge_quarter (id, pledge_id, unit_id, quarter, saved_at, saved_by)
      values (${randomUUID()}, ${pledge}, ${unit}, ${quarter}, ${at}, ${by})`.execute(db);
}
