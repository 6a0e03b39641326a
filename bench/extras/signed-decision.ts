import { inTransaction } from '#db/core/transaction.ts';
import type { DecisionRow } from '#db/decisions/decisions.table.ts';
import type { NominationRow } from '#db/nominations/nominations.table.ts';
import { seedDemoYear } from '#db/seed/demo-year.ts';
import { insertRows } from '#db/seed/insert-rows.ts';
import type { AppContext } from '#server/core/context.ts';

/** The demo year's decision and its fourteen nominations, to be copied. */
export type Fourteen = { decision: DecisionRow; nominations: readonly NominationRow[] };

/** Loads the demo year beside the registry of the bench. */
export async function demoFourteen({ db, newId }: AppContext): Promise<Fourteen> {
  await inTransaction(db, (tx) => seedDemoYear(tx, newId));
  const decision = await db.reads
    .selectFrom('decision')
    .selectAll()
    .where('status', '=', 'draft')
    .executeTakeFirstOrThrow();
  const nominations = await db.reads
    .selectFrom('nomination')
    .selectAll()
    .where('clusterYearId', '=', decision.clusterYearId!)
    .orderBy('id')
    .execute();
  if (nominations.length !== 14) throw new Error(`the demo year has ${nominations.length} nominations instead of 14`);
  return { decision, nominations };
}

/**
 * A copy of that decision, signed and waiting for its number, with nominations of its own: the fourteen, or as many
 * as asked for, the same ones under numbered names. Gives its id.
 */
export async function signedDecision({ db, newId }: AppContext, fourteen: Fourteen, count = 14): Promise<string> {
  const decision = { ...fourteen.decision, id: newId(), status: 'signed' as const, signedOn: '2024-02-29', version: 1 };
  const nominations = Array.from({ length: count }, (_, at) => ({
    ...numbered(fourteen.nominations[at % fourteen.nominations.length]!, at),
    id: newId(),
    status: 'checked' as const,
    submittedAt: '2024-01-15T03:00:00.000Z',
  }));
  const items = nominations.map(({ id }, index) => ({
    id: newId(),
    decisionId: decision.id,
    nominationId: id,
    position: index + 1,
    sentenceOverride: null,
  }));
  await inTransaction(db, async (tx) => {
    await insertRows(tx, 'decision', [decision]);
    await insertRows(tx, 'nomination', nominations);
    await insertRows(tx, 'decisionItem', items);
  });
  return decision.id;
}

/** Beyond the fourteen a name gets a number, or its bearer would be in the same decision twice. */
function numbered(one: NominationRow, at: number): NominationRow {
  return at < 14 ? one : { ...one, name: `${one.name} ${at}`, nameFold: `${one.nameFold} ${at}` };
}
