import type { Reader } from '#db/database.ts';

/** What must hold of decisions whatever happened; each gives the ids that break it. */
export const invariants = [
  {
    name: 'decision-issued-is-whole',
    sentence: 'Mỗi trường hợp trong Quyết định đã ban hành có đúng một lượt khen và một bằng.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('decisionItem')
        .innerJoin('decision', 'decision.id', 'decisionItem.decisionId')
        .leftJoin('award', (join) =>
          join
            .onRef('award.nominationId', '=', 'decisionItem.nominationId')
            .onRef('award.decisionId', '=', 'decisionItem.decisionId'),
        )
        .leftJoin('certificate', 'certificate.awardId', 'award.id')
        .where('decision.status', 'in', ['issued', 'cancelled'])
        .select('decisionItem.id')
        .groupBy('decisionItem.id')
        .having((eb) =>
          eb.or([
            eb(eb.fn.count('award.id').distinct(), '!=', 1),
            eb(eb.fn.count('certificate.id').distinct(), '!=', 1),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'decision-open-gives-nothing',
    sentence: 'Quyết định chưa ban hành thì chưa có lượt khen, chưa có bằng.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('award')
        .innerJoin('decision', 'decision.id', 'award.decisionId')
        .where('decision.status', 'in', ['draft', 'submitted', 'signed'])
        .select('award.id')
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'decision-cancelled-reaches-awards',
    sentence: 'Quyết định bị hủy bỏ thì mọi lượt khen và bằng của nó bị hủy bỏ, và chỉ khi đó.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('award')
        .innerJoin('decision', 'decision.id', 'award.decisionId')
        .leftJoin('certificate', 'certificate.awardId', 'award.id')
        .where((eb) =>
          eb.or([
            eb.and([eb('decision.status', '=', 'cancelled'), eb('award.status', '!=', 'cancelled')]),
            eb.and([eb('decision.status', '=', 'cancelled'), eb('certificate.cancelledOn', 'is', null)]),
            eb.and([eb('decision.status', '=', 'issued'), eb('award.status', '=', 'cancelled')]),
          ]),
        )
        .select('award.id')
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'decision-number-of-its-year',
    sentence: 'Năm của số Quyết định là năm của ngày ban hành.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('decision')
        .where('decidedOn', 'is not', null)
        .select(['id', 'decidedOn', 'numberYear'])
        .execute();
      return rows.filter((row) => row.numberYear !== Number(row.decidedOn?.slice(0, 4))).map(({ id }) => id);
    },
  },
];
