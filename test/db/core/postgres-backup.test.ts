import * as fs from 'node:fs';
import * as path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BackupManifest, backupDatabase } from '#db/core/backup.ts';
import { checkDatabase } from '#db/core/check.ts';
import { type Db, openDatabase } from '#db/core/connect.ts';
import { migrateToLatest } from '#db/core/migrate.ts';
import { restoreSqlite } from '#db/core/restore.ts';
import { restorePostgres } from '#db/core/restore-postgres.ts';
import { givenDemo } from '#test/builders/demo.builder.ts';
import { emptyDb, engine, testDb, testDirectory } from '#test/core/test-db.ts';

const at = new Date('2024-03-01T02:00:00.000Z');

/** Every row of every table as PostgreSQL words it. */
async function contentOf(db: Db): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = 'public' and tablename not like 'kysely%'
      and tablename not like 'award\\_count%'`.execute(db.reads);
  const content: Record<string, string[]> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(
      db.reads,
    );
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}

/** References and other constraints: a restore takes some away and has to put all of them back. */
async function constraintsOf(db: Db) {
  const { rows } = await sql`select conrelid::regclass::text as on_table, conname, pg_get_constraintdef(oid) as rule,
    convalidated from pg_constraint where connamespace = 'public'::regnamespace order by 1, 2`.execute(db.reads);
  return rows;
}

describe.runIf(engine === 'postgres')('a backup of PostgreSQL', () => {
  let db: Db;
  let dataDir: string;
  let copy: string;
  let manifest: BackupManifest & { format: 2 };

  beforeAll(async () => {
    db = await testDb();
    await givenDemo(db);
    dataDir = testDirectory();
    for (const [name, content] of [
      ['files/ab/abcd', 'stored'],
      ['keys/sign.json', 'secret'],
    ] as const) {
      fs.mkdirSync(path.dirname(path.join(dataDir, name)), { recursive: true });
      fs.writeFileSync(path.join(dataDir, name), content);
    }
    copy = path.join(testDirectory(), 'copy');
    manifest = (await backupDatabase(db, { dataDir, to: copy, keys: true, takenAt: at })) as typeof manifest;
  });

  test('says what it holds', () => {
    expect(manifest).toMatchObject({ format: 2, takenAt: at.toISOString(), keys: true });
    expect(JSON.parse(fs.readFileSync(path.join(copy, 'manifest.json'), 'utf8'))).toEqual(manifest);
    expect(manifest.migrations.at(-1)).toBe('2026-11-23T1299-text-order');
    expect(manifest.tables.find(({ name }) => name === 'nomination')?.rows).toBe(14);
    expect(fs.readdirSync(copy).sort()).toEqual(['files', 'keys', 'manifest.json', 'tables']);
  });

  test('comes back whole into an empty database: rows, rules, history, files, keys', async () => {
    const restored = await emptyDb();
    const home = testDirectory();
    fs.mkdirSync(path.join(home, 'keys'));
    fs.writeFileSync(path.join(home, 'keys/sign.json'), 'newer secret');

    const rows = await restorePostgres(restored, { from: copy, dataDir: home, keys: true, at });

    expect(await contentOf(restored)).toEqual(await contentOf(db));
    expect(await constraintsOf(restored)).toEqual(await constraintsOf(db));
    expect(rows).toBe(Object.values(await contentOf(db)).flat().length);
    // The leaves of the history are among the invariants: they are computed again from what came back.
    for (const { name, broken } of await checkDatabase(restored)) expect(broken, name).toEqual([]);
    expect(fs.readFileSync(path.join(home, 'files/ab/abcd'), 'utf8')).toBe('stored');
    expect(fs.readFileSync(path.join(home, 'keys/sign.json'), 'utf8')).toBe('secret');
    const [replaced = ''] = fs.readdirSync(path.join(home, 'replaced'));
    expect(fs.readFileSync(path.join(home, 'replaced', replaced, 'keys/sign.json'), 'utf8')).toBe('newer secret');
    await expect(restorePostgres(restored, { from: copy, dataDir: home, keys: false, at })).rejects.toThrow(
      /đã có dữ liệu/,
    );
    expect(await contentOf(restored)).toEqual(await contentOf(db));
  });

  test('is one moment: what is written while it is taken is in it whole or not at all', async () => {
    const busy = await testDb();
    await sql`create table first (n int8 primary key)`.execute(busy.writes);
    await sql`create table second (n int8 references first (n))`.execute(busy.writes);
    let n = 0;
    const write = () =>
      busy.writes.transaction().execute(async (tx) => {
        n += 1;
        await sql`insert into first values (${n})`.execute(tx);
        await sql`insert into second values (${n})`.execute(tx);
      });
    while (n < 20) await write();
    let done = false;
    const backup = backupDatabase(busy, {
      dataDir,
      to: path.join(testDirectory(), 'busy'),
      keys: false,
      takenAt: at,
    }).finally(() => {
      done = true;
    });
    while (!done) await write();
    const { tables } = (await backup) as typeof manifest;
    const rowsOf = (name: string) => tables.find((one) => one.name === name)!.rows;
    expect(rowsOf('first')).toBeGreaterThanOrEqual(20);
    expect(rowsOf('first')).toBe(rowsOf('second'));
    expect(rowsOf('first')).toBeLessThan(n);
  });

  test('that was changed, cut short or made by a newer program is refused, and nothing is touched', async () => {
    const target = await emptyDb();
    const restore = (from: string, keys = false) =>
      restorePostgres(target, { from, dataDir: testDirectory(), keys, at });
    const altered = async (change: (directory: string, told: BackupManifest & { format: 2 }) => void) => {
      const directory = path.join(testDirectory(), 'altered');
      fs.cpSync(copy, directory, { recursive: true });
      const told = structuredClone(manifest);
      change(directory, told);
      fs.writeFileSync(path.join(directory, 'manifest.json'), JSON.stringify(told));
      return directory;
    };
    const flipped = await altered((directory) => fs.appendFileSync(path.join(directory, 'tables/unit.jsonl.gz'), 'x'));
    await expect(restore(flipped)).rejects.toThrow(/unit.jsonl.gz đã bị thay đổi sau khi sao lưu/);
    const cut = await altered((directory) => fs.rmSync(path.join(directory, 'tables/unit.jsonl.gz')));
    await expect(restore(cut)).rejects.toThrow(/Không thấy .*unit.jsonl.gz/);
    const newer = await altered((_, told) => void told.migrations.push('2030-01-01T0000-later'));
    await expect(restore(newer)).rejects.toThrow(/mới hơn chương trình/);
    const noKeys = await altered((_, told) => Object.assign(told, { keys: false }));
    await expect(restore(noKeys, true)).rejects.toThrow('Bản sao lưu này không có khóa.');
    await expect(restore(dataDir)).rejects.toThrow(/không phải là bản sao lưu/);
    expect(await contentOf(target)).toEqual({});
  });

  test('whose rows do not fit together brings nothing back, and the right one can follow', async () => {
    const target = await emptyDb();
    const lacking = path.join(testDirectory(), 'lacking');
    fs.cpSync(copy, lacking, { recursive: true });
    const told = structuredClone(manifest);
    const [cluster, other] = ['cluster', 'golden_book'].map((name) => told.tables.find((one) => one.name === name)!);
    // A table of the same rows less one table: references lead nowhere.
    fs.copyFileSync(path.join(copy, 'tables/golden_book.jsonl.gz'), path.join(lacking, 'tables/cluster.jsonl.gz'));
    Object.assign(cluster!, { ...other, name: 'cluster' });
    fs.writeFileSync(path.join(lacking, 'manifest.json'), JSON.stringify(told));

    await expect(
      restorePostgres(target, { from: lacking, dataDir: testDirectory(), keys: false, at }),
    ).rejects.toThrow();
    expect(Object.values(await contentOf(target)).flat()).toEqual([]);
    await restorePostgres(target, { from: copy, dataDir: testDirectory(), keys: false, at });
    expect(await contentOf(target)).toEqual(await contentOf(db));
  });

  test('is not taken for one of SQLite, nor the other way round', async () => {
    const home = testDirectory();
    const file = path.join(home, 'luy-tre.sqlite');
    await expect(restoreSqlite({ from: copy, dataDir: home, file, keys: false, at })).rejects.toThrow(
      /là của PostgreSQL/,
    );
    const sqlite = await openDatabase({ file });
    await migrateToLatest(sqlite);
    const other = path.join(testDirectory(), 'sqlite');
    await backupDatabase(sqlite, { dataDir: home, to: other, keys: false, takenAt: at });
    await sqlite.close();
    await expect(restorePostgres(db, { from: other, dataDir: home, keys: false, at })).rejects.toThrow(/là của SQLite/);
  });
});
