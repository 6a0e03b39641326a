import { sql } from 'kysely';
import type { Reader } from '#db/database.ts';

/** Two recipients with their units and what each of them went into. */
export function findSides(db: Reader, ids: readonly string[]) {
  return db
    .selectFrom('recipient')
    .leftJoin('unit', 'unit.id', 'recipient.unitId')
    .leftJoin('recipient as into', 'into.id', 'recipient.mergedInto')
    .leftJoin('recipientSensitive as sensitive', 'sensitive.recipientId', 'recipient.id')
    .selectAll('recipient')
    .select(['unit.name as unitName', 'into.name as intoName', 'sensitive.ethnicityCode'])
    .where('recipient.id', 'in', ids)
    .orderBy('recipient.id')
    .execute();
}
export type FoundSide = Awaited<ReturnType<typeof findSides>>[number];

/** How much hangs on each recipient. */
export function countBelongings(db: Reader, ids: readonly string[]) {
  const countOf = (table: string, column: string) =>
    sql<
      number | string
    >`(select count(*) from ${sql.table(table)} as t where ${sql.ref(`t.${column}`)} = recipient.id)`;
  return db
    .selectFrom('recipient')
    .select([
      'id',
      countOf('award', 'recipientId').as('awards'),
      countOf('nomination', 'recipientId').as('nominations'),
      countOf('recipient_hold', 'recipientId').as('holds'),
      sql<number | string>`(select count(*) from certificate c join award a on a.id = c.award_id
        where a.recipient_id = recipient.id)`.as('certificates'),
      sql<number | string>`(select count(*) from file f where f.subject_kind = 'recipient'
        and f.subject_id = recipient.id and f.removed_at is null)`.as('documents'),
    ])
    .where('id', 'in', ids)
    .execute();
}

/** The latest awards of a recipient, as they are told apart by eye. */
export function listLatestAwards(db: Reader, recipientId: string, limit: number) {
  return db
    .selectFrom('award')
    .innerJoin('awardForm', 'awardForm.code', 'award.awardCode')
    .select([
      'award.id',
      'award.year',
      'award.decisionNumber',
      'award.decidedOn',
      'award.printedName',
      'award.status',
      'awardForm.name as awardName',
    ])
    .where('award.recipientId', '=', recipientId)
    .orderBy('award.decidedOn', 'desc')
    .orderBy('award.id', 'desc')
    .limit(limit)
    .execute();
}

export function listNames(db: Reader, recipientIds: readonly string[]) {
  return db
    .selectFrom('recipientName')
    .select(['id', 'recipientId', 'name', 'validFrom', 'validTo'])
    .where('recipientId', 'in', recipientIds)
    .orderBy('id')
    .execute();
}
