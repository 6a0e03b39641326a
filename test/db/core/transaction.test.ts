import Sqlite from 'better-sqlite3';
import { type Kysely, sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { brokenConstraint, isUniqueViolation } from '#db/core/errors.ts';
import { int8, table } from '#db/core/schema.ts';
import { inTransaction, withSavepoint } from '#db/core/transaction.ts';
import type { Writer } from '#db/database.ts';
import { engine, testDb } from '#test/core/test-db.ts';

type Sample = { sample: { id: string; groupCode: string; version: number; parentId: string | null } };

const db = await testDb();
const writes = db.writes as unknown as Kysely<Sample>;
const reads = db.reads as unknown as Kysely<Sample>;
await table(db.writes, 'sample')
  .addColumn('id', 'text', (c) => c.primaryKey())
  .addColumn('group_code', 'text', (c) => c.notNull())
  .addColumn('version', int8(db.writes), (c) => c.notNull())
  .addColumn('parent_id', 'text', (c) => c.references('sample.id'))
  .addUniqueConstraint('sample_group_version', ['group_code', 'version'])
  .addCheckConstraint('sample_version_positive', sql`version > 0`)
  .execute();

beforeEach(async () => {
  await writes.deleteFrom('sample').execute();
});

const row = (id: string, about: Partial<Sample['sample']> = {}) => ({
  id,
  groupCode: id,
  version: 1,
  parentId: null,
  ...about,
});
const as = (tx: Writer) => tx as unknown as Kysely<Sample>;
const ids = async () => (await reads.selectFrom('sample').select('id').orderBy('id').execute()).map(({ id }) => id);

async function failure(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.fail('it should have failed'),
    (error: unknown) => error,
  );
}

test('what a transaction wrote is seen by reads once it is done', async () => {
  const result = await inTransaction(db, async (tx) => {
    await as(tx).insertInto('sample').values(row('a')).execute();
    return 'done';
  });
  expect([result, await ids()]).toEqual(['done', ['a']]);
});

test('an error undoes the whole transaction and comes out as it was', async () => {
  const error = await failure(
    inTransaction(db, async (tx) => {
      await as(tx).insertInto('sample').values(row('a')).execute();
      throw new RangeError('no');
    }),
  );
  expect(error).toEqual(new RangeError('no'));
  expect(await ids()).toEqual([]);
  await inTransaction(db, (tx) => as(tx).insertInto('sample').values(row('b')).execute()); // the handle is free again
  expect(await ids()).toEqual(['b']);
});

test('a savepoint undoes its part and leaves the transaction usable', async () => {
  await inTransaction(db, async (tx) => {
    await as(tx).insertInto('sample').values(row('kept')).execute();
    const error = await failure(
      withSavepoint(tx, async () => {
        await as(tx).insertInto('sample').values(row('undone')).execute();
        await as(tx)
          .insertInto('sample')
          .values(row('kept', { groupCode: 'other' }))
          .execute();
      }),
    );
    expect(isUniqueViolation(error, ['id'])).toBe(true);
    await withSavepoint(tx, () => as(tx).insertInto('sample').values(row('later')).execute());
  });
  expect(await ids()).toEqual(['kept', 'later']);
});

test('a controlled transaction can go back to a savepoint', async () => {
  const tx = await writes.startTransaction().execute();
  await tx.insertInto('sample').values(row('kept')).execute();
  const after = await tx.savepoint('half way').execute();
  await after.insertInto('sample').values(row('undone')).execute();
  await (await after.rollbackToSavepoint('half way').execute()).commit().execute();
  expect(await ids()).toEqual(['kept']);
});

test.each(['reads', 'longReads', 'writes'] as const)(
  'db.%s inside a transaction throws, also after an await',
  async (handle) => {
    const attempt = inTransaction(db, async (tx) => {
      await as(tx).selectFrom('sample').selectAll().execute();
      return db[handle].selectFrom('unit').selectAll().execute();
    });
    await expect(attempt).rejects.toThrow(`db.${handle} was used inside a write transaction`);
  },
);

test('a transaction inside a transaction throws instead of waiting for itself', async () => {
  const nested = inTransaction(db, () => inTransaction(db, async () => 'never'));
  await expect(nested).rejects.toThrow('db.writes was used inside a write transaction');
});

test('work left behind by a transaction may read again once it is done', async () => {
  const left: { reading?: Promise<string[]> } = {};
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  await inTransaction(db, async () => {
    left.reading = finished.then(() => ids());
  });
  finish();
  expect(await left.reading).toEqual([]);
});

test('of five who save the same version at once, one wins', async () => {
  await writes.insertInto('sample').values(row('edited')).execute();
  const saves = await Promise.all(
    Array.from({ length: 5 }, () =>
      inTransaction(db, async (tx) => {
        const { numUpdatedRows } = await as(tx)
          .updateTable('sample')
          .set({ version: 2 })
          .where('id', '=', 'edited')
          .where('version', '=', 1)
          .executeTakeFirstOrThrow();
        return numUpdatedRows;
      }),
    ),
  );
  expect(saves.toSorted()).toEqual([0n, 0n, 0n, 0n, 1n]);
});

test('a transaction another one got in the way of is run again, and nothing else is', async () => {
  let tries = 0;
  const busy = Object.assign(new Error('busy'), { code: engine === 'sqlite' ? 'SQLITE_BUSY_SNAPSHOT' : '40001' });
  await inTransaction(db, async (tx) => {
    tries += 1;
    await as(tx)
      .insertInto('sample')
      .values(row(`try ${tries}`))
      .execute();
    if (tries < 3) throw busy;
  });
  expect([tries, await ids()]).toEqual([3, ['try 3']]);

  tries = 0;
  const endless = inTransaction(db, async () => {
    tries += 1;
    throw busy;
  });
  await expect(endless).rejects.toBe(busy);
  expect(tries).toBe(5);
});

test('a broken constraint says which', async () => {
  await writes
    .insertInto('sample')
    .values(row('a', { groupCode: 'LS', version: 3 }))
    .execute();
  const insert = (id: string, about: Partial<Sample['sample']>) =>
    failure(inTransaction(db, (tx) => as(tx).insertInto('sample').values(row(id, about)).execute()));

  const twice = await insert('b', { groupCode: 'LS', version: 3 });
  expect(brokenConstraint(twice)).toMatchObject({
    kind: 'unique',
    table: 'sample',
    columns: ['group_code', 'version'],
  });
  expect(isUniqueViolation(twice)).toBe(true);
  expect(isUniqueViolation(twice, ['version', 'groupCode'])).toBe(true);
  expect(isUniqueViolation(twice, ['groupCode'])).toBe(false);

  expect(isUniqueViolation(await insert('a', {}), ['id'])).toBe(true);
  expect(brokenConstraint(await insert('c', { version: 0 }))).toMatchObject({
    kind: 'check',
    name: 'sample_version_positive',
  });
  expect(brokenConstraint(await insert('d', { parentId: 'nobody' }))).toMatchObject({ kind: 'foreign-key' });
  expect(brokenConstraint(await insert('e', { groupCode: null as never }))).toMatchObject({
    kind: 'not-null',
    columns: ['group_code'],
  });
  expect(isUniqueViolation(new Error('UNIQUE constraint failed: sample.id'))).toBe(false);
  expect(await ids()).toEqual(['a']);
});

test('an error of the database leads to the query that caused it', async () => {
  const error = await failure(
    inTransaction(db, async (tx) => {
      await sql`insert into nowhere values (1)`.execute(tx);
    }),
  );
  expect(error).toMatchObject({ code: engine === 'sqlite' ? 'SQLITE_ERROR' : '42P01' });
  expect((error as Error).stack).toContain('transaction.test.ts');
});

test.runIf(engine === 'sqlite')(
  'beside another process that writes, a transaction says busy and writes nothing outside itself',
  async () => {
    const other = new Sqlite(db.file!);
    other.exec('begin immediate');
    await sql`pragma busy_timeout = 1`.execute(db.writes);
    const error = await failure(
      inTransaction(db, (tx) => as(tx).insertInto('sample').values(row('meanwhile')).execute()),
    );
    expect(error).toMatchObject({ code: 'SQLITE_BUSY' });
    other.exec('rollback');
    other.close();
    expect(await ids()).toEqual([]);
    await inTransaction(db, (tx) => as(tx).insertInto('sample').values(row('after')).execute());
    expect(await ids()).toEqual(['after']);
  },
);
