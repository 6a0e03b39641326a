import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';
import type { RecipientPairRow } from '#db/recipients/recipients.table.ts';

/** A pair as the finder judged it; `firstId` < `secondId`. */
export type JudgedPair = { id: string; firstId: string; secondId: string; grounds: string; score: number };

const AT_ONCE = 200;

/**
 * Puts pairs into the queue, or says anew why they stand there. What somebody decided stays as it is, and nothing is
 * written about a recipient that was merged meanwhile.
 */
export async function putPairs(tx: Writer, pairs: readonly JudgedPair[], foundAt: string): Promise<void> {
  for (let from = 0; from < pairs.length; from += AT_ONCE) {
    const some = pairs.slice(from, from + AT_ONCE);
    const ids = [...new Set(some.flatMap(({ firstId, secondId }) => [firstId, secondId]))];
    await lockRows(tx, 'recipient', ids);
    const rows = await tx
      .selectFrom('recipient')
      .select('id')
      .where('id', 'in', ids)
      .where('mergedInto', 'is', null)
      .execute();
    const living = new Set(rows.map(({ id }) => id));
    const values = some.filter(({ firstId, secondId }) => living.has(firstId) && living.has(secondId));
    if (values.length === 0) continue;
    await tx
      .insertInto('recipientPair')
      .values(values.map((pair) => ({ ...pair, foundAt, decidedAt: null, decidedBy: null, reason: null })))
      .onConflict((conflict) =>
        conflict
          .columns(['firstId', 'secondId'])
          .doUpdateSet((eb) => ({
            grounds: eb.ref('excluded.grounds'),
            score: eb.ref('excluded.score'),
            foundAt: eb.ref('excluded.foundAt'),
            status: 'open' as const,
          }))
          .where('recipientPair.status', 'in', ['open', 'gone']),
      )
      .execute();
  }
}

/** Puts a pair into the queue that a person chose, or back into it. Gives the pair's id, which may be an older one. */
export async function putByHand(tx: Writer, pair: JudgedPair, foundAt: string): Promise<string> {
  const { id } = await tx
    .insertInto('recipientPair')
    .values({ ...pair, foundAt, decidedAt: null, decidedBy: null, reason: null })
    .onConflict((conflict) =>
      conflict.columns(['firstId', 'secondId']).doUpdateSet((eb) => ({
        grounds: eb.ref('excluded.grounds'),
        score: eb.ref('excluded.score'),
        foundAt: eb.ref('excluded.foundAt'),
        // What was decided meanwhile stays.
        status: eb
          .case()
          .when('recipientPair.status', '=', 'gone')
          .then('open' as const)
          .else(eb.ref('recipientPair.status'))
          .end(),
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What somebody put together is not the search's to take away. */
const BY_HAND = '[{"code":"by-hand"%';

/** Takes pairs out of the queue that nobody decided and that were not found again since `before`. Gives how many. */
export async function dropPairsNotFoundSince(tx: Writer, before: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('recipientPair')
    .set({ status: 'gone' })
    .where('status', '=', 'open')
    .where('foundAt', '<', before)
    .where('grounds', 'not like', BY_HAND)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** The same for one recipient. */
export async function dropPairsOf(tx: Writer, recipientId: string, before: string): Promise<void> {
  await tx
    .updateTable('recipientPair')
    .set({ status: 'gone' })
    .where('status', '=', 'open')
    .where('foundAt', '<', before)
    .where('grounds', 'not like', BY_HAND)
    .where((eb) => eb.or([eb('firstId', '=', recipientId), eb('secondId', '=', recipientId)]))
    .execute();
}

type Decision = {
  status: RecipientPairRow['status'];
  decidedAt: string | null;
  decidedBy: string | null;
  reason: string | null;
};

/** What becomes of a pair whose merge was undone. */
export async function settlePair(tx: Writer, id: string, decision: Decision): Promise<void> {
  await tx
    .updateTable('recipientPair')
    .set((eb) => ({ ...decision, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Decides a pair that is still as the person saw it; false when somebody was quicker. */
export async function decidePair(tx: Writer, id: string, seenVersion: number, decision: Decision): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recipientPair')
    .set({ ...decision, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
