import { type CompiledQuery, type Kysely, sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import type { Database, Reader } from '#db/database.ts';
import type { AwardRow } from '#db/registry/registry.table.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** One line of the registry (Sổ khen thưởng). */
export type AwardListRow = Pick<
  AwardRow,
  | 'id'
  | 'decisionId'
  | 'awardCode'
  | 'unitId'
  | 'year'
  | 'decisionNumber'
  | 'decidedOn'
  | 'recipientKind'
  | 'printedName'
  | 'printedPlace'
  | 'status'
  | 'isDemo'
> & { awardName: string; unitName: string };

export type AwardListQuery = {
  year?: number | undefined;
  unitId?: string | undefined;
  /** Decision date and id of the last row seen. */
  after?: readonly [decidedOn: string, id: string] | undefined;
  limit: number;
};

/**
 * A page of the registry, newest decision first. The hot path of the product: a walk of one index that holds
 * (year, unit, date, id) or the part of it that is filtered on, with names looked up by key.
 *
 * The statement depends only on which filters are there, so its text is made once and then run with other values;
 * names are camelCase in the SQL already, so no plugin copies the rows.
 */
export async function listAwards(db: Kysely<Database>, access: Access, query: AwardListQuery): Promise<AwardListRow[]> {
  const { bare, statement } = statementOf(db, access, query);
  const { rows } = await bare.executeQuery(statement);
  return rows as AwardListRow[];
}

type Prepared = { bare: Kysely<Database>; texts: Map<string, CompiledQuery> };
const preparedOf = new WeakMap<Kysely<Database>, Prepared>();

function statementOf(db: Kysely<Database>, access: Access, query: AwardListQuery) {
  const prepared = preparedOf.get(db) ?? { bare: db.withoutPlugins(), texts: new Map<string, CompiledQuery>() };
  preparedOf.set(db, prepared);
  const { bare, texts } = prepared;
  // The scope's own values stand between those of the filters: only the statement without a scope is kept.
  if (!access.all) return { bare, statement: compile(bare, access, query) };
  const shape = `${query.year === undefined ? '' : 'y'}${query.unitId === undefined ? '' : 'u'}${query.after ? 'a' : ''}`;
  const text = texts.get(shape) ?? compile(bare, access, query);
  texts.set(shape, text);
  return { bare, statement: { ...text, parameters: valuesOf(query) } };
}

/** The values in the order in which `compile` names them. */
function valuesOf({ year, unitId, after, limit }: AwardListQuery): unknown[] {
  return [...(year === undefined ? [] : [year]), ...(unitId === undefined ? [] : [unitId]), ...(after ?? []), limit];
}

function compile(
  bare: Kysely<Database>,
  access: Access,
  { year, unitId, after, limit }: AwardListQuery,
): CompiledQuery {
  const conditions = [
    ...(year === undefined ? [] : [sql`a.year = ${year}`]),
    ...(unitId === undefined ? [] : [sql`a.unit_id = ${unitId}`]),
    ...(after ? [sql`(a.decided_on, a.id) < (${after[0]}, ${after[1]})`] : []),
    ...(access.all ? [] : [scopeOf(access)]),
  ];
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  return sql`
    select a.id, a.decision_id as "decisionId", a.award_code as "awardCode", f.name as "awardName",
      a.unit_id as "unitId", u.name as "unitName", a.year, a.decision_number as "decisionNumber",
      a.decided_on as "decidedOn", a.recipient_kind as "recipientKind", a.printed_name as "printedName",
      a.printed_place as "printedPlace", a.status, a.is_demo as "isDemo"
    from award a join unit u on u.id = a.unit_id join award_form f on f.code = a.award_code
    ${where} order by a.decided_on desc, a.id desc limit ${limit}`.compile(bare);
}

function scopeOf(access: Access) {
  const columns = { clusterYearId: 'a.cluster_year_id', unitId: 'a.unit_id', officeUnitId: 'a.issuing_unit_id' };
  return inAccess(access, columns);
}

const AWARD_COLUMNS = {
  clusterYearId: 'award.clusterYearId',
  unitId: 'award.unitId',
  officeUnitId: 'award.issuingUnitId',
};

/** One award with the names around it; only inside the scope. */
export function findAward(db: Reader, access: Access, id: string) {
  return db
    .selectFrom('award')
    .innerJoin('unit', 'unit.id', 'award.unitId')
    .innerJoin('unit as issuer', 'issuer.id', 'award.issuingUnitId')
    .innerJoin('awardForm', 'awardForm.code', 'award.awardCode')
    .leftJoin('decision', 'decision.id', 'award.decisionId')
    .selectAll('award')
    .select([
      'unit.name as unitName',
      'issuer.name as issuingUnitName',
      'awardForm.name as awardName',
      'decision.status as decisionStatus',
      'decision.signatoryName',
      'decision.signatoryCapacity',
      'decision.cancelNumber',
      'decision.cancelledOn',
    ])
    .where('award.id', '=', id)
    .where(inAccess(access, AWARD_COLUMNS))
    .executeTakeFirst();
}

/** Every paper made for an award; the living one is not cancelled. */
export function listCertificatesOfAward(db: Reader, awardId: string) {
  return db
    .selectFrom('certificate')
    .select(['id', 'goldenBookNumber', 'goldenBookYear', 'verifyCode', 'status', 'cancelledOn'])
    .where('awardId', '=', awardId)
    .orderBy('id')
    .execute();
}

/** Quá trình khen thưởng: the other awards of the same recipient that this access may see, newest first. */
export function listOtherAwards(db: Reader, access: Access, recipientId: string, exceptId: string) {
  return db
    .selectFrom('award')
    .innerJoin('awardForm', 'awardForm.code', 'award.awardCode')
    .select([
      'award.id',
      'award.year',
      'award.decisionNumber',
      'award.decidedOn',
      'award.status',
      'awardForm.name as awardName',
    ])
    .where('award.recipientId', '=', recipientId)
    .where('award.id', '<>', exceptId)
    .where(inAccess(access, AWARD_COLUMNS))
    .orderBy('award.decidedOn', 'desc')
    .orderBy('award.id', 'desc')
    .limit(50)
    .execute();
}

/** Awards of this name and unit by decisions of one day: to see whether one is there already. */
export function listAwardsOfDay(db: Reader, unitId: string, decidedOn: string, nameFold: string) {
  return db
    .selectFrom('award')
    .select(['id', 'awardCode', 'decisionNumber'])
    .where('unitId', '=', unitId)
    .where('decidedOn', '=', decidedOn)
    .where('nameFold', '=', nameFold)
    .execute();
}

/** What the list can be filtered by: provinces of any time, and the first and last year there is an award of. */
export async function listAwardFilters(db: Reader) {
  const [units, first, last] = await Promise.all([
    db
      .selectFrom('unit')
      .select(['id', 'name', 'validTo'])
      .where('kind', 'in', ['province', 'city'])
      .orderBy('nameFold')
      .orderBy('id')
      .execute(),
    // Each is one step in the index; min and max together would be a scan.
    db.selectFrom('award').select('year').orderBy('year').limit(1).executeTakeFirst(),
    db.selectFrom('award').select('year').orderBy('year', 'desc').limit(1).executeTakeFirst(),
  ]);
  return { units, firstYear: first?.year ?? null, lastYear: last?.year ?? null };
}
