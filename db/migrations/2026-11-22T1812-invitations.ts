import type { Kysely } from 'kysely';

/** The day on which the invitation (Giấy mời) of a delegate went out; null until then. */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await db.schema.alterTable('delegate').addColumn('invitation_sent_on', 'text').execute();
}
