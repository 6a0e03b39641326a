import * as fs from 'node:fs';
import Sqlite from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/core/connect.ts';
import { openSqlite } from '#db/core/sqlite-handle.ts';
import { engine, testDb, testDirectory } from '#test/core/test-db.ts';

const db = await testDb();
await sql`create table if not exists sample (id text primary key, amount ${sql.raw(engine === 'sqlite' ? 'integer' : 'int8')}) ${sql.raw(engine === 'sqlite' ? 'strict' : '')}`.execute(
  db.writes,
);

async function insert(id: string, amount: unknown): Promise<void> {
  await sql`insert into sample (id, amount) values (${id}, ${amount})`.execute(db.writes);
}

async function amountOf(id: string, handle = db.reads): Promise<unknown> {
  return (await sql<{ amount: unknown }>`select amount from sample where id = ${id}`.execute(handle)).rows[0]?.amount;
}

test.each([
  ['29 tỷ đồng', 29_000_000_000],
  ['2^53 - 1', Number.MAX_SAFE_INTEGER],
  ['the smallest', Number.MIN_SAFE_INTEGER],
  ['zero', 0],
])('%s comes back as the number it was', async (id, amount) => {
  await insert(id, amount);
  expect(await amountOf(id)).toBe(amount);
  expect(await amountOf(id, db.writes)).toBe(amount);
  expect(await amountOf(id, db.longReads)).toBe(amount);
});

test('true and false are stored as 1 and 0', async () => {
  await insert('yes', true);
  await insert('no', false);
  expect([await amountOf('yes'), await amountOf('no')]).toEqual([1, 0]);
});

test.each([
  ['a Date', new Date(0)],
  ['an object', { a: 1 }],
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['2^53', 2 ** 53],
  ['2n ** 53n', 2n ** 53n],
])('refuses to bind %s', async (id, value) => {
  await expect(insert(id, value)).rejects.toThrow(/Query parameter 2 cannot be bound/);
  expect(await amountOf(id)).toBeUndefined();
});

test.each(['reads', 'writes', 'longReads'] as const)(
  '%s refuses a stored integer it would have to round',
  async (handle) => {
    const id = `too-large-${handle}`;
    await sql`insert into sample (id, amount) values (${id}, 9007199254740993)`.execute(db.writes);
    await expect(amountOf(id, db[handle])).rejects.toThrow(/beyond 2\^53/);
  },
);

test('a number column refuses text', async () => {
  await expect(insert('text', 'mười')).rejects.toMatchObject({
    code: engine === 'sqlite' ? 'SQLITE_CONSTRAINT_DATATYPE' : '22P02',
  });
});

test.each(['reads', 'longReads'] as const)('%s cannot write', async (handle) => {
  const write = sql`insert into sample (id, amount) values ('by-reader', 1)`.execute(db[handle]);
  await expect(write).rejects.toMatchObject({ code: engine === 'sqlite' ? 'SQLITE_READONLY' : '25006' });
});

test('a transaction of longReads is a snapshot', async () => {
  await insert('snapshot', 1);
  const level = engine === 'postgres' ? ('repeatable read' as const) : undefined;
  const builder = db.longReads.transaction();
  const seen = await (level ? builder.setIsolationLevel(level) : builder).execute(async (tx) => {
    const before = await sql<{ n: number }>`select count(*) as n from sample`.execute(tx);
    await insert('beside the snapshot', 1);
    const after = await sql<{ n: number }>`select count(*) as n from sample`.execute(tx);
    return [before.rows[0]!.n, after.rows[0]!.n];
  });
  expect(seen[0]).toBe(seen[1]);
  expect(await amountOf('beside the snapshot')).toBe(1);
});

test('opening a database that cannot be opened fails at once', async () => {
  const config = engine === 'sqlite' ? { file: '/nowhere/at/all.sqlite' } : { url: 'postgres://127.0.0.1:1/none' };
  await expect(openDatabase(config)).rejects.toThrow();
});

test.runIf(engine === 'sqlite')('synchronous is FULL when an existing file is opened again', async () => {
  const file = `${testDirectory()}/again.sqlite`;
  openSqlite(file, 'writer').close();

  const bare = new Sqlite(file);
  expect(bare.pragma('synchronous', { simple: true }), 'the trap this guards against').toBe(1);
  bare.close();

  const writer = openSqlite(file, 'writer');
  const reader = openSqlite(file, 'reader');
  expect(writer.database.pragma('synchronous', { simple: true })).toBe(2);
  expect(reader.database.pragma('synchronous', { simple: true })).toBe(2);
  reader.close();
  writer.close();

  const opened = await openDatabase({ file });
  expect((await sql<{ synchronous: number }>`pragma synchronous`.execute(opened.writes)).rows[0]?.synchronous).toBe(2);
  await sql`create table t (n integer) strict`.execute(opened.writes);
  expect(fs.existsSync(`${file}-wal`)).toBe(true);
  await opened.close();
  expect(fs.existsSync(`${file}-wal`), 'a closed database is one file').toBe(false);
});
