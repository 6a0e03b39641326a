import { sql, type UpdateObject } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import { engineOf } from '#db/core/schema.ts';
import type { Database, Writer } from '#db/database.ts';
import type {
  NewRecipientHold,
  NewRecipientLine,
  NewRecipientName,
  NewRecipientPost,
} from '#db/recipients/recipients.table.ts';
import { fold } from '#shared/core/fold.ts';
import { nameSortKey, recipientSearchText } from '#shared/registry/search-text.ts';

/** Holds recipients until the transaction ends. */
export async function lockRecipients(tx: Writer, ids: readonly string[]): Promise<void> {
  await lockRows(tx, 'recipient', [...ids].sort());
}

/**
 * Changes a recipient at the version the person saw, and counts the version up. Whoever changes name or place calls
 * `renewFindable` after it.
 * @returns false when somebody was quicker, or it was merged into another; nothing is written then
 */
export async function updateRecipient(
  tx: Writer,
  id: string,
  seenVersion: number,
  change: UpdateObject<Database, 'recipient'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recipient')
    .set({ ...change, version: seenVersion + 1 })
    .where('id', '=', id)
    .where('version', '=', seenVersion)
    .where('mergedInto', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Writes anew by what a recipient is found and ordered: from its name, its former names and its place. */
export async function renewFindable(tx: Writer, id: string): Promise<void> {
  const recipient = await tx
    .selectFrom('recipient')
    .select(['name', 'kind', 'place'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!recipient) return;
  const former = await tx
    .selectFrom('recipientName')
    .select('name')
    .where('recipientId', '=', id)
    .orderBy('id')
    .execute();
  await tx
    .updateTable('recipient')
    .set({
      nameFold: fold(recipient.name),
      nameSort: nameSortKey(recipient.name, recipient.kind),
      searchText: recipientSearchText({ ...recipient, formerNames: former.map(({ name }) => name) }),
    })
    .where('id', '=', id)
    .execute();
}

export async function insertFormerName(tx: Writer, name: NewRecipientName): Promise<void> {
  await tx.insertInto('recipientName').values(name).execute();
}

export async function insertPost(tx: Writer, post: NewRecipientPost): Promise<void> {
  await tx.insertInto('recipientPost').values(post).execute();
}

export async function insertHold(tx: Writer, hold: NewRecipientHold): Promise<void> {
  await tx.insertInto('recipientHold').values(hold).execute();
}

export async function markHoldLifted(
  tx: Writer,
  id: string,
  lift: { liftedOn: string; liftReason: string },
): Promise<void> {
  await tx
    .updateTable('recipientHold')
    .set((eb) => ({ ...lift, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Any number that nothing else locks: the lines of collectives as a whole. */
const LINES_LOCK = 1502;

/** Two people writing lines wait for each other. */
export async function lockLines(tx: Writer): Promise<void> {
  if (engineOf(tx) === 'postgres') await sql`select pg_advisory_xact_lock(${LINES_LOCK})`.execute(tx);
}

/** @returns false when the two are joined already */
export async function insertLine(tx: Writer, line: NewRecipientLine): Promise<boolean> {
  const inserted = await tx
    .insertInto('recipientLine')
    .values(line)
    .onConflict((conflict) => conflict.columns(['fromRecipientId', 'toRecipientId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function deleteLine(tx: Writer, id: string): Promise<void> {
  await tx.deleteFrom('recipientLine').where('id', '=', id).execute();
}

/** Writes the dân tộc of a recipient, null to take it away. The recipient's version guards it. */
export async function saveEthnicity(tx: Writer, recipientId: string, ethnicityCode: string | null): Promise<void> {
  await tx
    .insertInto('recipientSensitive')
    .values({ recipientId, ethnicityCode })
    .onConflict((conflict) => conflict.column('recipientId').doUpdateSet({ ethnicityCode }))
    .execute();
}
