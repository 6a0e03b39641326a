import type { Reader } from '#db/database.ts';

/** What must hold of merged recipients and of pairs; each gives the ids that break it. */
export const invariants = [
  {
    name: 'merged-recipient-holds-nothing',
    sentence: 'Hồ sơ đã ghép vào hồ sơ khác không còn lượt khen, đề nghị, tạm dừng hay tên riêng của mình.',
    async find(db: Reader): Promise<string[]> {
      const found: string[] = [];
      for (const table of ['award', 'nomination', 'recipientHold', 'recipientName', 'recipientPost'] as const) {
        const rows = await db
          .selectFrom('recipient')
          .innerJoin(`${table} as owned` as 'award as owned', 'owned.recipientId', 'recipient.id')
          .select('owned.id')
          .where('recipient.mergedInto', 'is not', null)
          .execute();
        found.push(...rows.map(({ id }) => id));
      }
      return found;
    },
  },
  {
    name: 'open-pair-of-living',
    sentence: 'Cặp nghi trùng đang chờ xử lý gồm hai hồ sơ khác nhau, cùng loại, chưa ghép.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('recipientPair as pair')
        .innerJoin('recipient as first', 'first.id', 'pair.firstId')
        .innerJoin('recipient as second', 'second.id', 'pair.secondId')
        .select('pair.id')
        .where('pair.status', '=', 'open')
        .where((eb) =>
          eb.or([
            eb('first.mergedInto', 'is not', null),
            eb('second.mergedInto', 'is not', null),
            eb('first.kind', '<>', eb.ref('second.kind')),
            eb('pair.firstId', '>=', eb.ref('pair.secondId')),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'merge-stands-or-is-undone',
    sentence: 'Lần ghép hồ sơ chưa hoàn tác thì hồ sơ được ghép trỏ đến một hồ sơ còn dùng.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('recipientMerge as merge')
        .innerJoin('recipient as merged', 'merged.id', 'merge.mergedId')
        .select('merge.id')
        .where('merge.undoneAt', 'is', null)
        .where('merged.mergedInto', 'is', null)
        .execute();
      return rows.map(({ id }) => id);
    },
  },
];
