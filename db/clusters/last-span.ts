import { type RawBuilder, sql } from 'kysely';

/**
 * Of the spans of a unit in one cluster, only the last that begins by a day: a unit that left and came back within a
 * year is one member of that year, not two.
 *
 * A condition for `where` of a query that already keeps the spans that meet the year.
 * @param member alias of `cluster_member` in that query
 * @param endsOn reference of the year's last day, e.g. 'clusterYear.endsOn'; or that day, { day: 'YYYY-MM-DD' }
 */
export function isLastSpan(member: string, endsOn: string | { day: string }): RawBuilder<boolean> {
  const last = typeof endsOn === 'string' ? sql.ref(endsOn) : sql`${endsOn.day}`;
  return sql<boolean>`not exists (
    select 1 from ${sql.table('cluster_member')} as later
      where later.cluster_id = ${sql.ref(`${member}.clusterId`)} and later.unit_id = ${sql.ref(`${member}.unitId`)}
        and later.valid_from > coalesce(${sql.ref(`${member}.validFrom`)}, '')
        and later.valid_from <= ${last})`;
}
