import { type RawBuilder, sql } from 'kysely';

/**
 * Whether a unit is a member of a cluster on a day: outside those days it reads on, and nothing waits for it.
 *
 * A condition for `where`.
 * @param clusterId reference of the column that names the cluster, e.g. 'clusterYear.clusterId'
 * @param unitId reference of the column that names the unit, e.g. 'report.unitId'
 * @param today YYYY-MM-DD, Việt Nam
 */
export function isActiveMember(clusterId: string, unitId: string, today: string): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select 1 from ${sql.table('cluster_member')} as active
      where active.cluster_id = ${sql.ref(clusterId)} and active.unit_id = ${sql.ref(unitId)}
        and (active.valid_from is null or active.valid_from <= ${today})
        and (active.valid_to is null or active.valid_to >= ${today}))`;
}
