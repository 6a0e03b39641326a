import type { Reader } from '#db/database.ts';
import type { RecipientRow } from '#db/recipients/recipients.table.ts';

/** By what a recipient is known again without a citizen number. */
export type RecipientIdentity = Pick<RecipientRow, 'kind' | 'nameFold' | 'unitId' | 'birthYear'>;

/** More of one name in one unit than this are not told apart anyway. */
const NAMESAKES = 20;

/**
 * The one recipient of this name, unit and kind. A person is only known again by the year of birth too: two people
 * of one name are kept apart, and joined later by a merge, because the other mistake cannot be undone.
 */
export async function findSameRecipient(db: Reader, who: RecipientIdentity): Promise<string | undefined> {
  if (who.kind === 'individual' && who.birthYear === null) return undefined;
  const rows = await db
    .selectFrom('recipient')
    .select(['id', 'mergedInto'])
    .where('nameFold', '=', who.nameFold)
    .where('kind', '=', who.kind)
    .where('unitId', 'is not distinct from', who.unitId)
    .where('birthYear', 'is not distinct from', who.birthYear)
    .orderBy('id')
    .limit(NAMESAKES)
    .execute();
  // Records that became one count as one.
  const [only, another] = new Set(rows.map(({ id, mergedInto }) => mergedInto ?? id));
  return another === undefined ? only : undefined;
}
