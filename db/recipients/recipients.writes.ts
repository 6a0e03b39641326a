import { sendAlong } from '#db/core/send-along.ts';
import type { Writer } from '#db/database.ts';
import { findSameRecipient } from '#db/recipients/recipients.queries.ts';
import type { NewRecipient } from '#db/recipients/recipients.table.ts';
import { lockUnit } from '#db/units/units.writes.ts';

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
  await sendAlong(tx, tx.insertInto('recipient').values(candidate));
  return { id: candidate.id, isNew: true };
}
