import { sendAlong } from '#db/core/send-along.ts';
import type { Writer } from '#db/database.ts';
import type { NewAward } from '#db/registry/registry.table.ts';
import { awardSearchText, nameSortKey } from '#shared/registry/search-text.ts';

/** Rows per statement: both databases take at most some 32.000 parameters. */
const AT_ONCE = 500;

/** An award with what it is found and ordered by. Every writer of awards goes through here. */
export function findable(award: NewAward): NewAward {
  return {
    ...award,
    searchText: awardSearchText(award),
    nameSort: nameSortKey(award.printedName, award.recipientKind),
  };
}

export async function insertAward(tx: Writer, award: NewAward): Promise<void> {
  await sendAlong(tx, tx.insertInto('award').values(findable(award)));
}

export async function insertAwards(tx: Writer, awards: readonly NewAward[]): Promise<void> {
  for (let from = 0; from < awards.length; from += AT_ONCE)
    await tx
      .insertInto('award')
      .values(awards.slice(from, from + AT_ONCE).map(findable))
      .execute();
}
