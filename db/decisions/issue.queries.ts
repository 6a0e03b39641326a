import type { Reader } from '#db/database.ts';
import type { DecisionItem } from '#db/decisions/decisions.queries.ts';

/** What prize money is computed from: all versions of one award form, and all base salaries. */
export async function findPrizeRules(db: Reader, awardCode: string) {
  const versions = await db
    .selectFrom('awardFormVersion')
    .where('awardCode', '=', awardCode)
    .select(['id', 'validFrom', 'validTo', 'source', 'certainty', 'json'])
    .execute();
  const baseSalaries = await db
    .selectFrom('baseSalary')
    .select(['validFrom', 'validTo', 'amountVnd', 'source', 'certainty'])
    .orderBy('validFrom')
    .execute();
  return { versions, baseSalaries };
}
export type PrizeRules = Awaited<ReturnType<typeof findPrizeRules>>;

export function findAwardForm(db: Reader, awardCode: string) {
  return db.selectFrom('awardForm').where('code', '=', awardCode).select(['code', 'kind', 'name']).executeTakeFirst();
}

/** Recipients that may be the same as the people and collectives of these items: same folded name and unit. One that was merged stands for the one it went into. */
export async function findNamesakes(db: Reader, items: readonly Pick<DecisionItem, 'nameFold' | 'unitId'>[]) {
  if (items.length === 0) return [];
  return (
    db
      .selectFrom('recipient')
      .where('nameFold', 'in', [...new Set(items.map(({ nameFold }) => nameFold))])
      .where('unitId', 'in', [...new Set(items.map(({ unitId }) => unitId))])
      .select((eb) => [
        eb.fn.coalesce('mergedInto', 'id').as('id'),
        'kind',
        'nameFold',
        'unitId',
        'birthYear',
        'mergedInto',
      ])
      // The living first: only where there is none, one that went into another leads to that one.
      .orderBy((eb) => eb.case().when('mergedInto', 'is', null).then(0).else(1).end())
      .orderBy('id')
      .execute()
  );
}

/** Awards in force that the same recipients got from that day on, through other decisions. */
export async function findLaterAwards(
  db: Reader,
  decision: { id: string; decidedOn: string | null },
  recipientIds: readonly string[],
) {
  if (recipientIds.length === 0 || decision.decidedOn === null) return [];
  return db
    .selectFrom('award')
    .where('recipientId', 'in', [...new Set(recipientIds)])
    .where('decidedOn', '>=', decision.decidedOn)
    .where((eb) => eb.or([eb('decisionId', 'is', null), eb('decisionId', '!=', decision.id)]))
    .where('status', '=', 'active')
    .select(['id as awardId', 'printedName', 'decisionNumber', 'decidedOn'])
    .orderBy('decidedOn')
    .orderBy('id')
    .execute();
}
