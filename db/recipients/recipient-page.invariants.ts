import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';

/** What must hold of names, posts, holds and lines of recipients; each gives the ids that break it. */
export const invariants = [
  {
    name: 'recipient-lines-without-circle',
    sentence: 'Sáp nhập, chia tách giữa các tập thể không đi vòng trở lại.',
    async find(db: Reader): Promise<string[]> {
      const lines = await db.selectFrom('recipientLine').select(['id', 'fromRecipientId', 'toRecipientId']).execute();
      // What nobody leads to is no part of a circle, nor what only such lead to: in the end circles are left.
      let left = lines;
      for (;;) {
        const targets = new Set(left.map(({ toRecipientId }) => toRecipientId));
        const next = left.filter(({ fromRecipientId }) => targets.has(fromRecipientId));
        if (next.length === left.length) return left.map(({ id }) => id);
        left = next;
      }
    },
  },
  {
    name: 'recipient-line-of-collectives',
    sentence: 'Chỉ tập thể mới sáp nhập, chia tách.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('recipientLine as line')
        .innerJoin('recipient as source', 'source.id', 'line.fromRecipientId')
        .innerJoin('recipient as target', 'target.id', 'line.toRecipientId')
        .select('line.id')
        .where((eb) => eb.or([eb('source.kind', '<>', 'collective'), eb('target.kind', '<>', 'collective')]))
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'recipient-hold-in-order',
    sentence: 'Tạm dừng xét khen thưởng có ngày theo thứ tự; đã gỡ thì có lý do.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('recipientHold')
        .select('id')
        .where((eb) =>
          eb.or([
            eb('toOn', '<', eb.ref('fromOn')),
            eb('liftedOn', '<', eb.ref('fromOn')),
            sql<boolean>`(${sql.ref('liftedOn')} is null) <> (${sql.ref('liftReason')} is null)`,
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'recipient-spans-in-order',
    sentence: 'Tên cũ và nơi công tác trước đây kết thúc sau ngày bắt đầu.',
    async find(db: Reader): Promise<string[]> {
      const wrong = (table: 'recipientName' | 'recipientPost') =>
        db
          .selectFrom(table as 'recipientName')
          .select('id')
          .where('validTo', '<', (eb) => eb.ref('validFrom'))
          .execute();
      return (await Promise.all([wrong('recipientName'), wrong('recipientPost')])).flat().map(({ id }) => id);
    },
  },
];
