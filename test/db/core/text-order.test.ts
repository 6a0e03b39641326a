import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { engine, testDb } from '#test/core/test-db.ts';

const WORDS = ['a', 'Z', 'z', 'ă', 'Đ', 'd', 'đ', 'e', 'ê', 'a b', 'ab', 'a-b', '_', ''];
const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));

test('texts of the database sort by their bytes, whatever language it was created in', async () => {
  const db = await testDb();
  await db.writes
    .insertInto('setting')
    .values(WORDS.map((key) => ({ key, value: 'x' })))
    .execute();
  const found = await db.reads.selectFrom('setting').select('key').where('key', 'in', WORDS).orderBy('key').execute();
  expect(found.map(({ key }) => key)).toEqual(WORDS.toSorted(byBytes));
  const from = await db.reads
    .selectFrom('setting')
    .select('key')
    .where('key', '>=', 'a')
    .where('key', '<', 'b')
    .execute();
  expect(from.map(({ key }) => key).sort(byBytes)).toEqual(['a', 'a b', 'a-b', 'ab']);
});

test.runIf(engine === 'postgres')(
  'not a column is forgotten, and the tests run in a database that sorts otherwise',
  async () => {
    const db = await testDb();
    const { rows } = await sql`select table_name, column_name from information_schema.columns
    where table_schema = 'public' and data_type in ('text', 'character varying') and table_name not like 'kysely%'
      and collation_name is distinct from 'C'`.execute(db.reads);
    expect(rows).toEqual([]);
    const here = await sql<{ provider: string }>`select datlocprovider as provider from pg_database
    where datname = current_database()`.execute(db.reads);
    expect(here.rows).toEqual([{ provider: 'i' }]);
  },
);
