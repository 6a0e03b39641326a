import { beforeEach, expect, test } from 'vitest';
import { isUniqueViolation } from '#db/core/errors.ts';
import { sendAlong } from '#db/core/send-along.ts';
import { inTransaction, withSavepoint } from '#db/core/transaction.ts';
import type { Writer } from '#db/database.ts';
import { testDb } from '#test/core/test-db.ts';

const db = await testDb();
const put = (tx: Writer, key: string) => tx.insertInto('setting').values({ key, value: 'x' });
const keys = (from: Pick<Writer, 'selectFrom'>) =>
  from
    .selectFrom('setting')
    .select('key')
    .orderBy('key')
    .execute()
    .then((rows) => rows.map(({ key }) => key));

beforeEach(async () => {
  await db.writes.deleteFrom('setting').execute();
});

test('what is sent along comes before what follows, and is committed with it', async () => {
  const seen = await inTransaction(db, async (tx) => {
    await sendAlong(tx, put(tx, 'a'));
    await sendAlong(tx, put(tx, 'b'));
    const between = await keys(tx);
    await sendAlong(tx, put(tx, 'c'));
    return between;
  });
  expect([seen, await keys(db.reads)]).toEqual([
    ['a', 'b'],
    ['a', 'b', 'c'],
  ]);
});

test('one that fails makes the commit fail with its error and undoes the whole transaction', async () => {
  const error = await inTransaction(db, async (tx) => {
    await put(tx, 'a').execute();
    await sendAlong(tx, put(tx, 'b'));
    await sendAlong(tx, put(tx, 'a'));
  }).catch((caught: unknown) => caught);
  expect([isUniqueViolation(error), await keys(db.reads)]).toEqual([true, []]);
});

test('nobody can commit the rest after it failed, even by swallowing the error', async () => {
  const work = inTransaction(db, async (tx) => {
    await put(tx, 'a').execute();
    await sendAlong(tx, put(tx, 'a')).catch(() => {});
    await keys(tx).catch(() => {});
    await put(tx, 'c')
      .execute()
      .catch(() => {});
  });
  // PostgreSQL ends a broken transaction by itself, and answers its commit with a rollback and no error.
  await work.catch(() => {});
  expect(await keys(db.reads)).toEqual([]);
});

const MANY = Array.from({ length: 2_500 }, (_, at) => `k${String(at).padStart(4, '0')}`);

test('many are carried out while more are made, in their order', async () => {
  const seen = await inTransaction(db, async (tx) => {
    for (const key of MANY) await sendAlong(tx, put(tx, key));
    await sendAlong(tx, tx.updateTable('setting').set({ value: 'y' }).where('key', '=', 'k0007'));
    return (await tx.selectFrom('setting').select('key').where('value', '=', 'x').execute()).length;
  });
  expect([seen, await keys(db.reads)]).toEqual([MANY.length - 1, MANY]);
});

test('where one of many fails nothing is written, whatever is asked after it', async () => {
  const work = inTransaction(db, async (tx) => {
    for (const key of [...MANY, 'k0007', 'last', ...MANY.map((one) => `${one} again`)])
      await sendAlong(tx, put(tx, key)).catch(() => {});
    await keys(tx).catch(() => {});
    await put(tx, 'after')
      .execute()
      .catch(() => {});
  });
  // PostgreSQL answers the commit of a broken transaction with a rollback and no error.
  await work.catch(() => {});
  expect(await keys(db.reads)).toEqual([]);
  const error = await inTransaction(db, async (tx) => {
    for (const key of [...MANY, 'k0007', 'last']) await sendAlong(tx, put(tx, key));
  }).catch((caught: unknown) => caught);
  expect([isUniqueViolation(error), await keys(db.reads)]).toEqual([true, []]);
});

test('a transaction that ends without another statement loses what was sent along only with an error', async () => {
  const ended = inTransaction(db, async (tx) => {
    await sendAlong(tx, put(tx, 'a'));
    throw new RangeError('no');
  });
  await expect(ended).rejects.toThrow('no');
  expect(await keys(db.reads)).toEqual([]);
  await inTransaction(db, (tx) => sendAlong(tx, put(tx, 'b')));
  expect(await keys(db.reads)).toEqual(['b']);
});

test('a part that is undone takes along only what was sent in it', async () => {
  await inTransaction(db, async (tx) => {
    await sendAlong(tx, put(tx, 'before'));
    await withSavepoint(tx, async () => {
      await sendAlong(tx, put(tx, 'inside'));
      throw new RangeError('no');
    }).catch(() => {});
  });
  expect(await keys(db.reads)).toEqual(['before']);
});

test('a value that cannot be bound is refused at once and nothing held is lost', async () => {
  await inTransaction(db, async (tx) => {
    await sendAlong(tx, put(tx, 'a'));
    const wrong = { ...put(tx, 'b').compile(), parameters: ['b', Symbol('x')] };
    await expect(tx.executeQuery(wrong)).rejects.toThrow('cannot be bound');
  });
  expect(await keys(db.reads)).toEqual(['a']);
});
