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
  {
    name: 'decision-list-of-checked',
    sentence: 'Danh sách kèm dự thảo chỉ gồm đề nghị đã thẩm định, cùng Cụm, cùng năm, cùng hình thức khen.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('decisionItem')
        .innerJoin('decision', 'decision.id', 'decisionItem.decisionId')
        .innerJoin('nomination', 'nomination.id', 'decisionItem.nominationId')
        .select('decisionItem.id')
        .where((eb) =>
          eb.or([
            eb.and([
              eb('decision.status', 'in', ['draft', 'submitted', 'signed']),
              eb('nomination.status', '<>', 'checked'),
            ]),
            eb('nomination.clusterYearId', 'is distinct from', eb.ref('decision.clusterYearId')),
            eb('nomination.awardCode', '<>', eb.ref('decision.awardCode')),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'decision-dates-in-order',
    sentence: 'Quyết định được ký, ban hành, hủy bỏ theo thứ tự ngày; chưa ban hành thì chưa có số.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('decision')
        .select('id')
        .where((eb) =>
          eb.or([
            eb('signedOn', '>', eb.ref('decidedOn')),
            eb('decidedOn', '>', eb.ref('cancelledOn')),
            eb.and([eb('status', '=', 'signed'), eb('signedOn', 'is', null)]),
            eb.and([eb('status', 'in', ['draft', 'submitted', 'signed']), eb('number', 'is not', null)]),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'decision-cancelled-says-why',
    sentence: 'Quyết định bị hủy bỏ ghi căn cứ, lý do, số và ngày của văn bản hủy bỏ; Quyết định khác thì không.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('decision')
        .select('id')
        .where((eb) =>
          eb.or([
            eb.and([
              eb('status', '=', 'cancelled'),
              eb.or([
                eb('cancelGround', 'is', null),
                eb('cancelReason', 'is', null),
                eb('cancelNumber', 'is', null),
                eb('cancelledOn', 'is', null),
              ]),
            ]),
            eb.and([eb('status', '<>', 'cancelled'), eb('cancelledOn', 'is not', null)]),
          ]),
        )
        .execute();
      return rows.map(({ id }) => id);
    },
  },
  {
    name: 'decision-list-in-order',
    sentence: 'Danh sách kèm Quyết định đánh số liền từ 1.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('decisionItem')
        .select((eb) => [
          'decisionId',
          eb.fn.min('position').as('first'),
          eb.fn.max('position').as('last'),
          eb.fn.count<number | string>('position').distinct().as('places'),
          eb.fn.countAll<number | string>().as('count'),
        ])
        .groupBy('decisionId')
        .execute();
      return rows
        .filter(
          ({ first, last, places, count }) =>
            [Number(last), Number(places)].some((number) => number !== Number(count)) || Number(first) !== 1,
        )
        .map(({ decisionId }) => decisionId);
    },
  },
];
