import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Kysely, sql } from 'kysely';
import type { MigrationProvider } from 'kysely/migration';
import { expect, test } from 'vitest';
import { appliedMigrations, MigrationRefusal, migrateToLatest } from '#db/core/migrate.ts';
import { int8, table } from '#db/core/schema.ts';
import { emptyDb, engine, testDb } from '#test/core/test-db.ts';

// biome-ignore lint/suspicious/noExplicitAny: what a migration gets
type AnyDb = Kysely<any>;
const creates = (name: string) => ({
  up: async (db: AnyDb) => {
    await table(db, name)
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('amount', int8(db))
      .execute();
  },
});
const breaks = {
  up: async (db: AnyDb) => {
    await creates('third').up(db);
    await sql`insert into nowhere values (1)`.execute(db);
  },
};
const provider = (migrations: Awaited<ReturnType<MigrationProvider['getMigrations']>>): MigrationProvider => ({
  getMigrations: async () => migrations,
});

async function tables(db: Awaited<ReturnType<typeof emptyDb>>): Promise<string[]> {
  return (await db.writes.introspection.getTables()).map(({ name }) => name).sort();
}

test('the real migrations have run on every test database, and a second run does nothing', async () => {
  const db = await testDb();
  const files = fs.readdirSync(path.join(import.meta.dirname, '../../../db/migrations')).sort();
  expect(await appliedMigrations(db)).toEqual(files.map((name) => name.replace('.ts', '')));
  expect(await migrateToLatest(db)).toEqual([]);
});

test('a failed migration leaves nothing, of the ones before it in the same run neither', async () => {
  const db = await emptyDb();
  expect(await migrateToLatest(db, provider({ '1': creates('first') }))).toEqual(['1']);
  const three = provider({ '1': creates('first'), '2': creates('second'), '3': breaks });
  await expect(migrateToLatest(db, three)).rejects.toThrow(/nowhere/);
  expect(await tables(db)).toEqual(['first']);
  expect(await appliedMigrations(db)).toEqual(['1']);
  expect(await migrateToLatest(db, provider({ '1': creates('first'), '2': creates('second') }))).toEqual(['2']);
});

test('a database newer than the program is refused untouched', async () => {
  const db = await emptyDb();
  await migrateToLatest(db, provider({ '1': creates('first'), '2': creates('second') }));
  const error = await migrateToLatest(db, provider({ '1': creates('first') })).catch((refusal: unknown) => refusal);
  expect(error).toBeInstanceOf(MigrationRefusal);
  expect((error as Error).message).toMatch(/Cơ sở dữ liệu mới hơn chương trình: 2\..*\n.*newer than this program: 2\./);
  expect(await appliedMigrations(db)).toEqual(['1', '2']);
});

test('tables of table() refuse text in a number column', async () => {
  const db = await emptyDb();
  await migrateToLatest(db, provider({ '1': creates('first') }));
  const insert = sql`insert into first (id, amount) values ('a', ${'mười'})`.execute(db.writes);
  await expect(insert).rejects.toMatchObject({ code: engine === 'sqlite' ? 'SQLITE_CONSTRAINT_DATATYPE' : '22P02' });
});

test.runIf(engine === 'sqlite')('a file that holds data is copied before each upgrade; five copies stay', async () => {
  const db = await emptyDb();
  const backups = path.join(path.dirname(db.file!), 'backups');
  const migrations: Awaited<ReturnType<MigrationProvider['getMigrations']>> = { '1': creates('t1') };
  await migrateToLatest(db, provider(migrations));
  expect(fs.existsSync(backups), 'nothing to copy yet').toBe(false);
  for (let n = 2; n <= 8; n += 1) {
    migrations[n] = creates(`t${n}`);
    await migrateToLatest(db, provider(migrations));
  }
  const copies = fs.readdirSync(backups).sort();
  expect(copies).toHaveLength(5);
  const { openDatabase } = await import('#db/core/connect.ts');
  const copy = await openDatabase({ file: path.join(backups, copies.at(-1)!) });
  expect(await appliedMigrations(copy)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  await copy.close();
});
