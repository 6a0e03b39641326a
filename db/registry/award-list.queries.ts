import { type CompiledQuery, type Kysely, type RawBuilder, sql } from 'kysely';
import { inAccess } from '#db/accounts/scope.ts';
import type { Database } from '#db/database.ts';
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
  | 'way'
  | 'sex'
  | 'personClass'
  | 'areaClass'
  | 'field'
  | 'recipientId'
  | 'status'
  | 'isDemo'
> & { awardName: string; unitName: string };

export type AwardListQuery = {
  year?: number | undefined;
  unitId?: string | undefined;
  /** Any of these units instead: a unit of today with those it was formed from. */
  unitIds?: readonly string[] | undefined;
  /** Decision date and id of the last row seen. */
  after?: readonly [decidedOn: string, id: string] | undefined;
  limit: number;
};

/**
 * A page of the registry, newest decision first. The hot path of the product: a walk of one index that holds
 * (year, unit, date, id) or the part of it that is filtered on, with names looked up by key. A person who may not
 * see everything gets the union of a few such walks, one for each thing that lets them see an award.
 *
 * Names are camelCase in the SQL already, so no plugin copies the rows.
 */
export async function listAwards(db: Kysely<Database>, access: Access, query: AwardListQuery): Promise<AwardListRow[]> {
  const prepared = preparedFor(db);
  const { unitIds } = query;
  const statement = access.all
    ? unitIds
      ? scopedStatement(prepared.bare, unitIds.map(isOfUnit), { ...query, unitIds: undefined })
      : keptStatement(prepared, query)
    : scopedStatement(prepared.bare, await doorsOf(db, access, query), query);
  if (statement === undefined) return [];
  const { rows } = await prepared.bare.executeQuery(statement);
  return rows as AwardListRow[];
}

/** Texts are kept for these numbers of ids. */
const LISTS = [10, 60, 1_100];

/** Lines of the registry by their ids, in that order; ids that are gone are left out. */
export async function listAwardsById(db: Kysely<Database>, ids: readonly string[]): Promise<AwardListRow[]> {
  if (ids.length === 0) return [];
  const { bare, texts } = preparedFor(db);
  const length = LISTS.find((one) => one >= ids.length) ?? ids.length;
  const filled = [...ids, ...Array<string>(length - ids.length).fill('')];
  const shape = `ids${length}`;
  const text =
    texts.get(shape) ?? sql`select ${COLUMNS} from award a ${NAMES} where a.id in (${sql.join(filled)})`.compile(bare);
  texts.set(shape, text);
  const { rows } = await bare.executeQuery({ ...text, parameters: filled });
  const byId = new Map((rows as AwardListRow[]).map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

type Prepared = { bare: Kysely<Database>; texts: Map<string, CompiledQuery> };
const preparedOf = new WeakMap<Kysely<Database>, Prepared>();

function preparedFor(db: Kysely<Database>): Prepared {
  const prepared = preparedOf.get(db) ?? { bare: db.withoutPlugins(), texts: new Map<string, CompiledQuery>() };
  preparedOf.set(db, prepared);
  return prepared;
}

const COLUMNS = sql`a.id, a.decision_id as "decisionId", a.award_code as "awardCode", f.name as "awardName",
  a.unit_id as "unitId", coalesce((select n.name from unit_name n where n.unit_id = a.unit_id
    and (n.valid_from is null or n.valid_from <= a.decided_on) and (n.valid_to is null or n.valid_to >= a.decided_on)
    limit 1), u.name) as "unitName", a.year, a.decision_number as "decisionNumber",
  a.decided_on as "decidedOn", a.recipient_kind as "recipientKind", a.printed_name as "printedName",
  a.printed_place as "printedPlace", a.way, a.sex, a.person_class as "personClass", a.area_class as "areaClass",
  a.field, a.recipient_id as "recipientId", a.status, a.is_demo as "isDemo"`;
const NAMES = sql`join unit u on u.id = a.unit_id join award_form f on f.code = a.award_code`;
const NEWEST_FIRST = sql`order by a.decided_on desc, a.id desc`;

/** The statement depends only on which filters are there: its text is made once and then run with other values. */
function keptStatement({ bare, texts }: Prepared, query: AwardListQuery): CompiledQuery {
  const { year, unitId, after, limit } = query;
  const shape = `${year === undefined ? '' : 'y'}${unitId === undefined ? '' : 'u'}${after ? 'a' : ''}`;
  const conditions = filtersOf(query);
  const where = conditions.length === 0 ? sql`` : sql`where ${sql.join(conditions, sql` and `)}`;
  const text =
    texts.get(shape) ??
    sql`select ${COLUMNS} from award a ${NAMES} ${where} ${NEWEST_FIRST} limit ${limit}`.compile(bare);
  texts.set(shape, text);
  // In the order in which filtersOf names them.
  const values = [
    ...(year === undefined ? [] : [year]),
    ...(unitId === undefined ? [] : [unitId]),
    ...(after ?? []),
    limit,
  ];
  return { ...text, parameters: values };
}

function filtersOf({ year, unitId, unitIds, after }: AwardListQuery): RawBuilder<unknown>[] {
  return [
    ...(unitIds === undefined ? [] : [sql`a.unit_id in (${sql.join(unitIds)})`]),
    ...(year === undefined ? [] : [sql`a.year = ${year}`]),
    ...(unitId === undefined ? [] : [sql`a.unit_id = ${unitId}`]),
    ...(after ? [sql`(a.decided_on, a.id) < (${after[0]}, ${after[1]})`] : []),
  ];
}

/** One ground on which an award may be seen, as a condition with an index of its own. */
type Door = RawBuilder<unknown>;

const isOfUnit = (id: string): Door => sql`a.unit_id = ${id}`;

async function doorsOf(db: Kysely<Database>, access: Access, { unitId, unitIds }: AwardListQuery): Promise<Door[]> {
  const years = await db
    .selectFrom('clusterYear')
    .select('id')
    .where(inAccess(access, { clusterYearId: 'clusterYear.id' }))
    .execute();
  const own = access.own.filter((id) => (unitIds ? unitIds.includes(id) : unitId === undefined || id === unitId));
  return [
    ...own.map(isOfUnit),
    ...access.office.map((id) => sql`a.issuing_unit_id = ${id}`),
    ...years.map(({ id }) => sql`a.cluster_year_id = ${id}`),
  ];
}

/** The newest behind each door, then the newest of those: never more rows are touched than doors times a page. */
function scopedStatement(
  bare: Kysely<Database>,
  doors: readonly Door[],
  query: AwardListQuery,
): CompiledQuery | undefined {
  if (doors.length === 0) return undefined;
  const filters = filtersOf(query);
  const walks = doors.map(
    (door) => sql`select * from (select a.id from award a
      where ${sql.join([door, ...filters], sql` and `)} ${NEWEST_FIRST} limit ${query.limit}) as walk`,
  );
  return sql`with seen as (${sql.join(walks, sql` union `)})
    select ${COLUMNS} from seen join award a on a.id = seen.id ${NAMES} ${NEWEST_FIRST} limit ${query.limit}`.compile(
    bare,
  );
}
