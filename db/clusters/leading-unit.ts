import { type RawBuilder, sql } from 'kysely';

/**
 * The unit that leads a cluster on a day (Cụm trưởng đương nhiệm): the chair of the first emulation year that has not
 * been handed over by then; where all are, the chair of the last. So the chair of 2023 prepares 2024 until the
 * hand-over (bàn giao), and on its day the rights over all years move. A draft leads nothing; a cluster without a
 * published year has no such unit.
 *
 * A scalar to select, join or compare.
 * @param clusterId reference of the column that names the cluster, e.g. 'clusterYear.clusterId'
 * @param today YYYY-MM-DD, Việt Nam
 */
export function leadingUnit(clusterId: string, today: string): RawBuilder<string> {
  return ofLeadingYear<string>('chair_unit_id', clusterId, today);
}

/** The office in charge of the cluster on a day (cơ quan thường trực Cụm): that of the year whose chair leads. */
export function leadingOffice(clusterId: string, today: string): RawBuilder<string> {
  return ofLeadingYear<string>('standing_office', clusterId, today);
}

/** The year whose chair leads the cluster on a day; null where the cluster has no year. */
export function leadingYearId(clusterId: string, today: string): RawBuilder<string> {
  return ofLeadingYear<string>('id', clusterId, today);
}

/** A column that is never null: otherwise the last year would speak for the leading one. */
function ofLeadingYear<Value>(column: 'id' | 'chair_unit_id' | 'standing_office', clusterId: string, today: string) {
  return sql<Value>`coalesce(
    (select ${sql.ref(`lead_cy.${column}`)} from ${sql.table('cluster_year')} as lead_cy
      where lead_cy.cluster_id = ${sql.ref(clusterId)} and lead_cy.status <> 'draft'
        and (lead_cy.hand_over_on is null or lead_cy.hand_over_on > ${today})
      order by lead_cy.year limit 1),
    (select ${sql.ref(`last_cy.${column}`)} from ${sql.table('cluster_year')} as last_cy
      where last_cy.cluster_id = ${sql.ref(clusterId)} and last_cy.status <> 'draft'
      order by last_cy.year desc limit 1))`;
}
