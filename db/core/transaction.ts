import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db } from '#db/core/connect.ts';
import { isTransient } from '#db/core/errors.ts';
import type { Writer } from '#db/database.ts';

const TRIES = 5;
const FIRST_PAUSE_MS = 20;

/**
 * The only opener of write transactions. Rolls back if `work` throws.
 *
 * `work` may run up to five times, when another process or transaction got in between: it must
 * do nothing but use `tx`. In it, `db.reads` and `db.writes` throw.
 */
export async function inTransaction<Result>(db: Db, work: (tx: Writer) => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.writes.transaction().execute((tx) => db.guard.inside(() => work(tx)));
    } catch (error) {
      if (attempt === TRIES || !isTransient(error)) throw error;
      await wait(Math.random() * FIRST_PAUSE_MS * 2 ** attempt); // at random, or the same two meet again
    }
  }
}

/**
 * Runs a part of a transaction that may fail without ending the whole: on an error the part is
 * undone and the error thrown on. (After a failed statement PostgreSQL refuses all others.)
 */
export async function withSavepoint<Result>(tx: Writer, part: () => Promise<Result>): Promise<Result> {
  await sql`savepoint part`.execute(tx);
  try {
    const result = await part();
    await sql`release savepoint part`.execute(tx);
    return result;
  } catch (error) {
    await sql`rollback to savepoint part`.execute(tx);
    await sql`release savepoint part`.execute(tx);
    throw error;
  }
}
