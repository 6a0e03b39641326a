import type { Kysely } from 'kysely';
import { compareTextByBytes } from '#db/core/text-order.ts';

/** The text columns that came with letters, workbooks and papers compare by bytes too. */
// biome-ignore lint/suspicious/noExplicitAny: a migration does not know today's types
export async function up(db: Kysely<any>): Promise<void> {
  await compareTextByBytes(db);
}
