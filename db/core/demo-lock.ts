import { sql } from 'kysely';
import { engineOf } from '#db/core/schema.ts';
import type { Writer } from '#db/database.ts';

/** Any number that nothing else locks: the demo year as a whole. */
const DEMO_LOCK = 1407;

/**
 * While people save, the demo does not begin again; while it begins again, they wait and then find what is there.
 * @param alone true: for the new beginning itself
 */
export async function lockDemo(tx: Writer, alone: boolean): Promise<void> {
  if (engineOf(tx) === 'sqlite') return; // one writer at a time anyway
  if (alone) await sql`select pg_advisory_xact_lock(${DEMO_LOCK})`.execute(tx);
  else await sql`select pg_advisory_xact_lock_shared(${DEMO_LOCK})`.execute(tx);
}
