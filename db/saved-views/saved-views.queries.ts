import type { Reader } from '#db/database.ts';
import type { SavedViewRow } from '#db/saved-views/saved-views.table.ts';

export type SeenSavedView = SavedViewRow & { ownerName: string | null };
type Who = { ownerId: string; unitIds: readonly string[]; roles: readonly string[] };

/** The views of a list that somebody sees: their own, those of their units and the defaults of their roles. */
export function listSavedViews(db: Reader, list: string, who: Who): Promise<SeenSavedView[]> {
  return visible(db, who)
    .where('savedView.list', '=', list)
    .orderBy('savedView.name')
    .orderBy('savedView.id')
    .execute();
}

/** One of them, of whatever list. */
export function findSavedView(db: Reader, id: string, who: Who): Promise<SeenSavedView | undefined> {
  return visible(db, who).where('savedView.id', '=', id).executeTakeFirst();
}

export async function countOwnViews(db: Reader, list: string, ownerId: string): Promise<number> {
  const { views } = await db
    .selectFrom('savedView')
    .select(({ fn }) => fn.countAll<number | string>().as('views'))
    .where('list', '=', list)
    .where('ownerId', '=', ownerId)
    .executeTakeFirstOrThrow();
  return Number(views);
}

/** How somebody left the columns, by the keys of list and views. */
export function listLayoutsOf(
  db: Reader,
  accountId: string,
  keys: readonly string[],
): Promise<{ list: string; layout: string }[]> {
  return db
    .selectFrom('listLayout')
    .select(['list', 'layout'])
    .where('accountId', '=', accountId)
    .where('list', 'in', [...keys])
    .execute();
}

function visible(db: Reader, { ownerId, unitIds, roles }: Who) {
  return db
    .selectFrom('savedView')
    .leftJoin('authUser', 'authUser.id', 'savedView.ownerId')
    .selectAll('savedView')
    .select('authUser.name as ownerName')
    .where(({ eb, or, and }) =>
      or([
        eb('ownerId', '=', ownerId),
        ...(unitIds.length === 0 ? [] : [and([eb('audience', '=', 'unit'), eb('unitId', 'in', [...unitIds])])]),
        ...(roles.length === 0 ? [] : [and([eb('audience', '=', 'role'), eb('role', 'in', [...roles])])]),
      ]),
    );
}
