import type { Db } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';
import type { NewSavedView } from '#db/saved-views/saved-views.table.ts';
import { uuidv7 } from '#server/core/ids.ts';
import type { SavedViewId } from '#shared/saved-views/saved-views.schema.ts';

/** A view of the registry that somebody else saved; a test names what it is about. */
export async function givenSavedView(db: Db, about: Partial<NewSavedView> = {}): Promise<SavedViewId> {
  const id = uuidv7() as SavedViewId;
  const view: NewSavedView = {
    id,
    list: 'awards',
    name: `Khen thưởng năm 2023 ${id}`,
    ownerId: 'account-of-a-colleague',
    audience: 'mine',
    unitId: null,
    role: null,
    query: 'yearFrom=2023',
    layout: JSON.stringify({ columns: [{ id: 'name' }], density: 'dense' }),
    createdAt: '2024-02-01T02:00:00.000Z',
    ...about,
  };
  await inTransaction(db, (tx) => tx.insertInto('savedView').values(view).execute());
  return id;
}
