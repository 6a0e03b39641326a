import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Db } from '#db/core/connect.ts';
import { HOUSEKEEPING, housekeeping } from '#server/core/housekeeping.ts';
import { testDb } from '#test/core/test-db.ts';

let db: Db;
beforeAll(async () => {
  db = await testDb();
});

test('the list of what changes without an audit entry; make it longer only with a reason', () => {
  expect(Object.entries(HOUSEKEEPING).map(([table, { changes }]) => `${table}: ${changes.join(' ')}`)).toEqual([
    'auth_session: insert update delete',
    'auth_account: update',
    'auth_verification: insert update delete',
    'rate_limit: insert update delete',
    'job: update',
    'job_log: insert',
    'notice: insert update delete',
    'mail_letter: insert update delete',
    'mail_setting: update',
    'due_reminder: insert',
    'recipient_pair: insert update',
    'import_row: insert delete update',
    'idempotency: delete',
    'list_layout: insert update delete',
    'award_count: insert update',
    'award_count_delta: delete',
    'search_word: insert delete',
  ]);
});

test('what is listed can be written, and stands or falls together', async () => {
  const windowEndsAt = '2024-03-01T00:00:00.000Z';
  await housekeeping(db, (tx) => tx.insertInto('rateLimit').values({ key: 'a', count: 1, windowEndsAt }).execute());
  const failed = housekeeping(db, async (tx) => {
    await tx.deleteFrom('rateLimit').where('key', '=', 'a').execute();
    throw new Error('later');
  });

  await expect(failed).rejects.toThrow('later');
  expect(await db.reads.selectFrom('rateLimit').select(['key', 'count']).execute()).toEqual([{ key: 'a', count: 1 }]);
});

test('business tables, and the business columns of a listed table, are refused', async () => {
  const refused = (work: Parameters<typeof housekeeping>[1]) =>
    expect(housekeeping(db, work)).rejects.toThrow('go through commit');

  await refused((tx) => tx.updateTable('accountRole').set({ role: 'admin' }).execute());
  await refused((tx) => tx.deleteFrom('auditEntry').execute());
  await refused((tx) => tx.insertInto('setting').values({ key: 'k', value: 'v' }).execute());
  await refused((tx) => tx.updateTable('job').set({ payload: '{}' }).execute());
  await refused((tx) => tx.updateTable('job as j').set({ status: 'done', kind: 'x' }).execute());
  await refused((tx) => tx.deleteFrom('job').execute());
  await refused((tx) =>
    tx
      .with('sly', (q) => q.deleteFrom('auditEntry').returning('id'))
      .selectFrom('sly')
      .selectAll()
      .execute(),
  );
  await expect(housekeeping(db, (tx) => sql`delete from audit_entry`.execute(tx))).rejects.toThrow('raw SQL');
});

test('the lease of a job can be taken', async () => {
  const leased = housekeeping(db, (tx) =>
    tx
      .updateTable('job')
      .set((eb) => ({ status: 'running', leaseUntil: '2024-03-01T00:00:00.000Z', attempt: eb('attempt', '+', 1) }))
      .where('id', '=', 'none')
      .executeTakeFirstOrThrow(),
  );

  expect((await leased).numUpdatedRows).toBe(0n);
});
