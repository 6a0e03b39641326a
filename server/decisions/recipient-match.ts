import type { Reader } from '#db/database.ts';
import type { DecisionItem } from '#db/decisions/decisions.queries.ts';
import { findNamesakes } from '#db/decisions/issue.queries.ts';
import type { NewRecipient } from '#db/recipients/recipients.table.ts';
import { fold } from '#shared/core/fold.ts';

/**
 * Who stands behind each item: the recipient named on the nomination, else one of the same kind, name, unit and year
 * of birth, else a new one. Two people who share all four are told apart later, by merging or splitting by hand.
 *
 * @returns the recipient of each item (by its itemId), and the rows to add
 */
export async function recipientsOf(db: Reader, items: readonly DecisionItem[], newId: () => string) {
  const namesakes = await findNamesakes(db, items);
  const known = new Map<string, string>();
  for (const one of namesakes) {
    const key = keyOf(one.kind, one.nameFold, one.unitId, one.birthYear);
    if (!known.has(key)) known.set(key, one.id);
  }
  const idOfItem = new Map<string, string>();
  const added: NewRecipient[] = [];
  for (const item of items) {
    const nameFold = item.nameFold || fold(item.name);
    const key = keyOf(item.recipientKind, nameFold, item.unitId, item.birthYear);
    let id = item.recipientId ?? known.get(key);
    if (id === undefined) {
      id = newId();
      known.set(key, id);
      added.push(rowOf(id, item, nameFold));
    }
    idOfItem.set(item.itemId, id);
  }
  return { idOfItem, added };
}

function rowOf(id: string, item: DecisionItem, nameFold: string): NewRecipient {
  return {
    id,
    kind: item.recipientKind,
    name: item.name.normalize('NFC'),
    nameFold,
    sex: item.sex,
    birthYear: item.birthYear,
    unitId: item.unitId,
    place: item.workplace || item.printedPlace,
    isDemo: item.isDemo,
  };
}

const keyOf = (kind: string, nameFold: string, unitId: string | null, birthYear: number | null) =>
  JSON.stringify([kind, nameFold, unitId, birthYear]);
