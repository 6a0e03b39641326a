import type { Reader } from '#db/database.ts';

/** What must hold of decisions whatever happened; each gives the ids that break it. */
export const invariants = [
  {
    name: 'decision-issued-is-whole',
    sentence: 'Every item of a decision that was issued has one award and one certificate.',
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
    sentence: 'A decision that is not issued has no award and no certificate.',
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
    sentence: 'A cancelled decision has cancelled all its awards and certificates, and only such a decision has.',
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
    sentence: 'The year under which a number is unique is the year of the date of issue.',
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
