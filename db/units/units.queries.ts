import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from '#db/database.ts';
import { holds, parentOn } from '#db/units/unit-spans.ts';
import { fold } from '#shared/core/fold.ts';
import type { UnitKind } from '#shared/units/units.schema.ts';

export type UnitListQuery = {
  q?: string | undefined;
  on: string;
  kind?: UnitKind | undefined;
  parentId?: string | undefined;
};

/** The percent sign and the underscore of a search are letters like others. */
const like = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Found by a name of any time, without accents, or by the beginning of a code of any time. */
function matches(q: string): RawBuilder<SqlBool> {
  const folded = like(fold(q));
  return sql<SqlBool>`(exists (select 1 from ${sql.table('unit_name')} as sought
      where sought.unit_id = ${sql.ref('unit.id')} and sought.name_fold like ${`%${folded}%`} escape '\\')
    or exists (select 1 from ${sql.table('unit_code')} as coded
      where coded.unit_id = ${sql.ref('unit.id')} and coded.code like ${`${folded}%`} escape '\\'))`;
}

function units(db: Reader, { q, on, kind, parentId }: UnitListQuery) {
  let query = db
    .selectFrom('unit')
    .innerJoin('unitName as named', 'named.unitId', 'unit.id')
    // A search goes through all times and shows the last name; a list shows the day's.
    .where(
      q
        ? sql<SqlBool>`(${sql.ref('named.validTo')} is null and ${sql.ref('unit.validTo')} is null
            or ${sql.ref('named.validTo')} = ${sql.ref('unit.validTo')})`
        : holds('named', on),
    );
  if (q) query = query.where(matches(q));
  else query = query.where(holds('unit', on));
  if (kind) query = query.where('unit.kind', '=', kind);
  if (parentId) query = query.where(parentOn(on), '=', parentId);
  // Without a filter the list begins at the top: what stands below opens from there.
  else if (!q && !kind) query = query.where('unit.parentId', 'is', null);
  return query;
}

/** A page of the catalogue in the order of the Vietnamese alphabet. */
export function listUnits(
  db: Reader,
  query: UnitListQuery & { after?: readonly [nameSort: string, id: string] | undefined; limit: number },
) {
  const { on, after, limit } = query;
  let page = units(db, query).select((eb) => [
    'unit.id',
    'unit.kind',
    'named.name',
    'named.fullName',
    'unit.fullName as lastFullName',
    'named.nameSort',
    'unit.validFrom',
    'unit.validTo',
    parentOn(on).as('parentId'),
    eb
      .selectFrom('unit as child')
      .select((sub) => sub.fn.countAll<number>().as('count'))
      .where(holds('child', on))
      .where(
        sql<SqlBool>`coalesce((select former.parent_id from ${sql.table('unit_former_parent')} as former
          where former.unit_id = child.id and former.valid_to >= ${on}
            and (former.valid_from is null or former.valid_from <= ${on}) limit 1), child.parent_id) = ${sql.ref('unit.id')}`,
      )
      .where((sub) =>
        sub.or([
          sub('child.parentId', '=', sub.ref('unit.id')),
          sub.exists(
            sub
              .selectFrom('unitFormerParent as was')
              .select('was.id')
              .whereRef('was.unitId', '=', 'child.id')
              .whereRef('was.parentId', '=', 'unit.id'),
          ),
        ]),
      )
      .as('childCount'),
  ]);
  if (after)
    page = page.where(sql<SqlBool>`(${sql.ref('named.nameSort')}, ${sql.ref('unit.id')}) > (${after[0]}, ${after[1]})`);
  return page.orderBy('named.nameSort').orderBy('unit.id').limit(limit).execute();
}

/** How many there are of each kind, under the same filters. */
export async function countUnits(db: Reader, query: UnitListQuery): Promise<{ kind: UnitKind; count: number }[]> {
  const rows = await units(db, query)
    .select((eb) => ['unit.kind', eb.fn.countAll<number>().as('count')])
    .groupBy('unit.kind')
    .orderBy('unit.kind')
    .execute();
  return rows.map(({ kind, count }) => ({ kind, count: Number(count) }));
}

/** One unit as it is last recorded. */
export function findUnit(db: Reader, id: string) {
  return db.selectFrom('unit').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Names, in the order of time, of one or of many units. */
export function findNames(db: Reader, unitIds: readonly string[]) {
  if (unitIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('unitName')
    .leftJoin('unitChange', 'unitChange.id', 'unitName.changeId')
    .select([
      'unitName.id',
      'unitName.unitId',
      'unitName.name',
      'unitName.fullName',
      'unitName.validFrom',
      'unitName.validTo',
      'unitChange.document',
    ])
    .where('unitName.unitId', 'in', [...unitIds])
    .orderBy(sql`coalesce(${sql.ref('unitName.validFrom')}, '')`)
    .execute();
}

/** Codes with their dates, in the order of time, of one or of many units. */
export function findCodes(db: Reader, unitIds: readonly string[]) {
  if (unitIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('unitCode')
    .select(['unitId', 'scheme', 'code', 'validFrom', 'validTo'])
    .where('unitId', 'in', [...unitIds])
    .orderBy(sql`coalesce(${sql.ref('validFrom')}, '')`)
    .execute();
}

/** Former parents of one or of many units, the oldest first. */
export function findFormerParents(db: Reader, unitIds: readonly string[]) {
  if (unitIds.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('unitFormerParent')
    .innerJoin('unit', 'unit.id', 'unitFormerParent.parentId')
    .select([
      'unitFormerParent.unitId',
      'unitFormerParent.parentId',
      'unitFormerParent.validFrom',
      'unitFormerParent.validTo',
      'unit.name as parentName',
    ])
    .where('unitFormerParent.unitId', 'in', [...unitIds])
    .orderBy('unitFormerParent.validTo')
    .execute();
}

/**
 * The line of parents of a unit, the nearest first.
 * @param on the day that counts; without it the parents it has last
 */
export async function findParentChain(db: Reader, unitId: string, on = '9999-12-31') {
  const chain: { id: string; name: string; fullName: string }[] = [];
  for (let below = unitId; ; ) {
    const parent = await db
      .selectFrom('unit')
      .innerJoin('unit as parent', (join) => join.on('parent.id', '=', parentOn(on)))
      .select(['parent.id', 'parent.name', 'parent.fullName'])
      .where('unit.id', '=', below)
      .executeTakeFirst();
    if (!parent || chain.some(({ id }) => id === parent.id)) return chain;
    chain.push(parent);
    below = parent.id;
  }
}

/** Clusters and blocks the unit belongs to or belonged to. */
export function findMemberships(db: Reader, unitId: string) {
  return db
    .selectFrom('clusterMember')
    .innerJoin('cluster', 'cluster.id', 'clusterMember.clusterId')
    .select(['cluster.id', 'cluster.name', 'clusterMember.validFrom', 'clusterMember.validTo'])
    .where('clusterMember.unitId', '=', unitId)
    .orderBy('cluster.name')
    .execute();
}

/** Lines of descent that begin or end at a unit, with the other unit's name and dates. */
export async function findLinesOf(db: Reader, unitId: string) {
  const lines = (own: 'ancestorId' | 'descendantId', other: 'ancestorId' | 'descendantId') =>
    db
      .selectFrom('unitLineage')
      .innerJoin('unit', 'unit.id', `unitLineage.${other}`)
      .leftJoin('unitChange', 'unitChange.id', 'unitLineage.changeId')
      .select([
        'unit.id as unitId',
        'unit.name',
        'unit.fullName',
        'unitLineage.fromOn',
        'unitLineage.sharePermille',
        sql<string | null>`coalesce(${sql.ref('unitChange.document')}, ${sql.ref('unitLineage.source')})`.as(
          'document',
        ),
        'unitChange.kind as changeKind',
      ])
      .where(`unitLineage.${own}`, '=', unitId)
      .orderBy('unitLineage.fromOn')
      .orderBy('unit.nameFold')
      .execute();
  const [formedFrom, mergedInto] = await Promise.all([
    lines('descendantId', 'ancestorId'),
    lines('ancestorId', 'descendantId'),
  ]);
  return { formedFrom, mergedInto };
}
