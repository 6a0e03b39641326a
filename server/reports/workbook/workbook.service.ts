import type { Readable } from 'node:stream';
import type * as z from 'zod/mini';
import type { Reader } from '#db/database.ts';
import { findVersion, findYearIndicators, type YearIndicator } from '#db/indicators/indicators.queries.ts';
import { findReport, findReportValues, findTargets, type ReportDetail } from '#db/reports/reports.queries.ts';
import { findVersionsAmong, findWorkbookApplied } from '#db/reports/workbook.queries.ts';
import { membershipReasons } from '#server/clusters/membership.service.ts';
import { commit } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { takeFileTry } from '#server/core/route.ts';
import { worded } from '#server/core/worded.ts';
import { withContent } from '#server/files/files.service.ts';
import { readFormSheets } from '#server/imports/form-reading.service.ts';
import { priorFigures } from '#server/indicators/series.service.ts';
import { viewReport } from '#server/reports/report-view.service.ts';
import { openReport, type SavedCell, savedCells, standing, unlessThere } from '#server/reports/reports.service.ts';
import { type Stamp, sealHolds, sealRead, stampText } from '#server/reports/workbook/workbook.signature.ts';
import { lettersOf, placeOf, readRows, stampOf } from '#server/reports/workbook/workbook-reading.ts';
import { formWorkbook } from '#server/reports/workbook/workbook-sheet.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import { vietnamDate } from '#shared/core/dates.ts';
import { fold } from '#shared/core/fold.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import { TRAINING_MARK } from '#shared/core/training-mark.ts';
import { cleanFileName } from '#shared/files/files.schema.ts';
import { importFileReasons } from '#shared/imports/import-file.rules.ts';
import { reportDoubts } from '#shared/reports/plausibility.rules.ts';
import { ownUnitReasons } from '#shared/reports/reports.policy.ts';
import { editReasons } from '#shared/reports/reports.rules.ts';
import { REPORT_PERIOD_LABELS, type ReportCell, type ReportId } from '#shared/reports/reports.schema.ts';
import {
  asksChoice,
  type CellCompared,
  compareRow,
  mergedRow,
  type RowContent,
} from '#shared/reports/workbook.rules.ts';
import {
  MOST_WORKBOOK_BYTES,
  type ReadWorkbook,
  type takeWorkbook as takeInput,
  type WorkbookRow,
} from '#shared/reports/workbook.schema.ts';
import { inSentence } from '#shared/units/unit-names.ts';

const TRIES = 30;
const DAY_MS = 86_400_000;

/** Tải biểu mẫu Excel: the form of one report, filled with what is saved, under the unit's own stamp. */
export async function downloadWorkbook(ctx: ActorContext, id: ReportId): Promise<{ name: string; bytes: Buffer }> {
  await ownReport(ctx, ctx.db.reads, id);
  const report = await viewReport(ctx, id);
  const { clusterYear, unit, period } = report;
  const madeAt = ctx.now().toISOString();
  const stamp: Stamp = {
    format: 1,
    reportId: id,
    reportVersion: report.version,
    unitId: unit.id,
    unitName: unit.fullName,
    clusterYearId: clusterYear.id,
    yearName: `${clusterYear.name}, ${clusterYear.clusterName}`,
    period,
    madeAt,
    rows: report.cells.map(({ indicatorVersionId, version }) => [indicatorVersionId, version]),
  };
  const bytes = await formWorkbook({
    unit: unit.fullName,
    clusterName: clusterYear.clusterName,
    yearName: clusterYear.name,
    year: clusterYear.year,
    period,
    dueOn: report.openDueOn ?? report.dueOn,
    madeAt,
    reportVersion: report.version,
    mark: ctx.training ? TRAINING_MARK : report.isDemo ? 'dữ liệu minh họa' : '',
    rows: report.cells,
    stamp: stampText(ctx.keys, stamp),
  });
  const plainUnit = fold(unit.name).replace(/[^a-z0-9]+/g, '-');
  return {
    name: `bieu-mau-${plainUnit}-${clusterYear.year}-${period === 'mid-year' ? '6-thang' : 'ca-nam'}.xlsx`,
    bytes,
  };
}

/** A cell of the file that is not what is saved, or that was changed in the system since the download. */
export type DiffCell = CellCompared & {
  indicatorVersionId: string;
  /** 'G12'. */
  address: string;
  /** Of what is saved now. */
  savedBy: string;
  savedAt: string | null;
};
export type WorkbookDiff = {
  /** What may be taken over, conflicts and unclear figures among it. */
  cells: DiffCell[];
  /** What only the system changed since the download; it stays. */
  kept: DiffCell[];
  /** The versions of the rows above, for confirming. */
  seen: { indicatorVersionId: string; version: number }[];
};
export type UploadedWorkbook = {
  workbook: ReadWorkbook;
  diff: WorkbookDiff;
  /** `address` 'G12', '12' for a whole row, '' for a row that is gone. */
  problems: { address: string; indicator: string; code: string; text: string }[];
  /** The same file has been taken over before. */
  usedBefore: { at: string; by: string } | null;
};

/** Nhập từ biểu mẫu, first half: reads the file and says what it would change. Nothing is saved. */
export async function uploadWorkbook(
  ctx: ActorContext,
  id: ReportId,
  givenName: string,
  content: Readable,
): Promise<UploadedWorkbook> {
  const name = cleanFileName(givenName);
  if (name === '') throw new Refusal('refused', [{ code: 'file.name-missing' }]);
  const report = await ownReport(ctx, ctx.db.reads, id);
  refuseIf(editReasons(standing(report, ctx)));
  refuseIf(await membershipReasons(ctx.db.reads, report.clusterYearId, report.unitId, vietnamDate(ctx.now())));
  await takeFileTry(ctx, { kind: 'workbook', limit: TRIES, code: 'report.workbook-often' });
  return withContent(ctx, name, content, async (arrived) => {
    if (arrived.sizeBytes > MOST_WORKBOOK_BYTES) throw workbookTooLarge(name);
    refuseIf(importFileReasons(name, arrived.found));
    const sheets = await readFormSheets(arrived.path, name);
    const stamp = stampOf(ctx.keys, sheets, name);
    const indicators = await findYearIndicators(ctx.db.reads, report.clusterYearId);
    refuseIf(await strangerReasons(ctx.db.reads, stamp, report, indicators));
    const place = placeOf(sheets, name);
    const asked = new Map(indicators.map((one) => [one.id, one]));
    const versions = new Map(stamp.rows);
    const stand = await standOf(ctx.db.reads, report, asked, [...versions.values()]);
    const shown = new Map((await viewReport(ctx, id)).cells.map((cell) => [cell.indicatorVersionId, cell]));
    const read = readRows(
      place,
      stamp,
      asked,
      (one) => stand.at(one, versions.get(one) ?? 0),
      (one) => shown.get(one) ?? { prior: null, target: null },
    );
    const workbook = sealRead(ctx.keys, {
      reportId: id,
      fileName: name,
      sha256: arrived.sha256,
      madeAt: stamp.madeAt,
      until: Date.now() + DAY_MS,
      columns: lettersOf(place),
      rows: read.rows,
    });
    const used = await findWorkbookApplied(ctx.db.reads, id, arrived.sha256);
    return {
      workbook,
      diff: diffOf(workbook, stand),
      problems: read.problems.map(({ address, indicator, reason }) => {
        const { code, text } = worded([reason], ctx.lang)[0]!;
        return { address, indicator, code, text };
      }),
      usedBefore: used ? { at: used.at, by: used.actorName } : null,
    };
  });
}

export function workbookTooLarge(name: string): Refusal {
  const facts = { name, limitCount: MOST_WORKBOOK_BYTES / 1_048_576 };
  return new Refusal('refused', [{ code: 'report.workbook-too-large-file', facts }]);
}

/** What the file that was read would change now: for a person who has been overtaken by another. */
export async function compareWorkbook(
  ctx: ActorContext,
  { id, workbook }: { id: ReportId; workbook: ReadWorkbook },
): Promise<WorkbookDiff> {
  const report = await ownReport(ctx, ctx.db.reads, id);
  refuseIf(editReasons(standing(report, ctx)));
  requireOurs(ctx, id, workbook);
  const asked = await askedBy(ctx.db.reads, report);
  return diffOf(workbook, await standOf(ctx.db.reads, report, asked, versionsOf(workbook)));
}

/**
 * Nhập từ biểu mẫu, second half: saves what was chosen, all of it or nothing, as if it had been typed. A row that
 * somebody else has saved since the person looked is refused with both values.
 */
export async function takeWorkbook(
  ctx: ActorContext,
  { id, workbook, choices, seen }: z.infer<typeof takeInput>,
): Promise<{ cells: SavedCell[] }> {
  const saving = commit(ctx, async (tx) => {
    const report = await openReport(ctx, tx, id, ownUnitReasons);
    refuseIf(editReasons(report));
    requireOurs(ctx, id, workbook);
    const asked = await askedBy(tx, report);
    const stand = await standOf(tx, report, asked, versionsOf(workbook));
    const takes = Map.groupBy(choices, ({ indicatorVersionId }) => indicatorVersionId as string);
    const seenVersion = new Map<string, number>(seen.map((one) => [one.indicatorVersionId, one.version]));
    const cells: ReportCell[] = [];
    const open: Reason[] = [];
    const overtaken: Reason[] = [];
    for (const row of workbook.rows) {
      const { indicatorVersionId: versionId } = row;
      const now = stand.now(versionId);
      const compared = compareRow(stand.at(versionId, row.version), row.said, now, stand.meantBy(versionId));
      const merged = mergedRow(compared, new Map(takes.get(versionId)?.map(({ part, take }) => [part, take])));
      if (merged && isSame(merged, now)) continue;
      const indicator = asked.get(versionId)?.name ?? '…';
      if (seenVersion.get(versionId) !== now.version)
        overtaken.push({ code: 'report.workbook-meanwhile', facts: { indicator, who: now.savedBy || '…' } });
      else if (merged) cells.push({ ...merged, indicatorVersionId: versionId, seenVersion: now.version });
      else open.push({ code: 'report.workbook-choose', facts: { cell: openCell(workbook, row, compared), indicator } });
    }
    if (overtaken.length > 0) throw conflict(overtaken);
    refuseIf(open);
    const told = { field: 'workbook', from: null, to: `${workbook.fileName} (SHA-256 ${workbook.sha256})` };
    return savedCells(ctx, tx, report, cells, { action: 'report.workbook-applied', also: [told] });
  });
  return { cells: await unlessThere(saving) };
}

const openCell = ({ columns }: ReadWorkbook, { line }: WorkbookRow, cells: readonly CellCompared[]) =>
  `${columns[cells.find(asksChoice)?.part ?? 'value']}${line}`;

/** The report of the person's own unit. One they may read but not fill is refused with the reason. */
async function ownReport(ctx: ActorContext, db: Reader, id: ReportId): Promise<ReportDetail> {
  const report = await findReport(db, accessFor(ctx.actor, 'reports.byId') ?? NO_ACCESS, id);
  if (!report) throw notFound('report');
  const grounds = ownUnitReasons(ctx.actor, report);
  if (grounds.length > 0) throw new Refusal('forbidden', grounds);
  return report;
}

/** Why a form is not one of this report: whose, of which year, period or indicators it is. */
async function strangerReasons(
  db: Reader,
  stamp: Stamp,
  report: ReportDetail,
  indicators: readonly YearIndicator[],
): Promise<Reason[]> {
  const reasons: Reason[] = [];
  const differs = (code: string, found: string, expected: string) => reasons.push({ code, facts: { found, expected } });
  if (stamp.unitId !== report.unitId)
    differs('report.workbook-other-unit', stamp.unitName, inSentence(report.unitFullName));
  if (stamp.clusterYearId !== report.clusterYearId)
    differs('report.workbook-other-year', stamp.yearName, `${report.yearName}, ${report.clusterName}`);
  if (stamp.period !== report.period)
    differs(
      'report.workbook-other-period',
      REPORT_PERIOD_LABELS[stamp.period].vi,
      REPORT_PERIOD_LABELS[report.period].vi,
    );
  if (reasons.length > 0) return reasons;
  if (stamp.reportId !== report.id) return [{ code: 'report.workbook-other-report' }];
  const inForm = new Set(stamp.rows.map(([id]) => id));
  const asked = new Set(indicators.map(({ id }) => id));
  const gone = await Promise.all([...inForm].filter((id) => !asked.has(id)).map((id) => findVersion(db, id)));
  const names = [
    ...gone.map((one) => one?.name ?? '…'),
    ...indicators.filter(({ id }) => !inForm.has(id)).map(({ name }) => name),
  ];
  if (names.length === 0) return [];
  const shown = [...new Set(names)].slice(0, 3).map((name) => `“${name}”`);
  const found = `${shown.join(', ')}${new Set(names).size > 3 ? '…' : ''}`;
  return [{ code: 'report.workbook-indicators', facts: { found } }];
}

function requireOurs(ctx: ActorContext, id: ReportId, workbook: ReadWorkbook): void {
  const holds = workbook.reportId === id && workbook.until > Date.now();
  if (!holds || !sealHolds(ctx.keys, workbook)) throw new Refusal('refused', [{ code: 'report.workbook-stale' }]);
}

const askedBy = async (db: Reader, { clusterYearId }: ReportDetail) =>
  new Map((await findYearIndicators(db, clusterYearId)).map((one) => [one.id, one]));
const versionsOf = ({ rows }: ReadWorkbook) => rows.map(({ version }) => version);

type Stand = {
  /** The row as it is saved; as the form begins with it where it never was. */
  now: (indicatorVersionId: string) => RowContent & { version: number; savedBy: string; savedAt: string | null };
  /** The figure that this one was probably meant to be; null where it looks right. */
  meantBy: (indicatorVersionId: string) => (value: number) => number | null;
  /** The row as it stood in a version; null where that is not kept. */
  at: (indicatorVersionId: string, version: number) => RowContent | null;
};

async function standOf(
  db: Reader,
  { id: reportId, clusterYearId, unitId, period }: Pick<ReportDetail, 'id' | 'clusterYearId' | 'unitId' | 'period'>,
  asked: ReadonlyMap<string, YearIndicator>,
  versions: readonly number[],
): Promise<Stand> {
  const present = new Map((await findReportValues(db, reportId)).map((row) => [row.indicatorVersionId, row]));
  const earlier = await findVersionsAmong(db, reportId, versions);
  const kept = new Map(earlier.map((row) => [`${row.indicatorVersionId} ${row.version}`, row]));
  const priors = byIndicator(await priorFigures(db, clusterYearId, unitId));
  const targets = byIndicator(await findTargets(db, clusterYearId, unitId));
  const untouched = (id: string) => ({
    ...{ value: null, valueStatus: 'estimate' as const, sourceOffice: asked.get(id)?.sourceOffice ?? '', note: '' },
    ...{ version: 0, savedBy: '', savedAt: null },
  });
  return {
    now: (id) => present.get(id) ?? untouched(id),
    meantBy: (id) => (value) => {
      const indicator = asked.get(id);
      if (!indicator) return null;
      const beside = { prior: priors.get(id) ?? null, target: targets.get(id) ?? null, peers: null, period };
      return (
        reportDoubts({ ...indicator, ...beside, value }).find(({ suggested }) => suggested !== undefined)?.suggested ??
        null
      );
    },
    at: (id, version) => {
      if (version === 0) return untouched(id);
      const row = present.get(id);
      return row?.version === version ? row : (kept.get(`${id} ${version}`) ?? null);
    },
  };
}

const byIndicator = (rows: readonly { indicatorVersionId: string; value: number | null }[]) =>
  new Map(rows.map(({ indicatorVersionId, value }) => [indicatorVersionId, value]));

function diffOf({ rows, columns }: ReadWorkbook, stand: Stand): WorkbookDiff {
  const diff: WorkbookDiff = { cells: [], kept: [], seen: [] };
  for (const row of rows) {
    const now = stand.now(row.indicatorVersionId);
    const { indicatorVersionId: id, version, said } = row;
    const differing = compareRow(stand.at(id, version), said, now, stand.meantBy(id)).filter(
      ({ fate }) => fate !== 'same',
    );
    if (differing.length === 0) continue;
    diff.seen.push({ indicatorVersionId: row.indicatorVersionId, version: now.version });
    for (const cell of differing) (cell.fate === 'now' ? diff.kept : diff.cells).push(told(cell, row, columns, now));
  }
  return diff;
}

const told = (
  cell: CellCompared,
  { indicatorVersionId, line }: WorkbookRow,
  columns: ReadWorkbook['columns'],
  { savedBy, savedAt }: { savedBy: string; savedAt: string | null },
): DiffCell => ({ ...cell, indicatorVersionId, address: `${columns[cell.part]}${line}`, savedBy, savedAt });

const isSame = (one: RowContent, other: RowContent): boolean =>
  one.value === other.value &&
  one.valueStatus === other.valueStatus &&
  one.sourceOffice === other.sourceOffice &&
  one.note === other.note;
