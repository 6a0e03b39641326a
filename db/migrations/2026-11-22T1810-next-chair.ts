import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { int8 } from '#db/core/schema.ts';

/** Who leads the cluster next year, as the conference agreed or voted (bầu, thống nhất Cụm trưởng, Cụm phó năm sau). */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  const add = (name: string, build: Parameters<ReturnType<typeof db.schema.alterTable>['addColumn']>[2]) =>
    db.schema
      .alterTable('conference')
      .addColumn(name, name.endsWith('_votes') ? int8(db) : 'text', build)
      .execute();
  await add('next_chair_unit_id', (c) => c.references('unit.id'));
  await add('next_deputy_unit_id', (c) => c.references('unit.id'));
  await add('next_method', (c) => c.check(sql`next_method in ('consensus','vote')`));
  await add('next_present_votes', (c) => c);
  await add('next_agreed_votes', (c) => c);
  await add('next_note', (c) => c.notNull().defaultTo(''));
}
