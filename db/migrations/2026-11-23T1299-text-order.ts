import type { Kysely } from 'kysely';
import { compareTextByBytes } from '#db/core/text-order.ts';

/** The text columns that came with the rule of a pledge and its quarters compare by bytes too. */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await compareTextByBytes(db);
}
