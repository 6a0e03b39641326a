import type { Compilable, CompiledQuery } from 'kysely';
import type { Writer } from '#db/database.ts';

type SentAlong = CompiledQuery & { readonly sentAlong: true };

/**
 * Hands in a statement of a transaction without waiting for its answer: on SQLite it travels to the thread together
 * with the next statement or the commit, in order, which saves a turn between the threads; where many come together
 * they are sent at once, and the thread works while the next are made. If it fails, the next
 * statement or the commit throws its error and the whole transaction is gone, so it is for inserts that can only fail
 * unexpectedly. On PostgreSQL it is an ordinary statement.
 */
export async function sendAlong(tx: Writer, query: Compilable): Promise<void> {
  const sentAlong: SentAlong = { ...query.compile(), sentAlong: true };
  await tx.executeQuery(sentAlong);
}

export function isSentAlong(query: CompiledQuery): boolean {
  return 'sentAlong' in query;
}
