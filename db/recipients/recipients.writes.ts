import { insertRows } from '#db/core/insert-rows.ts';
import { lockRows } from '#db/core/lock-rows.ts';
import { sendAlong } from '#db/core/send-along.ts';
import type { Writer } from '#db/database.ts';
import { findSameRecipient } from '#db/recipients/recipients.queries.ts';
import type { NewRecipient, RecipientTable } from '#db/recipients/recipients.table.ts';
import { lockUnit } from '#db/units/units.writes.ts';
import { nameSortKey, recipientSearchText } from '#shared/registry/search-text.ts';

/** Every column with what stands in it when nothing is told. */
const DEFAULTS = {
  id: null,
  kind: null,
  name: null,
  nameFold: null,
  sex: null,
  birthYear: null,
  birthOn: null,
  unitId: null,
  place: '',
  cccdCipher: null,
  cccdIndex: null,
  mergedInto: null,
  isDemo: 0,
  version: 1,
  searchText: '',
  nameSort: '',
  foundedOn: null,
  positionHeld: '',
} as const satisfies Record<keyof RecipientTable, unknown>;
const COLUMNS = Object.keys(DEFAULTS) as (keyof RecipientTable)[];

/** A new recipient with what it is found and ordered by. Every writer of recipients goes through here. */
export function findableRecipient(recipient: NewRecipient): NewRecipient {
  return {
    ...recipient,
    searchText: recipientSearchText(recipient),
    nameSort: nameSortKey(recipient.name, recipient.kind),
  };
}

export async function insertRecipients(tx: Writer, recipients: readonly NewRecipient[]): Promise<void> {
  await insertRows(tx, 'recipient', COLUMNS, recipients, (recipient) => ({
    ...DEFAULTS,
    ...findableRecipient(recipient),
  }));
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

/**
 * Holds recipients until the transaction ends and tells where each of them lives today: an id that was merged leads to
 * the one it went into.
 */
export async function lockLiving(tx: Writer, ids: Iterable<string>): Promise<Map<string, string>> {
  const all = [...new Set(ids)];
  if (all.length === 0) return new Map();
  await lockRows(tx, 'recipient', all);
  const rows = await tx.selectFrom('recipient').select(['id', 'mergedInto']).where('id', 'in', all).execute();
  return new Map(rows.map(({ id, mergedInto }) => [id, mergedInto ?? id]));
}
