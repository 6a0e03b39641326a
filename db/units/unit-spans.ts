import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * The row with these dates holds on a day: `holds('unit', on)` for `unit.valid_from` and `unit.valid_to`.
 * @param on YYYY-MM-DD, or a column reference for the day of a record
 */
export function holds(table: string, on: string | RawBuilder<unknown>): Expression<SqlBool> {
  const from = sql.ref(`${table}.validFrom`);
  const to = sql.ref(`${table}.validTo`);
  return sql<SqlBool>`(${from} is null or ${from} <= ${on}) and (${to} is null or ${to} >= ${on})`;
}

/**
 * The name a unit bore on a day, the last one where none is recorded for it: for records of the past that are shown
 * beside the unit's id. A scalar to select.
 * @param unitId reference of the column, e.g. 'award.unitId'
 * @param on YYYY-MM-DD, or the column with the day of the record
 */
export function unitNameOn(unitId: string, on: string | RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`coalesce((select born.name from ${sql.table('unit_name')} as born
    where born.unit_id = ${sql.ref(unitId)}
      and (born.valid_from is null or born.valid_from <= ${on}) and (born.valid_to is null or born.valid_to >= ${on})
    order by born.id limit 1), (select late.name from ${sql.table('unit')} as late where late.id = ${sql.ref(unitId)}))`;
}

/** Đơn vị cấp trên on a day; null at the top. A scalar over the table `unit`. */
export function parentOn(on: string): RawBuilder<string | null> {
  return sql<string | null>`coalesce((select former.parent_id from ${sql.table('unit_former_parent')} as former
    where former.unit_id = ${sql.ref('unit.id')} and former.valid_to >= ${on}
      and (former.valid_from is null or former.valid_from <= ${on}) limit 1), ${sql.ref('unit.parentId')})`;
}
