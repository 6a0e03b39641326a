import type { Reader, Writer } from '#db/database.ts';
import { findYearIndicators, type YearIndicator } from '#db/indicators/indicators.queries.ts';
import { findReport, findReportsOfYear, findReportValues, type ReportDetail } from '#db/reports/reports.queries.ts';
import type { ReportValueRow } from '#db/reports/reports.table.ts';
import { lockReport } from '#db/reports/reports.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { type Judged, type KindAdapter, type RowIn, sourceText, type Work } from '#server/imports/kinds/kind.ts';
import { type CellContent, importedCellChanges, saveImportedCell, standing } from '#server/reports/reports.service.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { AuditEvent } from '#shared/audit/audit.schema.ts';
import { parseVnNumber } from '#shared/core/numbers.ts';
import { FIELDS_OF_KIND } from '#shared/imports/fields/fields-of-kind.ts';
import type { RowReason } from '#shared/imports/imports.schema.ts';
import { valueList } from '#shared/imports/suggestions.rules.ts';
import { ownUnitReasons } from '#shared/reports/reports.policy.ts';
import { editReasons } from '#shared/reports/reports.rules.ts';
import type { ValueStatus } from '#shared/reports/reports.schema.ts';

type Plan = { reportId: string; indicatorId: string; seenVersion: number; to: CellContent; from: CellContent | null };
type Effect = { reportId: string; indicatorId: string; version: number; from: CellContent | null };
type Memory = { indicators: ReadonlyMap<string, YearIndicator>; inFile: Map<string, number> };

/** Số liệu báo cáo: one figure a row, into the unit's own report as long as that is open. */
export const reportValues: KindAdapter<Memory, Plan, Effect> = {
  fields: FIELDS_OF_KIND['report-values'],
  chunk: 100,
  async open(db, { run }) {
    const indicators = await findYearIndicators(db, run.clusterYearId!);
    return {
      memory: { indicators: new Map(indicators.map((one) => [one.id, one])), inFile: new Map<string, number>() },
      lists: { indicators: valueList(indicators.map(({ id, name }) => ({ value: id, label: name }))) },
    };
  },
  async judge(db, work, memory, rows) {
    if (!work.isDry) memory.inFile.clear();
    const report = await openReport(db, work);
    const values = new Map((await findReportValues(db, report.id)).map((row) => [row.indicatorVersionId, row]));
    const closed = [...ownUnitReasons(work.ctx.actor, report), ...editReasons(standing(report, work.ctx))];
    return rows.map((row): Judged<Plan> => judgeOne(memory, row, report.id, values, closed));
  },
  async lock(tx, work) {
    const report = await openReport(tx, work);
    await lockReport(tx, report.id);
    await requireActiveMember(tx, report.clusterYearId, report.unitId, work.today);
  },
  async apply(tx, work, memory, rows) {
    const applied: { rowNumber: number; effect: Effect }[] = [];
    const audit: AuditEvent[] = [];
    const report = await openReport(tx, work);
    for (const { rowNumber, plan } of rows) {
      const { reportId, indicatorId, seenVersion, to, from } = plan;
      const version = await saveImportedCell(work.ctx, tx, { reportId, indicatorId, seenVersion }, to);
      if (version === undefined) throw new Error(`figure ${indicatorId} changed between its verdict and its change`);
      applied.push({ rowNumber, effect: { reportId, indicatorId, version, from } });
      const source = { field: 'import', from: null, to: sourceText(work, rowNumber) };
      const told = importedCellChanges(memory.indicators.get(indicatorId)!, from, to);
      audit.push(eventOf(report, 'report.imported', [...told, source]));
    }
    return { applied, audit };
  },
  async undo(tx, work, rows) {
    const answers: { rowNumber: number; kept: RowReason | null }[] = [];
    const audit: AuditEvent[] = [];
    const report = await openReport(tx, work);
    await lockReport(tx, report.id);
    const indicators = new Map((await findYearIndicators(tx, report.clusterYearId)).map((one) => [one.id, one]));
    const values = new Map((await findReportValues(tx, report.id)).map((row) => [row.indicatorVersionId, row]));
    // A report that is open again for an hour stays complete: taking figures back waits for a completion.
    const isOpen = editReasons(report).length === 0;
    for (const { rowNumber, effect } of rows) {
      const { reportId, indicatorId, version, from } = effect;
      const indicator = indicators.get(indicatorId);
      const now = values.get(indicatorId);
      const isSame = isOpen && now?.version === version;
      const seenVersion = version;
      const key = { reportId, indicatorId, seenVersion };
      if (!indicator || !isSame || (await saveImportedCell(work.ctx, tx, key, from ?? NOTHING)) === undefined) {
        answers.push({ rowNumber, kept: { code: 'import.kept-changed', facts: { name: indicator?.name ?? '' } } });
        continue;
      }
      const told = importedCellChanges(indicator, contentOf(now), from ?? NOTHING);
      const source = { field: 'import', from: sourceText(work, rowNumber), to: null };
      audit.push(eventOf(report, 'report.import-undone', [...told, source]));
      answers.push({ rowNumber, kept: null });
    }
    return { rows: answers, audit };
  },
};

const NOTHING: CellContent = { value: null, valueStatus: 'official', sourceOffice: '', note: '' };

/** The report of the run, as the person's own page would open it. */
async function openReport(db: Reader | Writer, { ctx, run }: Work): Promise<ReportDetail> {
  const rows = await findReportsOfYear(db, run.clusterYearId!, run.period!);
  const id = rows.find(({ unitId }) => unitId === run.unitId)?.id;
  const report = id && (await findReport(db, accessFor(ctx.actor, 'reports.byId') ?? NO_ACCESS, id));
  if (!report) throw new Error(`import ${run.id} has no report`);
  return report;
}

const contentOf = ({ value, valueStatus, sourceOffice, note }: ReportValueRow): CellContent => ({
  value,
  valueStatus,
  sourceOffice,
  note,
});

function judgeOne(
  { indicators, inFile }: Memory,
  { rowNumber, values, reasons }: RowIn,
  reportId: string,
  known: ReadonlyMap<string, ReportValueRow>,
  closed: readonly RowReason[],
): Judged<Plan> {
  const answer = (verdict: Judged<Plan>['verdict'], more: Partial<Judged<Plan>> = {}): Judged<Plan> => ({
    rowNumber,
    verdict,
    reasons: [],
    changes: [],
    plan: null,
    ...more,
  });
  const wrong = (list: readonly RowReason[]) => answer('wrong', { reasons: list });
  if (reasons.length > 0 || closed.length > 0) return wrong([...reasons, ...closed]);
  const indicator = indicators.get(String(values.indicator));
  if (!indicator) return wrong([{ code: 'report.unknown-indicator', field: 'indicator' }]);
  const twin = inFile.get(indicator.id);
  if (twin !== undefined) return wrong([{ code: 'import.indicator-twice', field: 'indicator', facts: { row: twin } }]);
  inFile.set(indicator.id, rowNumber);

  const was = known.get(indicator.id);
  const before = was ? contentOf(was) : null;
  const to = { ...(before ?? NOTHING) };
  if (typeof values.value === 'string') {
    const read = parseVnNumber(values.value, indicator.decimals);
    if (!read.ok) {
      const code = indicator.decimals === 0 ? 'import.value-whole' : 'import.value-format';
      const facts = { found: values.value, decimals: indicator.decimals };
      return wrong([{ code, field: 'value', facts }]);
    }
    to.value = read.scaled;
  }
  if (values.valueStatus) to.valueStatus = values.valueStatus as ValueStatus;
  if (values.sourceOffice) to.sourceOffice = String(values.sourceOffice);
  if (values.note) to.note = String(values.note);
  const changes = importedCellChanges(indicator, before, to).map(({ from, to: told }) => ({
    field: 'value',
    from,
    to: told,
  }));
  if (changes.length === 0) return answer('unchanged');
  const plan = { reportId, indicatorId: indicator.id, seenVersion: was?.version ?? 0, to, from: before };
  return before === null || before.value === null ? answer('new', { plan }) : answer('changed', { changes, plan });
}

function eventOf(report: ReportDetail, action: string, changes: AuditEvent['changes']): AuditEvent {
  return {
    action,
    subjectKind: 'report',
    subjectId: report.id,
    subjectLabel: `${report.year}, ${report.unitName}`,
    clusterYearId: report.clusterYearId,
    unitId: report.unitId,
    changes: changes ?? [],
  };
}
