import { sql } from 'kysely';
import { lockRows } from '#db/core/lock-rows.ts';
import type { Writer } from '#db/database.ts';
import type { NewReport, NewReportCellFile, ReportRow, ReportValueRow } from '#db/reports/reports.table.ts';
import { isPassing } from '#shared/reports/passing-figure.rules.ts';
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
type Cell = CellValues & { indicatorVersionId: string; seenVersion: number };
/**
 * Who saves, and when (instant, UTC). `typedInto`: the report as it is kept, when the figures come from somebody typing;
 * what was only passed through is then kept as no version.
 */
export type SavedBy = { savedAt: string; savedBy: string; typedInto?: Pick<ReportRow, 'status' | 'sentAt'> };

/**
 * Saves figures of one report in one go, and keeps the versions they replace. `before`: the report's rows as they are
 * now, read in this transaction. The new versions of those that were saved; a figure that is not among them was saved by
 * somebody else since its `seenVersion` (0: never saved).
 */
export async function saveReportValues(
  tx: Writer,
  reportId: string,
  before: ReadonlyMap<string, ReportValueRow>,
  cells: readonly Cell[],
  { typedInto, ...by }: SavedBy,
): Promise<Map<string, number>> {
  const current = cells.filter((cell) => (before.get(cell.indicatorVersionId)?.version ?? 0) === cell.seenVersion);
  if (current.length === 0) return new Map();
  const saved = await tx
    .insertInto('reportValue')
    .values(
      current.map(({ indicatorVersionId, seenVersion, value, valueStatus, sourceOffice, note }) => ({
        ...{ reportId, indicatorVersionId, value, valueStatus, sourceOffice, note },
        version: seenVersion + 1,
        ...by,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['reportId', 'indicatorVersionId'])
        .doUpdateSet((eb) => ({
          value: eb.ref('excluded.value'),
          valueStatus: eb.ref('excluded.valueStatus'),
          sourceOffice: eb.ref('excluded.sourceOffice'),
          note: eb.ref('excluded.note'),
          version: eb.ref('excluded.version'),
          savedAt: eb.ref('excluded.savedAt'),
          savedBy: eb.ref('excluded.savedBy'),
        }))
        .where(sql<boolean>`report_value.version = excluded.version - 1`),
    )
    .returning(['indicatorVersionId', 'version'])
    .execute();
  const next = new Map(current.map((cell) => [cell.indicatorVersionId, { ...cell, ...by }]));
  const replaced = saved
    .flatMap(({ indicatorVersionId }) => before.get(indicatorVersionId) ?? [])
    .filter((was) => !typedInto || !isPassing(was, next.get(was.indicatorVersionId)!, typedInto));
  if (replaced.length > 0) await tx.insertInto('reportValueVersion').values(replaced).execute();
  return new Map(saved.map(({ indicatorVersionId, version }) => [indicatorVersionId, version]));
}

/** One figure, as above; its new version, or undefined when somebody else saved it since `seenVersion`. */
export async function saveReportValue(
  tx: Writer,
  { reportId, ...key }: CellKey,
  values: CellValues,
  by: SavedBy,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('reportValue')
    .selectAll()
    .where('reportId', '=', reportId)
    .where('indicatorVersionId', '=', key.indicatorVersionId)
    .executeTakeFirst();
  const before = new Map(row ? [[key.indicatorVersionId, row]] : []);
  const saved = await saveReportValues(tx, reportId, before, [{ ...key, ...values }], by);
  return saved.get(key.indicatorVersionId);
}

/** Makes a document of the report evidence for one figure. */
export async function pinFile(tx: Writer, row: NewReportCellFile): Promise<void> {
  await tx
    .insertInto('reportCellFile')
    .values(row)
    .onConflict((conflict) => conflict.column('fileId').doUpdateSet({ indicatorVersionId: row.indicatorVersionId }))
    .execute();
}

/** Leaves the document with the report as a whole. */
export async function unpinFile(tx: Writer, fileId: string): Promise<void> {
  await tx.deleteFrom('reportCellFile').where('fileId', '=', fileId).execute();
}

type ReportPatch = Partial<
  Pick<
    ReportRow,
    | 'status'
    | 'sentAt'
    | 'sentBy'
    | 'receivedAt'
    | 'supplementReason'
    | 'supplementDueOn'
    | 'reopenedUntil'
    | 'reopenReason'
    | 'narrative'
  >
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
