import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';
import type { NewReport, ReportRow } from '#db/reports/reports.table.ts';
import type { ReportCell } from '#shared/reports/reports.schema.ts';

/**
 * Holds the report's row until the transaction ends, so that its figures cannot change between the check of a state
 * and what follows from it.
 */
export async function lockReport(tx: Writer, id: string): Promise<void> {
  await lockRows(tx, 'report', [id]);
}

/** Holds several reports, in the order that never lets two wait for each other. */
export async function lockReports(tx: Writer, ids: readonly string[]): Promise<void> {
  await lockRows(tx, 'report', ids);
}

type CellKey = { reportId: string; indicatorVersionId: string; seenVersion: number };
type CellValues = Pick<ReportCell, 'value' | 'valueStatus' | 'sourceOffice' | 'note'>;

/** Saves one figure; its new version, or undefined when somebody else saved it since `seenVersion` (0: never saved). */
export async function saveReportValue(tx: Writer, key: CellKey, values: CellValues): Promise<number | undefined> {
  const { reportId, indicatorVersionId, seenVersion } = key;
  const saved =
    seenVersion === 0
      ? await tx
          .insertInto('reportValue')
          .values({ reportId, indicatorVersionId, ...values })
          .onConflict((conflict) => conflict.columns(['reportId', 'indicatorVersionId']).doNothing())
          .returning('version')
          .executeTakeFirst()
      : await tx
          .updateTable('reportValue')
          .set(values)
          .set({ version: seenVersion + 1 })
          .where('reportId', '=', reportId)
          .where('indicatorVersionId', '=', indicatorVersionId)
          .where('version', '=', seenVersion)
          .returning('version')
          .executeTakeFirst();
  return saved?.version;
}

type ReportPatch = Partial<
  Pick<ReportRow, 'status' | 'sentAt' | 'sentBy' | 'receivedAt' | 'supplementReason' | 'supplementDueOn' | 'narrative'>
>;

/** Changes the report's own fields; its new version, or undefined when it changed since `seenVersion`. */
export async function updateReport(
  tx: Writer,
  key: { id: string; seenVersion: number },
  patch: ReportPatch,
): Promise<number | undefined> {
  const saved = await tx
    .updateTable('report')
    .set({ ...patch, version: key.seenVersion + 1 })
    .where('id', '=', key.id)
    .where('version', '=', key.seenVersion)
    .returning('version')
    .executeTakeFirst();
  return saved?.version;
}

/** Opens reports that members of a year owe. */
export async function insertReports(tx: Writer, reports: readonly NewReport[]): Promise<void> {
  if (reports.length > 0) await tx.insertInto('report').values(reports).execute();
}

/** A new due day reaches the reports that nobody has sent yet. */
export async function moveDueDay(
  tx: Writer,
  { clusterYearId, period }: Pick<ReportRow, 'clusterYearId' | 'period'>,
  dueOn: string,
): Promise<void> {
  await tx
    .updateTable('report')
    .set({ dueOn })
    .where('clusterYearId', '=', clusterYearId)
    .where('period', '=', period)
    .where('status', '=', 'draft')
    .where('sentAt', 'is', null)
    .execute();
}
