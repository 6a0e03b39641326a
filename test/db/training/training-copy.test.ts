import { createHmac } from 'node:crypto';
import * as path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDatabase } from '#db/core/check.ts';
import { type Db, openDatabase } from '#db/core/connect.ts';
import { digestOf, dumpedTables } from '#db/core/dump-tables.ts';
import { engineOf } from '#db/core/schema.ts';
import { makeSchema } from '#db/core/schemas.ts';
import { inTransaction } from '#db/core/transaction.ts';
import { copyForTraining } from '#db/training/training-copy.writes.ts';
import { trainingSchemaOf } from '#db/training/training-schema.ts';
import { isWellFormed } from '#shared/certificates/verify-code.ts';
import { rulesOf, TRAINING_COLUMNS } from '#shared/training/training-columns.ts';
import { givenDemo } from '#test/builders/demo.builder.ts';
import { engine, testDb, testDirectory } from '#test/core/test-db.ts';

const paper = { sha256: 'a'.repeat(64), sizeBytes: 10, mediaType: 'application/pdf', name: 'Tài liệu tập huấn.pdf' };
const picture = { ...paper, sha256: 'b'.repeat(64), mediaType: 'image/png', name: 'Ảnh tập huấn.png' };
const digest = (text: string) => createHmac('sha256', 'key').update(text).digest();
const disguise = { digest, paper, picture };

let real: Db;
let copy: Db;
const opened: Db[] = [];

async function emptyCopy(id: string): Promise<Db> {
  const schema = trainingSchemaOf(id);
  if (real.engine === 'postgres') await makeSchema(real, schema);
  const file = path.join(testDirectory(), `${id}.sqlite`);
  const db = await openDatabase(real.engine === 'postgres' ? { url: real.url, schema, poolSize: 2 } : { file });
  opened.push(db);
  return db;
}

beforeAll(async () => {
  real = await testDb();
  await givenDemo(real);
  await inTransaction(real, async (tx) => {
    const [someone] = await tx.selectFrom('recipient').selectAll().where('kind', '=', 'individual').limit(1).execute();
    await tx
      .updateTable('recipient')
      .set({ cccdCipher: 'sealed-number', cccdIndex: 'sealed-index', birthYear: 1980, birthOn: '1980-05-06' })
      .where('id', '=', someone!.id)
      .execute();
    // Imported awards often do not say the sex; the recipient does, against what its name would say.
    await tx.updateTable('award').set({ sex: null }).execute();
    await tx.updateTable('recipient').set({ sex: 'female' }).where('kind', '=', 'individual').execute();
    const dates = { createdAt: '2024-01-01T00:00:00.000Z', updatedAt: '2024-01-01T00:00:00.000Z' };
    const user = { id: 'u-1', name: 'Lộc Thị Kiểm', email: 'kiem@langson.gov.vn', username: 'kiem.loc', ...dates };
    await tx
      .insertInto('authUser')
      .values(user as never)
      .execute();
    const password = { id: 'a-1', accountId: 'u-1', userId: 'u-1', providerId: 'credential', password: '$argon2id$x' };
    await tx
      .insertInto('authAccount')
      .values({ ...password, ...dates } as never)
      .execute();
  });
  copy = await emptyCopy('11111111');
  await copyForTraining(real, copy, { disguise });
});
afterAll(async () => {
  for (const db of opened) await db.close();
});

test('somebody decided about every table and column, and about nothing that is not there', async () => {
  const { rows } =
    engineOf(real.reads) === 'postgres'
      ? await sql<{ table: string; column: string }>`select table_name as "table", column_name as "column"
          from information_schema.columns where table_schema = current_schema()`.execute(real.reads)
      : await sql<{ table: string; column: string }>`select m.name as "table", c.name as "column"
          from sqlite_master m join pragma_table_info(m.name) c
          where m.type = 'table' and m.name not like 'sqlite%' and m.sql not like 'create virtual%'`.execute(
          real.reads,
        );
  // Kysely's own, and what SQLite keeps the words of the search in.
  const ours = rows.filter(({ table }) => !/^(kysely_.*|(award|recipient)_(key|words.*))$/.test(table));
  const there = Map.groupBy(ours, ({ table }) => table);
  const perEngine = new Set(['award_count_delta']);
  expect([...there.keys()].filter((name) => !Object.hasOwn(TRAINING_COLUMNS, name))).toEqual([]);
  expect(Object.keys(TRAINING_COLUMNS).filter((name) => !there.has(name) && !perEngine.has(name))).toEqual([]);
  for (const [name, columns] of there) {
    const rules = rulesOf(name);
    if (rules) expect([...rules.keys()].toSorted(), name).toEqual(columns.map(({ column }) => column).toSorted());
  }
});

test('the copy breaks no rule that the real data keeps, and every table has its rows', async () => {
  const broken = async (db: Db) =>
    (await checkDatabase(db)).filter((one) => one.broken.length > 0).map(({ name }) => name);
  const before = await broken(real);
  expect((await broken(copy)).filter((name) => !before.includes(name))).toEqual([]);
  for (const table of await dumpedTables(real.longReads)) {
    if (!rulesOf(table.name)) continue;
    const [was, is] = [await digestOf(real.longReads, table), await digestOf(copy.longReads, table)];
    expect(is.rows, table.name).toBe(was.rows);
  }
});

/** Every text of every column, by table. */
async function textsOf(db: Db): Promise<string> {
  let all = '';
  for (const { name } of await dumpedTables(db.longReads)) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(
      db.longReads.withoutPlugins(),
    );
    all += rows.map((row) => JSON.stringify(row)).join('\n');
  }
  return all;
}

test('no name of a person, no number of a citizen, no account and no free text of the real data is in the copy', async () => {
  const names = async (db: Db) => [
    ...(await db.reads.selectFrom('recipient').select('name').where('kind', '=', 'individual').execute()),
    ...(await db.reads.selectFrom('authUser').select('name').execute()),
  ];
  const real_ = (await names(real)).map(({ name }) => name);
  expect(real_.length).toBeGreaterThan(9);
  const texts = await textsOf(copy);
  for (const name of real_) expect(texts.includes(name), name).toBe(false);
  expect(texts).not.toContain('sealed-');
  expect(texts).not.toContain('$argon2id$');
  for (const word of ['kiem.loc', 'kiem@langson.gov.vn']) expect(texts).not.toContain(word);
  const stories = await real.reads.selectFrom('exemplar').select('story').where('story', '<>', '').execute();
  for (const { story } of stories) expect(texts.includes(JSON.stringify(story).slice(1, 41))).toBe(false);
});

test('a list of the copy can be read: titles differ where the real ones do, and say nothing of them', async () => {
  const titles = async (db: Db) =>
    (await db.reads.selectFrom('exemplar').select('title').orderBy('id').execute()).map(({ title }) => title);
  const [was, is] = [await titles(real), await titles(copy)];
  expect(new Set(was).size).toBeGreaterThan(3);
  expect(new Set(is).size).toBe(new Set(was).size);
  expect(is.filter((title) => !/^Nội dung tập huấn số \d{4}$/.test(title))).toEqual([]);
});

test('a person is the same person everywhere, by sex; figures, states and units stay', async () => {
  const pairs = await copy.reads
    .selectFrom('award')
    .innerJoin('recipient', 'recipient.id', 'award.recipientId')
    .select(['award.printedName', 'recipient.name'])
    .where('recipient.kind', '=', 'individual')
    .execute();
  expect(pairs.length).toBeGreaterThan(0);
  for (const { printedName, name } of pairs) expect(printedName.replace(/^(Ông|Bà) /u, '')).toBe(name);
  for (const table of ['unit', 'cluster_member', 'prior_value', 'award_form_version']) {
    const one = (await dumpedTables(real.longReads)).find(({ name }) => name === table)!;
    expect(await digestOf(copy.longReads, one)).toEqual(await digestOf(real.longReads, one));
  }
  const moved = await copy.reads
    .selectFrom('recipient')
    .select(['birthYear', 'birthOn'])
    .where('birthOn', 'is not', null)
    .execute();
  expect(moved[0]!.birthYear).not.toBe(1980);
  expect(Number(moved[0]!.birthOn!.slice(0, 4))).toBe(moved[0]!.birthYear);
});

test('whatever is not kept, and says something, says something else in the copy', async () => {
  const rows = async (db: Db, table: string) =>
    (await sql<Record<string, unknown>>`select * from ${sql.table(table)}`.execute(db.longReads.withoutPlugins())).rows;
  let looked = 0;
  for (const table of Object.keys(TRAINING_COLUMNS)) {
    const rules = rulesOf(table);
    if (!rules) continue;
    const changing = [...rules].filter(([, rule]) => !['keep', 'scrub', 'derived', 'list', 'named'].includes(rule));
    if (changing.length === 0) continue;
    const there = new Map((await rows(real, table)).map((row) => [String(row.id ?? JSON.stringify(row)), row]));
    for (const row of await rows(copy, table)) {
      const before = there.get(String(row.id));
      if (!before) continue;
      for (const [column] of changing) {
        if (before[column] === null || before[column] === '') continue;
        looked += 1;
        expect(row[column], `${table}.${column}`).not.toBe(before[column]);
      }
    }
  }
  expect(looked).toBeGreaterThan(50);
});

test('numbers and codes are of no real series', async () => {
  const codes = async (db: Db) =>
    (await db.reads.selectFrom('certificate').select(['verifyCode', 'signature']).execute()).map((one) => one);
  const [was, is] = [await codes(real), await codes(copy)];
  expect(is.every(({ verifyCode, signature }) => isWellFormed(verifyCode) && signature === 'tap-huan')).toBe(true);
  expect(is.some(({ verifyCode }) => was.some((one) => one.verifyCode === verifyCode))).toBe(false);
  const decisions = await copy.reads.selectFrom('decision').select('documentType').execute();
  expect(new Set(decisions.map(({ documentType }) => documentType))).toEqual(new Set(['QĐ-UBND-TH']));
});

test.runIf(engine === 'sqlite')('the same data and key give the same copy; another key gives other names', async () => {
  const again = await emptyCopy('22222222');
  await copyForTraining(real, again, { disguise });
  const table = (await dumpedTables(real.longReads)).find(({ name }) => name === 'recipient')!;
  expect(await digestOf(again.longReads, table)).toEqual(await digestOf(copy.longReads, table));
  const other = await emptyCopy('33333333');
  await copyForTraining(real, other, {
    disguise: { ...disguise, digest: (text) => createHmac('sha256', 'x').update(text).digest() },
  });
  expect(await digestOf(other.longReads, table)).not.toEqual(await digestOf(copy.longReads, table));
});

test('a column that nobody decided about stops the copy, and nothing of it stays', async () => {
  await inTransaction(real, (tx) => sql`alter table stage add column secret_note text`.execute(tx));
  try {
    const half = await emptyCopy('44444444');
    await expect(copyForTraining(real, half, { disguise })).rejects.toThrow('stage.secret_note');
    expect(await dumpedTables(half.longReads)).toEqual([]);
  } finally {
    await inTransaction(real, (tx) => sql`alter table stage drop column secret_note`.execute(tx));
  }
});
