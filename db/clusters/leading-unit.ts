import { type RawBuilder, sql } from 'kysely';

/**
 * The unit that leads a cluster on a day (Cụm trưởng đương nhiệm): the chair of the first emulation year that has not
 * been handed over by then; where all are, the chair of the last. So the chair of 2023 prepares 2024 until the
 * hand-over (bàn giao), and on its day the rights over all years move.
 *
 * A scalar to select, join or compare.
 * @param clusterId reference of the column that names the cluster, e.g. 'clusterYear.clusterId'
 * @param today YYYY-MM-DD, Việt Nam
 */
export function leadingUnit(clusterId: string, today: string): RawBuilder<string> {
  return sql<string>`coalesce(
    (select lead_cy.chair_unit_id from ${sql.table('cluster_year')} as lead_cy
      where lead_cy.cluster_id = ${sql.ref(clusterId)}
        and (lead_cy.hand_over_on is null or lead_cy.hand_over_on > ${today})
      order by lead_cy.year limit 1),
    (select last_cy.chair_unit_id from ${sql.table('cluster_year')} as last_cy
      where last_cy.cluster_id = ${sql.ref(clusterId)} order by last_cy.year desc limit 1))`;
}
