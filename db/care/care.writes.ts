import { sql } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';
import type { NewSensitiveRead } from '#db/recipients/recipients.table.ts';
import type { AimInput } from '#shared/care/care.schema.ts';

/** Rows per statement: both databases take at most some 32.000 parameters. */
const AT_ONCE = 500;

/** Two people setting aims of one year wait for each other. */
export async function lockAims(tx: Writer, clusterYearId: string): Promise<void> {
  await lockRows(tx, 'clusterYear', [clusterYearId]);
}

/** Writes aims; each change of one counts its version up, so the sum of all is the version of the set. */
export async function saveAims(tx: Writer, clusterYearId: string, aims: readonly AimInput[]): Promise<void> {
  for (const { lens, leastPermille, source } of aims)
    await tx
      .insertInto('careAim')
      .values({ clusterYearId, lens, leastPermille, source: source || null })
      .onConflict((conflict) =>
        conflict.columns(['clusterYearId', 'lens']).doUpdateSet((eb) => ({
          leastPermille: eb.ref('excluded.leastPermille'),
          source: eb.ref('excluded.source'),
          version: eb('careAim.version', '+', 1),
        })),
      )
      .execute();
}

/** Who opened whose dân tộc, one row for each person read. */
export async function logSensitiveReads(tx: Writer, reads: readonly NewSensitiveRead[]): Promise<void> {
  for (let from = 0; from < reads.length; from += AT_ONCE)
    await tx
      .insertInto('sensitiveRead')
      .values(reads.slice(from, from + AT_ONCE))
      .execute();
}

/**
 * Takes what the nominations of a decision state of dân tộc over to their recipients, where it is not known yet.
 * One statement, so that the values never pass through the program.
 */
export async function keepEthnicity(tx: Writer, decisionId: string): Promise<void> {
  await sql`insert into ${sql.table('recipient_sensitive')} (recipient_id, ethnicity_code)
    select n.recipient_id, min(s.ethnicity_code) from ${sql.table('decision_item')} i
      inner join ${sql.table('nomination')} n on n.id = i.nomination_id
      inner join ${sql.table('nomination_sensitive')} s on s.nomination_id = n.id
    where i.decision_id = ${decisionId} and n.recipient_id is not null and s.ethnicity_code is not null
    group by n.recipient_id
    on conflict (recipient_id) do nothing`.execute(tx);
}
