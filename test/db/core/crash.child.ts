/** Run by crash.test.ts: commits pairs of rows for ever and says so after each; it will be killed. */
import { writeSync } from 'node:fs';
import { sql } from 'kysely';
import { openDatabase } from '#db/core/connect.ts';
import { inTransaction } from '#db/core/transaction.ts';

const [, , where = ''] = process.argv;
const db = await openDatabase(where.startsWith('postgres:') ? { url: where } : { file: where });
await sql`create table if not exists pair (n integer not null, half text not null)`.execute(db.writes);
for (let n = 1; ; n += 1) {
  await inTransaction(db, async (tx) => {
    await sql`insert into pair values (${n}, 'first')`.execute(tx);
    await sql`insert into pair values (${n}, 'second')`.execute(tx);
  });
  writeSync(1, `${n}\n`);
}
