import type { Updateable } from 'kysely';
import type { Writer } from '#db/database.ts';
import type { DecisionTable, NewDecision, NewDecisionItem } from '#db/decisions/decisions.table.ts';

export async function insertDecision(tx: Writer, decision: NewDecision): Promise<void> {
  await tx.insertInto('decision').values(decision).execute();
}

/** Saves only if nobody saved since `seenVersion`; tells whether it did. */
export async function updateDecision(
  tx: Writer,
  id: string,
  seenVersion: number,
  patch: Omit<Updateable<DecisionTable>, 'version'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('decision')
    .set((eb) => ({ ...patch, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Replaces the whole annexed list. */
export async function replaceItems(tx: Writer, decisionId: string, items: readonly NewDecisionItem[]): Promise<void> {
  await tx.deleteFrom('decisionItem').where('decisionId', '=', decisionId).execute();
  if (items.length > 0)
    await tx
      .insertInto('decisionItem')
      .values([...items])
      .execute();
}

/** Câu ghi riêng trên Bằng of one name; null prints the common sentence. */
export async function setItemSentence(tx: Writer, itemId: string, sentence: string | null): Promise<void> {
  await tx.updateTable('decisionItem').set({ sentenceOverride: sentence }).where('id', '=', itemId).execute();
}

/** Marks a checked nomination as decided, with the recipient it led to; false when it is not checked any more. */
export async function decideNomination(tx: Writer, id: string, recipientId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('nomination')
    .set((eb) => ({ status: 'decided' as const, recipientId, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('status', '=', 'checked')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
