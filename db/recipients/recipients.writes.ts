import { sendAlong } from '#db/core/send-along.ts';
import type { Writer } from '#db/database.ts';
import { findSameRecipient } from '#db/recipients/recipients.queries.ts';
import type { NewRecipient } from '#db/recipients/recipients.table.ts';
import { lockUnit } from '#db/units/units.writes.ts';
import { nameSortKey, recipientSearchText } from '#shared/registry/search-text.ts';

/** Rows per statement: both databases take at most some 32.000 parameters. */
const AT_ONCE = 500;

/** A new recipient with what it is found and ordered by. Every writer of recipients goes through here. */
export function findableRecipient(recipient: NewRecipient): NewRecipient {
  return {
    ...recipient,
    searchText: recipientSearchText(recipient),
    nameSort: nameSortKey(recipient.name, recipient.kind),
  };
}

export async function insertRecipients(tx: Writer, recipients: readonly NewRecipient[]): Promise<void> {
  for (let from = 0; from < recipients.length; from += AT_ONCE)
    await tx
      .insertInto('recipient')
      .values(recipients.slice(from, from + AT_ONCE).map(findableRecipient))
      .execute();
}

/** The recipient known by this name, unit and year of birth, or the candidate as a new one. Gives the id. */
export async function matchOrInsertRecipient(
  tx: Writer,
  candidate: NewRecipient,
): Promise<{ id: string; isNew: boolean }> {
  if (candidate.unitId) await lockUnit(tx, candidate.unitId);
  const known = await findSameRecipient(tx, {
    kind: candidate.kind,
    nameFold: candidate.nameFold,
    unitId: candidate.unitId ?? null,
    birthYear: candidate.birthYear ?? null,
  });
  if (known !== undefined) return { id: known, isNew: false };
  await sendAlong(tx, tx.insertInto('recipient').values(findableRecipient(candidate)));
  return { id: candidate.id, isNew: true };
}
