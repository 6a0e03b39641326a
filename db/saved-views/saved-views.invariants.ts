import type { Reader } from '#db/database.ts';

/** What must hold of saved views whatever happened. */
export const invariants = [
  {
    name: 'saved-view-layout-of-a-view',
    sentence: 'Cột đã chỉnh của một chế độ xem không còn lại sau khi chế độ xem bị xóa.',
    async find(db: Reader): Promise<string[]> {
      const layouts = await db
        .selectFrom('listLayout')
        .select(['accountId', 'list'])
        .where('list', 'like', '%:%')
        .execute();
      if (layouts.length === 0) return [];
      const views = new Set((await db.selectFrom('savedView').select('id').execute()).map(({ id }) => id));
      return layouts
        .filter(({ list }) => !views.has(list.slice(list.indexOf(':') + 1)))
        .map(({ accountId, list }) => `${accountId} ${list}`);
    },
  },
];
