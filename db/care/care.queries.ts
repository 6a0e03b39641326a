import { type AliasedExpression, type Expression, type SqlBool, sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Reader } from '#db/database.ts';
import { decisionInAccess } from '#db/decisions/decisions.queries.ts';
import type { Access } from '#shared/accounts/permissions.ts';
import type { CareCounts } from '#shared/care/care.rules.ts';
import type { CareLens } from '#shared/care/care.schema.ts';
import { FIRST_MINORITY, LAST_MINORITY } from '#shared/recipients/ethnicity.codes.ts';
import type { AreaClass, PersonClass, RecipientKind, Sex } from '#shared/recipients/recipients.schema.ts';

/** More than any cluster gives in a year; a list that long has gone wrong. */
const MOST_ROWS = 1_000;

/** The cluster-year within reach, with the unit that leads the cluster today. */
export function findCareYear(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('clusterYear')
    .innerJoin('cluster', 'cluster.id', 'clusterYear.clusterId')
    .innerJoin('unit as chair', (join) => join.on('chair.id', '=', leadingUnit('clusterYear.clusterId', access.today)))
    .where('clusterYear.id', '=', id)
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .select([
      'clusterYear.id',
      'clusterYear.clusterId',
      'clusterYear.year',
      'clusterYear.name',
      'clusterYear.isDemo',
      'cluster.name as clusterName',
      'chair.id as chairUnitId',
      'chair.name as chairName',
      'clusterYear.chairUnitId as yearChairUnitId',
      'clusterYear.handOverOn',
    ])
    .executeTakeFirst();
}
export type CareYear = NonNullable<Awaited<ReturnType<typeof findCareYear>>>;

export function findAims(db: Reader, clusterYearId: string) {
  return db.selectFrom('careAim').selectAll().where('clusterYearId', '=', clusterYearId).execute();
}

/**
 * Awards in force, with the facts frozen when they were given. Dân tộc stands on the nomination as it was stated then;
 * for awards taken over without one it is the recipient's.
 */
function awards(db: Reader) {
  return db
    .selectFrom('award')
    .leftJoin('nominationSensitive as stated', 'stated.nominationId', 'award.nominationId')
    .leftJoin('recipientSensitive as known', 'known.recipientId', 'award.recipientId')
    .where('award.status', '=', 'active')
    .select((eb) => [
      'award.id as awardId',
      'award.nominationId',
      'award.recipientId',
      'award.clusterYearId',
      'award.unitId',
      'award.recipientKind',
      'award.printedName as name',
      'award.sex',
      'award.personClass',
      'award.areaClass',
      'award.isBorderArea',
      'award.isSmallCollective',
      eb.fn.coalesce('stated.ethnicityCode', 'known.ethnicityCode').as('ethnicityCode'),
    ]);
}

function nominations(db: Reader) {
  return db
    .selectFrom('nomination')
    .leftJoin('nominationSensitive as stated', 'stated.nominationId', 'nomination.id')
    .select([
      sql<string | null>`null`.as('awardId'),
      'nomination.id as nominationId',
      'nomination.recipientId',
      'nomination.clusterYearId',
      'nomination.unitId',
      'nomination.recipientKind',
      'nomination.name',
      'nomination.sex',
      'nomination.personClass',
      'nomination.areaClass',
      'nomination.isBorderArea',
      'nomination.isSmallCollective',
      'stated.ethnicityCode',
    ]);
}

/** Which cases are looked at. `drafts` names the decisions this access may see, `unsent` the units whose drafts. */
export type CareScope =
  | { of: 'awards'; clusterYearId: string }
  | { of: 'drafts'; clusterYearId: string; access: Access; decisionId?: string | undefined }
  | { of: 'nominations'; clusterYearId: string; alsoUnsentOf?: Access | undefined }
  /** What could still come onto a draft decision. */
  | { of: 'undecided'; clusterYearId: string };

/** One case: an award given, or a nomination that may become one. */
type Case = {
  awardId: string | null;
  nominationId: string | null;
  recipientId: string | null;
  clusterYearId: string | null;
  unitId: string;
  recipientKind: RecipientKind;
  name: string;
  sex: Sex | null;
  personClass: PersonClass | null;
  areaClass: AreaClass | null;
  isBorderArea: number;
  isSmallCollective: number;
  ethnicityCode: string | null;
};

/** Awards and nominations are two tables of one shape here; as the source `one` of what counts and lists. */
const cases = (db: Reader, scope: CareScope): AliasedExpression<Case, 'one'> => casesOf(db, scope).as('one');

function casesOf(db: Reader, scope: CareScope) {
  if (scope.of === 'awards') return awards(db).where('award.clusterYearId', '=', scope.clusterYearId);
  const rows = nominations(db).where('nomination.clusterYearId', '=', scope.clusterYearId);
  if (scope.of === 'drafts') {
    const listed = db
      .selectFrom('decision')
      .innerJoin('decisionItem', 'decisionItem.decisionId', 'decision.id')
      .where('decision.status', 'in', ['draft', 'submitted', 'signed'])
      .where(decisionInAccess(scope.access))
      .$if(scope.decisionId !== undefined, (qb) => qb.where('decision.id', '=', scope.decisionId!))
      .select('decisionItem.nominationId');
    return rows.where('nomination.id', 'in', listed);
  }
  if (scope.of === 'undecided')
    return rows
      .where('nomination.status', 'in', ['submitted', 'supplement', 'checked'])
      .where('nomination.id', 'not in', db.selectFrom('decisionItem').select('decisionItem.nominationId'));
  const sent = sql<SqlBool>`${sql.ref('nomination.status')} in ('submitted', 'supplement', 'checked', 'decided')`;
  return rows.where(scope.alsoUnsentOf ? sql<SqlBool>`(${sent} or ${unsentOf(scope.alsoUnsentOf)})` : sent);
}

/** A draft does not exist yet to anybody but its own unit. */
function unsentOf({ all, own, cluster }: Access): Expression<SqlBool> {
  const isDraft = sql<SqlBool>`${sql.ref('nomination.status')} = 'draft'`;
  const units = [...own, ...cluster];
  if (all) return isDraft;
  return units.length === 0
    ? sql<SqlBool>`1 = 0`
    : sql<SqlBool>`(${isDraft} and ${sql.ref('nomination.unitId')} in (${sql.join(units)}))`;
}

const is = {
  collective: sql`${sql.ref('one.recipientKind')} = 'collective'`,
  individual: sql`${sql.ref('one.recipientKind')} = 'individual'`,
  border: sql`${sql.ref('one.isBorderArea')} = 1`,
  region3: sql`${sql.ref('one.areaClass')} = 'region-3'`,
};

/** Whether a case is counted by a lens. The same words count and list, so a number and its rows cannot disagree. */
const COUNTED: Readonly<Record<CareLens, Expression<SqlBool>>> = {
  border: sql<SqlBool>`${is.border}`,
  'region-3': sql<SqlBool>`${is.region3}`,
  'border-or-region-3': sql<SqlBool>`(${is.border} or ${is.region3})`,
  'ethnic-minority-area': sql<SqlBool>`${sql.ref('one.areaClass')} in ('region-1', 'region-2', 'region-3')`,
  'small-collectives': sql<SqlBool>`(${is.collective} and ${sql.ref('one.isSmallCollective')} = 1)`,
  'frontline-workers': sql<SqlBool>`(${is.individual} and ${sql.ref('one.personClass')} = 'frontline-worker')`,
  leaders: sql<SqlBool>`(${is.individual} and ${sql.ref('one.personClass')} <> 'frontline-worker')`,
  women: sql<SqlBool>`(${is.individual} and ${sql.ref('one.sex')} = 'female')`,
  'ethnic-minority': sql<SqlBool>`(${is.individual}
    and ${sql.ref('one.ethnicityCode')} between ${FIRST_MINORITY} and ${LAST_MINORITY})`,
};

const sumOf = (condition: Expression<unknown>) =>
  sql<number | string>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;
const lacks = (column: string, kind?: Expression<unknown>) =>
  kind ? sql`(${kind} and ${sql.ref(column)} is null)` : sql`${sql.ref(column)} is null`;

const SUMS = {
  all: sql<number | string>`count(*)`,
  collectives: sumOf(is.collective),
  individuals: sumOf(is.individual),
  border: sumOf(COUNTED.border),
  region3: sumOf(COUNTED['region-3']),
  borderOrRegion3: sumOf(COUNTED['border-or-region-3']),
  minorityArea: sumOf(COUNTED['ethnic-minority-area']),
  smallCollectives: sumOf(COUNTED['small-collectives']),
  frontline: sumOf(COUNTED['frontline-workers']),
  leaders: sumOf(COUNTED.leaders),
  women: sumOf(COUNTED.women),
  minority: sumOf(COUNTED['ethnic-minority']),
  areaUnknown: sumOf(lacks('one.areaClass')),
  classUnknown: sumOf(lacks('one.personClass', is.individual)),
  sexUnknown: sumOf(lacks('one.sex', is.individual)),
  ethnicityUnknown: sumOf(lacks('one.ethnicityCode', is.individual)),
} satisfies Record<keyof CareCounts, unknown>;

const sums = (Object.keys(SUMS) as (keyof CareCounts)[]).map((name) => SUMS[name].as(name));
type Summed = { [Name in keyof CareCounts]: number | string };
const numbersOf = (row: Summed): CareCounts =>
  Object.fromEntries(
    (Object.keys(SUMS) as (keyof CareCounts)[]).map((name) => [name, Number(row[name])]),
  ) as CareCounts;

/** The counts of each unit in a set of cases: one GROUP BY. */
export async function countByUnit(db: Reader, scope: CareScope) {
  const rows = await db
    .selectFrom(cases(db, scope))
    .innerJoin('unit', 'unit.id', 'one.unitId')
    .select(['one.unitId', 'unit.name as unitName'])
    .select(sums)
    .groupBy(['one.unitId', 'unit.name'])
    .execute();
  return rows.map((row) => ({ unitId: row.unitId, unitName: row.unitName, counts: numbersOf(row) }));
}

/** The counts of every year of a cluster that has awards in the registry and is within reach, oldest first. */
export async function countByYear(db: Reader, access: Access, clusterId: string) {
  const given = awards(db).where(
    'award.clusterYearId',
    'in',
    db.selectFrom('clusterYear').where('clusterYear.clusterId', '=', clusterId).select('clusterYear.id'),
  );
  const rows = await db
    .selectFrom(given.as('one'))
    .innerJoin('clusterYear', 'clusterYear.id', 'one.clusterYearId')
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .select(['clusterYear.id as clusterYearId', 'clusterYear.year'])
    .select(sums)
    .groupBy(['clusterYear.id', 'clusterYear.year'])
    .orderBy('clusterYear.year')
    .execute();
  return rows.map((row) => ({ clusterYearId: row.clusterYearId, year: row.year, counts: numbersOf(row) }));
}

/** The cases behind one number, by unit and name. Without dân tộc: that goes to `findMinorityCases`. */
export function findCases(db: Reader, scope: CareScope, lens: CareLens, unitId?: string) {
  return listed(db, scope, lens, unitId).execute();
}

/** The same for dân tộc thiểu số, with the code: for those permitted, after the reading was logged. */
export function findMinorityCases(db: Reader, scope: CareScope, unitId?: string) {
  return listed(db, scope, 'ethnic-minority', unitId).select('one.ethnicityCode').execute();
}

function listed(db: Reader, scope: CareScope, lens: CareLens, unitId: string | undefined) {
  return db
    .selectFrom(cases(db, scope))
    .innerJoin('unit', 'unit.id', 'one.unitId')
    .where(COUNTED[lens])
    .$if(unitId !== undefined, (qb) => qb.where('one.unitId', '=', unitId!))
    .select([
      'one.awardId',
      'one.nominationId',
      'one.recipientId',
      'one.recipientKind',
      'one.name',
      'one.unitId',
      'unit.name as unitName',
      'one.sex',
      'one.personClass',
      'one.areaClass',
      'one.isBorderArea',
    ])
    .orderBy('one.recipientKind')
    .orderBy('unit.name')
    .orderBy('one.name')
    .limit(MOST_ROWS);
}
