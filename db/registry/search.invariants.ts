import { type Kysely, sql } from 'kysely';
import { engineOf } from '#db/core/schema.ts';
import type { Database, Reader } from '#db/database.ts';
import { awardSearchText, nameSortKey, recipientSearchText } from '#shared/registry/search-text.ts';

/** Read in parts: a registry of a million does not fit into one answer. */
const AT_ONCE = 5_000;

/** On SQLite rows that the index of words does not hold, or holds though they are gone. PostgreSQL keeps its own. */
async function notIndexed(db: Reader, table: 'award' | 'recipient'): Promise<string[]> {
  if (engineOf(db as unknown as Kysely<Database>) === 'postgres') return [];
  const key = sql.table(`${table}_key`);
  const id = sql.ref(`k.${table}_id`);
  const docs = sql.table(`${table}_words_docsize`);
  const { rows } = await sql<{ id: string }>`
    select t.id from ${sql.table(table)} t where not exists (select 1 from ${key} k where ${id} = t.id)
    union all select ${id} from ${key} k where not exists (select 1 from ${sql.table(table)} t where t.id = ${id})
    union all select ${id} from ${key} k where not exists (select 1 from ${docs} d where d.id = k.seq)
    union all select cast(d.id as text) from ${docs} d where not exists (select 1 from ${key} k where k.seq = d.id)
  `.execute(db as unknown as Kysely<Database>);
  return rows.map((row) => row.id);
}

/** What must hold of the search: it finds by what stands in the rows, and every row. */
export const invariants = [
  {
    name: 'award-found-by-words',
    sentence: 'Từ để tìm kiếm và thứ tự theo tên của lượt khen khớp với tên, nơi công tác và số quyết định.',
    async find(db: Reader): Promise<string[]> {
      const broken = await notIndexed(db, 'award');
      for (let after = ''; ; ) {
        const rows = await db
          .selectFrom('award')
          .select(['id', 'printedName', 'printedPlace', 'decisionNumber', 'recipientKind', 'searchText', 'nameSort'])
          .where('id', '>', after)
          .orderBy('id')
          .limit(AT_ONCE)
          .execute();
        for (const row of rows)
          if (
            row.searchText !== awardSearchText(row) ||
            row.nameSort !== nameSortKey(row.printedName, row.recipientKind)
          )
            broken.push(row.id);
        after = rows.at(-1)?.id ?? '';
        if (rows.length < AT_ONCE) return broken;
      }
    },
  },
  {
    name: 'recipient-found-by-words',
    sentence: 'Từ để tìm kiếm và thứ tự theo tên của tập thể, cá nhân khớp với các tên đã mang và nơi công tác.',
    async find(db: Reader): Promise<string[]> {
      const broken = await notIndexed(db, 'recipient');
      const former = Map.groupBy(
        await db.selectFrom('recipientName').select(['recipientId', 'name']).orderBy('id').execute(),
        ({ recipientId }) => recipientId,
      );
      for (let after = ''; ; ) {
        const rows = await db
          .selectFrom('recipient')
          .select(['id', 'name', 'place', 'kind', 'searchText', 'nameSort'])
          .where('id', '>', after)
          .orderBy('id')
          .limit(AT_ONCE)
          .execute();
        for (const row of rows) {
          const formerNames = (former.get(row.id) ?? []).map(({ name }) => name);
          const text = recipientSearchText({ ...row, formerNames });
          if (row.searchText !== text || row.nameSort !== nameSortKey(row.name, row.kind)) broken.push(row.id);
        }
        after = rows.at(-1)?.id ?? '';
        if (rows.length < AT_ONCE) return broken;
      }
    },
  },
];
