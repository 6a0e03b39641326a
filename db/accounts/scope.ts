import { type Expression, type SqlBool, sql } from 'kysely';
import { leadingUnit } from '#db/clusters/leading-unit.ts';
import type { Access } from '#shared/accounts/permissions.ts';

/** Where a record says whose it is. A column that the record does not have is left out. */
type Columns = { clusterYearId?: string; unitId?: string; officeUnitId?: string };

/**
 * The scope of a call as a condition of the query itself, so that a record of somebody else is never loaded:
 * `.where(inAccess(access, { clusterYearId: 'report.clusterYearId', unitId: 'report.unitId' }))`.
 * Nothing granted means nothing found.
 */
export function inAccess(access: Access, columns: Columns): Expression<SqlBool> {
  if (access.all) return sql<SqlBool>`1 = 1`;
  const ways: Expression<SqlBool>[] = [];
  if (columns.unitId && access.own.length > 0) ways.push(isOneOf(columns.unitId, access.own));
  if (columns.officeUnitId && access.office.length > 0) ways.push(isOneOf(columns.officeUnitId, access.office));
  if (columns.clusterYearId && access.chair.length > 0) ways.push(isLed(columns.clusterYearId, access));
  if (columns.clusterYearId && access.cluster.length > 0) ways.push(isMember(columns.clusterYearId, access.cluster));
  return ways.length === 0 ? sql<SqlBool>`1 = 0` : sql<SqlBool>`(${sql.join(ways, sql` or `)})`;
}

const isOneOf = (column: string, ids: readonly string[]) => sql<SqlBool>`${sql.ref(column)} in (${sql.join(ids)})`;

/** A record of a cluster that one of the person's units leads on that day, whichever published year the record is of. */
const isLed = (column: string, { chair, today }: Access) =>
  sql<SqlBool>`exists (select 1 from ${sql.table('cluster_year')} as scope_cy
    where scope_cy.id = ${sql.ref(column)} and scope_cy.status <> 'draft' and ${leadingUnit('scope_cy.cluster_id', today)} in (${sql.join(chair)}))`;

/**
 * Member of the cluster at any time of that year: a unit that left or came later sees its own years only, and none
 * before it is published. The unit that organises a cluster sees all of them.
 */
const isMember = (column: string, units: readonly string[]) =>
  sql<SqlBool>`exists (select 1 from ${sql.table('cluster_year')} as scope_cy
    inner join ${sql.table('cluster_member')} as scope_m on scope_m.cluster_id = scope_cy.cluster_id
    where scope_cy.id = ${sql.ref(column)} and scope_cy.status <> 'draft' and scope_m.unit_id in (${sql.join(units)})
      and (scope_m.valid_from is null or scope_m.valid_from <= scope_cy.ends_on)
      and (scope_m.valid_to is null or scope_m.valid_to >= scope_cy.starts_on)
    union all
    select 1 from ${sql.table('cluster_year')} as organized_cy
    inner join ${sql.table('cluster')} as organized_c on organized_c.id = organized_cy.cluster_id
    where organized_cy.id = ${sql.ref(column)} and organized_c.organizer_unit_id in (${sql.join(units)}))`;
