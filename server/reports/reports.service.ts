import type * as z from 'zod/mini';
import { findLastChange } from '#db/audit/last-change.queries.ts';
import type { Writer } from '#db/database.ts';
import { findYearIndicators, type YearIndicator } from '#db/indicators/indicators.queries.ts';
import { FIGURES_SAVED, findReport, findReportValues, type ReportDetail } from '#db/reports/reports.queries.ts';
import type { ReportValueRow } from '#db/reports/reports.table.ts';
import { lockReport, saveReportValue, saveReportValues, updateReport } from '#db/reports/reports.writes.ts';
import { requireActiveMember } from '#server/clusters/membership.service.ts';
import { commit, type Outcome } from '#server/core/commit.ts';
import type { ActorContext } from '#server/core/context.ts';
import { currentLanguage } from '#server/core/language.ts';
import { tellUnits } from '#server/notices/tell-units.service.ts';
import { sendingEarly } from '#server/reports/report-stage.service.ts';
import {
  cellChanges,
  figureText,
  isSameCell,
  narrativeChange,
  reportEvent,
  statusChange,
  timelinessChange,
} from '#server/reports/reports.events.ts';
import { reportTitle } from '#server/reports/reviewing.events.ts';
import { accessFor, NO_ACCESS } from '#shared/accounts/permissions.ts';
import type { FieldChange } from '#shared/audit/audit.schema.ts';
import { formatDate, formatInstant, vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { conflict, notFound, Refusal, refuseIf } from '#shared/core/refusal.ts';
import {
  emptiedReasons,
  isReopened,
  type Stored,
  standingStatus,
  stillOpenReasons,
} from '#shared/reports/reopen.rules.ts';
import { REPORT_ACTION_LABELS } from '#shared/reports/reports.labels.ts';
import { chairReasons, ownUnitReasons } from '#shared/reports/reports.policy.ts';
import {
  askSupplementReasons,
  cellField,
  editReasons,
  receiveReasons,
  sendReasons,
  supplementDueReasons,
} from '#shared/reports/reports.rules.ts';
import type {
  askSupplement as askSupplementInput,
  ReportCell,
  receiveReport as receiveInput,
  saveCells as saveCellsInput,
  saveNarrative as saveNarrativeInput,
  sendReport as sendInput,
} from '#shared/reports/reports.schema.ts';

/**
 * Loads a report to change it and holds it until the end of the transaction. A report that the person may read but
 * not change is refused with the reason; one outside their clusters is not found.
 */
export async function openReport(ctx: ActorContext, tx: Writer, id: string, whoMay: typeof chairReasons) {
  await lockReport(tx, id);
  const stored = await findReport(tx, accessFor(ctx.actor, 'reports.byId') ?? NO_ACCESS, id);
  if (!stored) throw notFound('report');
  const report = standing(stored, ctx);
  const grounds = whoMay(ctx.actor, report);
  if (grounds.length > 0) throw new Refusal('forbidden', grounds);
  if (whoMay === ownUnitReasons)
    await requireActiveMember(tx, report.clusterYearId, report.unitId, vietnamDate(ctx.now()));
  return report;
}

/** A report with the state that the rules go by at this moment; `stored`: the state as it is kept. */
export function standing<Report extends Stored>(report: Report, ctx: Pick<ActorContext, 'now'>) {
  const now = ctx.now().toISOString();
  return { ...report, status: standingStatus(report, now), stored: report.status, isReopened: isReopened(report, now) };
}

/** Ends what is left of a reopening. */
const LOCKED = { reopenedUntil: null, reopenReason: null };

async function changedMeanwhile(tx: Writer, reportId: string): Promise<Refusal> {
  const last = await findLastChange(tx, {
    subjectKind: 'report',
    subjectId: reportId,
    exceptActions: FIGURES_SAVED,
  });
  const what = REPORT_ACTION_LABELS[last?.action ?? '']?.[currentLanguage()] ?? '…';
  const facts = { who: last?.actorName ?? '…', changedAt: last?.at ?? '…', what };
  return conflict([{ code: 'report.changed-meanwhile', facts }]);
}

export type SavedCell = { indicatorVersionId: string; version: number };

/** Leaves the transaction when everything is already there: a repeat after a lost answer is no change. */
export class NothingToSave<Saved> extends Error {
  readonly saved: Saved;
  constructor(saved: Saved) {
    super('nothing to save');
    this.saved = saved;
  }
}

export async function unlessThere<Saved>(saving: Promise<Saved>): Promise<Saved> {
  return saving.catch((error: unknown) => {
    if (error instanceof NothingToSave) return (error as NothingToSave<Saved>).saved;
    throw error;
  });
}

/**
 * Saves figures as they are typed, all of the call or none: the second of two editors is told which figure somebody
 * else saved meanwhile, with both values, and nothing is overwritten.
 */
export async function saveCells(
  ctx: ActorContext,
  { id, cells }: z.infer<typeof saveCellsInput>,
): Promise<{ cells: SavedCell[] }> {
  const saving = commit(ctx, async (tx) => {
    const report = await openReport(ctx, tx, id, ownUnitReasons);
    refuseIf(editReasons(report));
    return savedCells(ctx, tx, report, cells, { action: 'report.cells-saved', also: [], isTyped: true });
  });
  return { cells: await unlessThere(saving) };
}

type OpenReport = Awaited<ReturnType<typeof openReport>>;

/**
 * Saves figures of a report that is held and open, as above; `also` is told in the history beside what changed; `isTyped`:
 * saved as somebody types, pause by pause.
 *
 * @throws NothingToSave when all of them are there already
 */
export async function savedCells(
  ctx: ActorContext,
  tx: Writer,
  report: OpenReport,
  cells: readonly ReportCell[],
  { action, also, isTyped }: { action: string; also: readonly FieldChange[]; isTyped?: boolean },
): Promise<Outcome<SavedCell[]>> {
  const indicators = new Map((await findYearIndicators(tx, report.clusterYearId)).map((one) => [one.id, one]));
  const before = new Map((await findReportValues(tx, report.id)).map((row) => [row.indicatorVersionId, row]));
  const versions: SavedCell[] = [];
  const now = ctx.now().toISOString();
  refuseIf(emptiedReasons({ ...report, status: report.stored }, now, cells, (one) => indicators.get(one)?.name ?? ''));
  const changes: FieldChange[] = [];
  const conflicts: Reason[] = [];
  const changed = new Map<string, Clash>();
  for (const cell of cells) {
    const { indicatorVersionId } = cell;
    const indicator = indicators.get(indicatorVersionId);
    if (!indicator) throw new Refusal('refused', [{ code: 'report.unknown-indicator' }]);
    const was = before.get(indicatorVersionId);
    if (was && isSameCell(was, cell)) {
      versions.push({ indicatorVersionId, version: was.version });
      continue;
    }
    changed.set(indicatorVersionId, { indicator, cell, was });
  }
  const saved = await saveReportValues(
    tx,
    report.id,
    before,
    [...changed.values()].map(({ cell }) => cell),
    { ...savedBy(ctx), ...(isTyped && { typedInto: { ...report, status: report.stored } }) },
  );
  for (const [indicatorVersionId, clash] of changed) {
    const version = saved.get(indicatorVersionId);
    if (version === undefined) conflicts.push(await cellConflict(tx, report.id, clash));
    else {
      versions.push({ indicatorVersionId, version });
      changes.push(...cellChanges(clash.indicator, clash.was, clash.cell));
    }
  }
  if (conflicts.length > 0) throw conflict(conflicts);
  if (changes.length === 0) throw new NothingToSave(versions);
  return { result: versions, audit: [reportEvent(report, { action, changes: [...changes, ...also] })] };
}

const contentOf = ({ value, valueStatus, sourceOffice, note }: ReportCell) => ({
  value,
  valueStatus,
  sourceOffice,
  note,
});

type Clash = { indicator: YearIndicator; cell: ReportCell; was: ReportValueRow | undefined };

async function cellConflict(tx: Writer, reportId: string, { indicator, cell, was }: Clash): Promise<Reason> {
  const last = await findLastChange(tx, { subjectKind: 'report', subjectId: reportId, field: indicator.name });
  return {
    code: 'report.cell-changed-meanwhile',
    field: cellField(indicator.id),
    facts: {
      indicator: indicator.name,
      theirs: figureText(was?.value, indicator) ?? '(trống)',
      mine: figureText(cell.value, indicator) ?? '(trống)',
      ...(last ? { who: last.actorName, changedAt: last.at } : {}),
    },
  };
}

export type CellContent = ReturnType<typeof contentOf>;
type CellKey = { reportId: string; indicatorId: string; seenVersion: number };

/** One figure out of a list, saved as a typed one; undefined when somebody else saved it since `seenVersion`. */
export const saveImportedCell = (
  ctx: ActorContext,
  tx: Writer,
  { reportId, indicatorId, seenVersion }: CellKey,
  content: CellContent,
) => saveReportValue(tx, { reportId, indicatorVersionId: indicatorId, seenVersion }, content, savedBy(ctx));

/** What stands beside a figure about its saving. */
export const savedBy = (ctx: ActorContext) => ({ savedAt: ctx.now().toISOString(), savedBy: ctx.actor.name });

/** What a figure out of a list changes; empty when nothing. */
export const importedCellChanges = (indicator: YearIndicator, from: CellContent | null, to: CellContent) =>
  cellChanges(indicator, from ?? undefined, { ...to, indicatorVersionId: '' as never, seenVersion: 0 });

/** Saves the text of the report; its new version. */
export function saveNarrative(ctx: ActorContext, input: z.infer<typeof saveNarrativeInput>) {
  const saving = commit(ctx, async (tx): Promise<Outcome<{ version: number }>> => {
    const report = await openReport(ctx, tx, input.id, ownUnitReasons);
    refuseIf(editReasons(report));
    if (report.narrative === input.narrative) throw new NothingToSave({ version: report.version });
    const version = await updateReport(tx, input, { narrative: input.narrative });
    if (version === undefined) throw await changedMeanwhile(tx, input.id);
    const changes = [narrativeChange(report.narrative, input.narrative)];
    return { result: { version }, audit: [reportEvent(report, { action: 'report.narrative-saved', changes })] };
  });
  return unlessThere(saving);
}

/**
 * Gửi báo cáo: from here on the figures stand still and enter the summary. The instant of the first sending stays,
 * because lateness is counted by it; sending again after completion is in the history.
 */
export function sendReport(ctx: ActorContext, { id, seenVersion }: z.infer<typeof sendInput>) {
  return commit(ctx, async (tx) => {
    const report = await openReport(ctx, tx, id, ownUnitReasons);
    const values = new Map((await findReportValues(tx, id)).map((row) => [row.indicatorVersionId, row.value]));
    const cells = (await findYearIndicators(tx, report.clusterYearId)).map((indicator) => ({
      indicatorVersionId: indicator.id,
      name: indicator.name,
      value: values.get(indicator.id) ?? null,
    }));
    refuseIf(await sendingEarly(tx, report, vietnamDate(ctx.now())));
    refuseIf(sendReasons(report, cells));
    const sentAt = report.sentAt ?? ctx.now().toISOString();
    const patch = { ...LOCKED, status: 'sent' as const, sentAt, sentBy: ctx.actor.name };
    const version = await updateReport(tx, { id, seenVersion }, patch);
    if (version === undefined) throw await changedMeanwhile(tx, id);
    const changes = report.isReopened
      ? [{ field: 'reopenedUntil', from: formatInstant(report.reopenedUntil ?? ''), to: null }]
      : [statusChange(report.stored, 'sent')];
    if (!report.sentAt) changes.push(timelinessChange(report.dueOn, sentAt));
    const action = report.sentAt ? 'report.resent' : 'report.sent';
    return { result: { version, sentAt }, audit: [reportEvent(report, { action, changes })] };
  });
}

/** Đề nghị bổ sung: the chair's standing office opens one member's report again, says why and until when. */
export function askSupplement(ctx: ActorContext, input: z.infer<typeof askSupplementInput>) {
  const { id, reason, dueOn } = input;
  return commit(ctx, async (tx) => {
    const report = await openReport(ctx, tx, id, chairReasons);
    const today = vietnamDate(ctx.now());
    refuseIf(openAgainReasons(report, ctx));
    refuseIf(askSupplementReasons(report));
    refuseIf(supplementDueReasons(dueOn, today));
    // A unit that has left could never send again, and its figures would stay out of the summary for good.
    await requireActiveMember(tx, report.clusterYearId, report.unitId, today);
    await tellUnits(ctx, tx, {
      unitIds: [report.unitId],
      roles: ['reporter'],
      code: 'notice.report-supplement',
      facts: { title: reportTitle(report), office: report.standingOffice, dueOn },
      link: `/cum/${report.clusterYearId}/bao-cao/${id}`,
    });
    return moveTo(tx, report, input, {
      action: 'report.supplement-asked',
      reason,
      patch: { ...LOCKED, status: 'supplement', supplementReason: reason, supplementDueOn: dueOn, receivedAt: null },
      changes: [{ field: 'supplementDueOn', from: dateText(report.supplementDueOn), to: dateText(dueOn) }],
    });
  });
}

/** Tiếp nhận: the chair's standing office takes the report over. Peers receive, they do not approve. */
export function receiveReport(ctx: ActorContext, input: z.infer<typeof receiveInput>) {
  return commit(ctx, async (tx) => {
    const report = await openReport(ctx, tx, input.id, chairReasons);
    refuseIf(openAgainReasons(report, ctx));
    refuseIf(receiveReasons(report));
    const patch = { ...LOCKED, status: 'received' as const, receivedAt: ctx.now().toISOString() };
    return moveTo(tx, report, input, { action: 'report.received', patch, changes: [] });
  });
}

const dateText = (iso: string | null) => (iso === null ? null : formatDate(iso));

type Move = {
  action: string;
  reason?: string;
  patch: Parameters<typeof updateReport>[2] & { status: ReportDetail['status'] };
  changes: FieldChange[];
};

/** Grounds against judging a report that is open again for its unit. */
export function openAgainReasons(report: Stored & { stored: ReportDetail['status'] }, ctx: Pick<ActorContext, 'now'>) {
  return stillOpenReasons({ ...report, status: report.stored }, ctx.now().toISOString());
}

export async function moveTo(tx: Writer, report: ReportDetail, { seenVersion }: { seenVersion: number }, move: Move) {
  const { patch, changes, ...happened } = move;
  const version = await updateReport(tx, { id: report.id, seenVersion }, patch);
  if (version === undefined) throw await changedMeanwhile(tx, report.id);
  const all = [statusChange(report.status, patch.status), ...changes].filter(({ from, to }) => from !== to);
  return { result: { version }, audit: [reportEvent(report, { ...happened, changes: all })] as const };
}
