import { type SqlBool, sql } from 'kysely';
import { listed } from '#db/core/listed.ts';
import type { Engine } from '#db/core/schema.ts';
import type { Reader } from '#db/database.ts';

const COLUMNS = [
  'recipient.id',
  'recipient.kind',
  'recipient.name',
  'recipient.nameFold',
  'recipient.sex',
  'recipient.birthYear',
  'recipient.birthOn',
  'recipient.foundedOn',
  'recipient.unitId',
  'recipient.place',
  'recipient.positionHeld',
  'recipient.cccdIndex',
  'recipient.mergedInto',
  'recipient.version',
] as const;

const AT_ONCE = 500;

/** A common name has hundreds of bearers: those born in another year are not meant ('' : the year is not told). */
const BORN_THEN = sql<SqlBool>`(listed.b = '' or recipient.birth_year is null
  or cast(recipient.birth_year as text) = listed.b)`;

/** Recipients that bear or bore one of these names (folded), or hold one of these citizen numbers (hashed). */
export async function findAlikeRecipients(
  db: Reader,
  engine: Engine,
  {
    names,
    cccdIndexes,
  }: { names: readonly (readonly [nameFold: string, birthYear: string])[]; cccdIndexes: readonly string[] },
) {
  const [named, formerly, numbered] = await Promise.all([
    names.length === 0
      ? []
      : db
          .selectFrom(listed(engine, names))
          .innerJoin('recipient', (join) => join.onRef('recipient.nameFold', '=', 'listed.a'))
          .where(BORN_THEN)
          .select(COLUMNS)
          .select('recipient.nameFold as soughtFold')
          .execute(),
    names.length === 0
      ? []
      : db
          .selectFrom(listed(engine, names))
          .innerJoin('recipientName', (join) => join.onRef('recipientName.nameFold', '=', 'listed.a'))
          .innerJoin('recipient', 'recipient.id', 'recipientName.recipientId')
          .select(COLUMNS)
          .select('recipientName.nameFold as soughtFold')
          .execute(),
    cccdIndexes.length === 0
      ? []
      : db
          .selectFrom('recipient')
          .select(COLUMNS)
          .select('recipient.nameFold as soughtFold')
          .where('cccdIndex', 'in', [...cccdIndexes])
          .execute(),
  ]);
  return [...named, ...formerly, ...numbered];
}
export type AlikeRecipient = Awaited<ReturnType<typeof findAlikeRecipients>>[number];

/** Recipients by id, in parts. */
export async function findRecipientsById(db: Reader, ids: readonly string[]) {
  const rows = [];
  for (let from = 0; from < ids.length; from += AT_ONCE)
    rows.push(
      ...(await db
        .selectFrom('recipient')
        .select(COLUMNS)
        .select('recipient.nameFold as soughtFold')
        .where('id', 'in', ids.slice(from, from + AT_ONCE))
        .execute()),
    );
  return rows;
}

/** Awards of people of these names (folded) given on these days. */
export async function findAwardsOfDays(
  db: Reader,
  engine: Engine,
  pairs: readonly (readonly [name: string, day: string])[],
) {
  if (pairs.length === 0) return [];
  return db
    .selectFrom(listed(engine, pairs))
    .innerJoin('award', (join) =>
      join.onRef('award.nameFold', '=', 'listed.a').onRef('award.decidedOn', '=', 'listed.b'),
    )
    .select([
      'award.id',
      'award.nameFold',
      'award.decidedOn',
      'award.unitId',
      'award.awardCode',
      'award.decisionNumber',
      'award.recipientId',
      'award.decisionId',
      'award.nominationId',
      'award.status',
      'award.version',
      'award.importRunId',
      'award.year',
      'award.printedPlace',
      'award.achievement',
      'award.way',
      'award.sex',
      'award.personClass',
      'award.areaClass',
      'award.isBorderArea',
      'award.isSmallCollective',
      'award.field',
    ])
    .execute();
}
export type KnownAward = Awaited<ReturnType<typeof findAwardsOfDays>>[number];

/** Every decision the registry knows, of these offices or of all: to tell one number with two dates. */
export function listDecisionDates(db: Reader, issuingUnitIds: readonly string[] | null) {
  const awards = db.selectFrom('award').select(['issuingUnitId', 'decisionNumber', 'decidedOn']).distinct();
  return (issuingUnitIds === null ? awards : awards.where('issuingUnitId', 'in', [...issuingUnitIds])).execute();
}

/** Names of all units with their dates, and what became of those that ended. */
export async function listUnitNames(db: Reader) {
  const [names, lineage] = await Promise.all([
    db
      .selectFrom('unitName')
      .innerJoin('unit', 'unit.id', 'unitName.unitId')
      .select([
        'unitName.unitId',
        'unitName.name',
        'unitName.fullName',
        'unitName.validFrom',
        'unitName.validTo',
        'unit.kind',
        'unit.parentId',
        'unit.name as lastName',
        'unit.fullName as lastFullName',
        'unit.validTo as endedOn',
      ])
      .orderBy('unitName.unitId')
      .execute(),
    db.selectFrom('unitLineage').select(['ancestorId', 'descendantId', 'fromOn', 'sharePermille']).execute(),
  ]);
  return { names, lineage };
}

/**
 * Changes with every change of the catalogue of units that is made with the program: what was read of it under the same
 * mark still holds.
 */
export async function catalogueMark(db: Reader): Promise<string> {
  const { changes, last } = await db
    .selectFrom('unitChange')
    .select((eb) => [eb.fn.countAll<number | string>().as('changes'), eb.fn.max('id').as('last')])
    .executeTakeFirstOrThrow();
  return `${changes} ${last ?? ''}`;
}
