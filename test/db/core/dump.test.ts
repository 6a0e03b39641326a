import * as fs from 'node:fs';
import * as path from 'node:path';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import yazl from 'yazl';
import { checkDatabase } from '#db/core/check.ts';
import { type Db, openDatabase } from '#db/core/connect.ts';
import type { DumpManifest } from '#db/core/dump-manifest.ts';
import { digestOf, dumpedTables } from '#db/core/dump-tables.ts';
import { DumpZip } from '#db/core/dump-zip.ts';
import { loadDump } from '#db/core/load-dump.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { writeDump } from '#db/core/write-dump.ts';
import { foldAwardCounts } from '#db/registry/award-count.writes.ts';
import { givenDemo } from '#test/builders/demo.builder.ts';
import { emptyDb, engine, testDb, testDirectory } from '#test/core/test-db.ts';

const AT = new Date('2024-03-01T03:00:00Z');
let full: Db;
let folder: string;
let dump: string;
let manifest: DumpManifest;

const dumpOf = (db: Db, to: string) =>
  writeDump(db, { dataDir: folder, to, keys: false, takenAt: AT, program: '0.0.0' });
const load = (db: Db, from = dump, dataDir = testDirectory()) =>
  loadDump(db, { dataDir, from, keys: false, at: AT, fold: foldAwardCounts });

beforeAll(async () => {
  full = await testDb();
  await givenDemo(full);
  folder = testDirectory();
  dump = path.join(folder, 'all.zip');
  manifest = await dumpOf(full, dump);
});

test('a dump of a year loads into an empty database with equal rows, hashes and log, and breaks no rule', async () => {
  expect(manifest.tables.find(({ name }) => name === 'audit_entry')!.rows).toBeGreaterThan(0);
  const db = await emptyDb();
  const report = await load(db);
  expect(report.proved).toBe(true);
  expect(report.tables).toEqual(manifest.tables.map(({ name, rows, sha256 }) => ({ name, rows, sha256 })));

  const broken = (await checkDatabase(db)).filter((one) => one.broken.length > 0);
  const before = (await checkDatabase(full)).filter((one) => one.broken.length > 0);
  expect(broken.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
  const words = await dumpedTables(db.longReads);
  expect(words.map(({ name }) => name)).not.toContain('auth_session');

  const again = path.join(folder, 'again.zip');
  const second = await dumpOf(db, again);
  expect(second.tables).toEqual(manifest.tables);
});

test.runIf(engine === 'postgres')('a dump goes from one engine to the other and back, line by line', async () => {
  const sqlite = await openDatabase({ file: path.join(testDirectory(), 'other.sqlite') });
  try {
    expect((await load(sqlite)).proved).toBe(true);
    const back = path.join(folder, 'back.zip');
    expect((await dumpOf(sqlite, back)).tables).toEqual(manifest.tables);
    expect((await load(await emptyDb(), back)).proved).toBe(true);
  } finally {
    await sqlite.close();
  }
});

test('a filled database is refused and stays as it was', async () => {
  const table = (await dumpedTables(full.longReads)).find(({ name }) => name === 'unit')!;
  const before = await digestOf(full.longReads, table);
  await expect(load(full)).rejects.toThrow(/đã có dữ liệu/);
  expect(await digestOf(full.longReads, table)).toEqual(before);
});

/** The dump with parts changed by `change` (undefined: left out). */
async function altered(name: string, change: (part: string, content: Buffer) => Buffer | undefined): Promise<string> {
  const source = await DumpZip.open(dump);
  const zip = new yazl.ZipFile();
  const parts = ['manifest.json', ...source.manifest.tables.map((one) => `tables/${one.name}.jsonl`)];
  for (const part of [...parts, ...source.manifest.files.map(({ sha256 }) => `files/${sha256}`)]) {
    const chunks: Buffer[] = [];
    for await (const chunk of await source.read(part)) chunks.push(chunk as Buffer);
    const content = change(part, Buffer.concat(chunks));
    if (content) zip.addBuffer(content, part);
  }
  source.close();
  zip.end();
  const to = path.join(folder, `${name}.zip`);
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk);
  fs.writeFileSync(to, Buffer.concat(chunks));
  return to;
}

test.each([
  [
    'a changed row',
    (part: string, content: Buffer) =>
      part === 'tables/award.jsonl' ? Buffer.from(content.toString().replace('Mẫu', 'Máu')) : content,
    /tables\/award\.jsonl/,
  ],
  [
    'a missing table',
    (part: string, content: Buffer) => (part === 'tables/unit.jsonl' ? undefined : content),
    /tables\/unit\.jsonl/,
  ],
  [
    'half a manifest',
    (part: string, content: Buffer) => (part === 'manifest.json' ? content.subarray(0, 100) : content),
    /manifest\.json/,
  ],
] as const)('%s is refused by the name of its part, and nothing is left', async (name, change, message) => {
  const db = await emptyDb();
  await expect(load(db, await altered(name, change))).rejects.toThrow(message);
  const tables = await sql<{ n: number }>`select 1 as n`.execute(db.reads);
  expect(tables.rows).toHaveLength(1);
  for (const table of await dumpedTables(db.longReads)) expect((await digestOf(db.longReads, table)).rows).toBe(0);
});

test('half a file, a file of a newer program and a file of a newer format are refused in words', async () => {
  const half = path.join(folder, 'half.zip');
  fs.writeFileSync(half, fs.readFileSync(dump).subarray(0, 20_000));
  await expect(load(await emptyDb(), half)).rejects.toThrow(/không phải tệp kết xuất đọc được/);

  const withManifest = (name: string, patch: (old: DumpManifest) => object) =>
    altered(name, (part, content) =>
      part === 'manifest.json'
        ? Buffer.from(JSON.stringify({ ...JSON.parse(content.toString()), ...patch(JSON.parse(content.toString())) }))
        : content,
    );
  const newer = await withManifest('newer', (old) => ({ migrations: [...old.migrations, '2999-01-01T0000-future'] }));
  await expect(load(await emptyDb(), newer)).rejects.toThrow(/mới hơn chương trình/);
  const format = await withManifest('format', () => ({ version: 2 }));
  await expect(load(await emptyDb(), format)).rejects.toThrow(/định dạng phiên bản 2/);
});

test('a dump is as of one moment while others write', async () => {
  const to = path.join(folder, 'moment.zip');
  let written = false;
  const made = await writeDump(full, {
    dataDir: folder,
    to,
    keys: false,
    takenAt: AT,
    program: '0.0.0',
    onRows: () => {
      if (written) return;
      written = true;
      void inTransaction(full, (tx) => tx.insertInto('setting').values({ key: 'zz-later', value: '1' }).execute());
    },
  });
  expect(made.tables.find(({ name }) => name === 'setting')).toEqual(
    manifest.tables.find(({ name }) => name === 'setting'),
  );
  await inTransaction(full, (tx) => tx.deleteFrom('setting').where('key', '=', 'zz-later').execute());
});
