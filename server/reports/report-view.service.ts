import type { Reader } from '#db/database.ts';
import { listFilesOf } from '#db/files/files.queries.ts';
import { findYearIndicators, type YearIndicator } from '#db/indicators/indicators.queries.ts';
import {
  findCellFiles,
  findPeerFigures,
  findReport,
  findReportValues,
  findTargets,
  type ReportDetail,
  type ReportingYear,
} from '#db/reports/reports.queries.ts';
import { findRemindersOf } from '#db/reports/reviewing.queries.ts';
import { findSections } from '#db/reports/sections.queries.ts';
import { membershipReasons } from '#server/clusters/membership.service.ts';
import type { ActorContext } from '#server/core/context.ts';
import { priorFigures } from '#server/indicators/series.service.ts';
import { sideOf, speakReasons, threadsOf } from '#server/reports/comments.service.ts';
import { sendingEarly } from '#server/reports/report-stage.service.ts';
import { openAgainReasons, standing } from '#server/reports/reports.service.ts';
import { daysBetween, vietnamDate } from '#shared/core/dates.ts';
import type { Reason } from '#shared/core/reason.ts';
import { notFound } from '#shared/core/refusal.ts';
import { percentOfPlan } from '#shared/pledges/pledges.rules.ts';
import { measureOf, type PeerSpread, peerSpread } from '#shared/reports/peers.rules.ts';
import { reopenReasons } from '#shared/reports/reopen.rules.ts';
import { chairReasons, ownUnitReasons, readerOf } from '#shared/reports/reports.policy.ts';
import {
  askSupplementReasons,
  editReasons,
  isContentOpen,
  lateDays,
  openDueOn,
  receiveReasons,
  sendReasons,
} from '#shared/reports/reports.rules.ts';
import type { ValueStatus } from '#shared/reports/reports.schema.ts';
import { inSentence } from '#shared/units/unit-names.ts';

/** One row of the form. `version` 0: never saved. Figures are scaled by `decimals`. */
export type ReportCellView = {
  indicatorVersionId: string;
  name: string;
  unitOfMeasure: string;
  kind: 'stock' | 'flow' | 'share';
  decimals: number;
  isHeadline: boolean;
  value: number | null;
  valueStatus: ValueStatus;
  sourceOffice: string;
  note: string;
  version: number;
  prior: number | null;
  /** '1.000 triệu đồng = 1 tỷ đồng' where last year's figure was counted otherwise. */
  priorConversion: string | null;
  target: number | null;
  /** Đạt % kế hoạch, in tenths of a percent. */
  percentOfPlan: number | null;
  /** How the reports that other members have sent lie; null below five of them. */
  peers: PeerSpread | null;
  /** Documents that are evidence for this figure. */
  fileIds: string[];
  savedAt: string | null;
  savedBy: string;
};

/** A report as the person may see it, and for each action the grounds against it (none: allowed). */
export async function viewReport(ctx: ActorContext, id: string) {
  const stored = await findReport(ctx.db.reads, ctx.access, id);
  if (!stored) throw notFound('report');
  const report = standing(stored, ctx);
  const now = ctx.now().toISOString();
  const reader = readerOf(ctx.actor, report);
  const isOpen = isContentOpen(report.status, reader);
  // Why the office asks is between it and the unit, as its words beside the figures are.
  const isTold = reader.isOwn || reader.isChair || reader.seesAll;
  const cells = await cellsOf(ctx.db.reads, report, isOpen, now);
  const today = vietnamDate(ctx.now());
  const membership = await membershipReasons(ctx.db.reads, report.clusterYearId, report.unitId, today);
  return {
    id: report.id,
    version: report.version,
    period: report.period,
    status: report.stored,
    isDemo: report.isDemo === 1,
    clusterYear: {
      id: report.clusterYearId,
      year: report.year,
      name: report.yearName,
      clusterName: report.clusterName,
    },
    unit: { id: report.unitId, name: report.unitName, fullName: inSentence(report.unitFullName) },
    chair: { unitId: report.chairUnitId, name: inSentence(report.chairName), standingOffice: report.standingOffice },
    dueOn: report.dueOn,
    sentAt: report.sentAt,
    sentBy: report.sentBy,
    receivedAt: report.receivedAt,
    ...timing(stored, today),
    /** `reason` '' for whoever is on neither side. */
    supplement:
      report.stored === 'supplement'
        ? { reason: isTold ? (report.supplementReason ?? '') : '', dueOn: report.supplementDueOn ?? report.dueOn }
        : null,
    /** Mở lại cho đơn vị: `isOpen` until that instant; afterwards, until it is sent or received, it says that it was. */
    reopened:
      report.reopenedUntil === null
        ? null
        : {
            untilAt: report.reopenedUntil,
            reason: isTold ? (report.reopenReason ?? '') : '',
            isOpen: report.isReopened,
          },
    now,
    threads: await threadsOf(ctx.db.reads, ctx.actor, report),
    commentSide: speakReasons(ctx.actor, report).length > 0 ? null : sideOf(ctx.actor, report),
    reminders: isTold ? await findRemindersOf(ctx.db.reads, report.id) : [],
    /** False: the unit is still working on it, and its figures and text are left out. */
    isOpen,
    narrative: isOpen ? report.narrative : '',
    sections: isOpen ? await findSections(ctx.db.reads, report) : [],
    cells,
    files: isOpen ? await listFilesOf(ctx.db.reads, 'report', report.id) : [],
    actions: actionsOf(ctx, report, cells, membership, await sendingEarly(ctx.db.reads, report, today)),
  };
}

async function cellsOf(db: Reader, report: ReportDetail, isOpen: boolean, now: string): Promise<ReportCellView[]> {
  const { clusterYearId, unitId } = report;
  const indicators = await findYearIndicators(db, clusterYearId);
  const saved = new Map(
    isOpen ? (await findReportValues(db, report.id)).map((row) => [row.indicatorVersionId, row]) : [],
  );
  const before = await priorFigures(db, clusterYearId, unitId);
  const priors = valueByIndicator(before);
  const conversions = new Map(before.map((row) => [row.indicatorVersionId, row.conversion]));
  const targets = valueByIndicator(await findTargets(db, clusterYearId, unitId));
  const peers = Map.groupBy(isOpen ? await findPeerFigures(db, report, now) : [], (row) => row.indicatorVersionId);
  const pins = Map.groupBy(isOpen ? await findCellFiles(db, report.id) : [], (row) => row.indicatorVersionId);
  return indicators.map((indicator) => {
    const cell = saved.get(indicator.id);
    const value = cell?.value ?? null;
    const target = targets.get(indicator.id) ?? null;
    return {
      indicatorVersionId: indicator.id,
      name: indicator.name,
      unitOfMeasure: indicator.unitOfMeasure,
      kind: indicator.kind,
      decimals: indicator.decimals,
      isHeadline: indicator.isHeadline === 1,
      value,
      valueStatus: cell?.valueStatus ?? 'estimate',
      sourceOffice: cell?.sourceOffice ?? indicator.sourceOffice,
      note: cell?.note ?? '',
      version: cell?.version ?? 0,
      prior: priors.get(indicator.id) ?? null,
      priorConversion: conversions.get(indicator.id) ?? null,
      target,
      percentOfPlan: percentOfPlan(value, target),
      peers: spreadOf(indicator, peers.get(indicator.id) ?? []),
      fileIds: (pins.get(indicator.id) ?? []).map(({ fileId }) => fileId),
      savedAt: cell?.savedAt ?? null,
      savedBy: cell?.savedBy ?? '',
    };
  });
}

type PeerRow = { value: number | null; prior: number | null };

function spreadOf(indicator: YearIndicator, rows: readonly PeerRow[]): PeerSpread | null {
  return peerSpread(rows.flatMap((row) => measureOf({ ...indicator, ...row }) ?? []));
}

const valueByIndicator = (rows: readonly { indicatorVersionId: string; value: number | null }[]) =>
  new Map(rows.map(({ indicatorVersionId, value }) => [indicatorVersionId, value]));

type Action = 'save' | 'send' | 'askSupplement' | 'receive' | 'reopen' | 'lock';
type Standing = ReportDetail & { stored: ReportDetail['status']; isReopened: boolean };

function actionsOf(
  ctx: ActorContext,
  report: Standing,
  cells: readonly ReportCellView[],
  membership: readonly Reason[],
  early: readonly Reason[],
): Record<Action, readonly Reason[]> {
  const either = (person: readonly Reason[], state: () => Reason[]) => (person.length > 0 ? person : state());
  const own = [...ownUnitReasons(ctx.actor, report), ...membership].slice(0, 1);
  const chair = chairReasons(ctx.actor, report);
  const archived = membership.filter(({ code }) => code === 'cluster-year.archived');
  const still = openAgainReasons(report, ctx);
  return {
    save: either(own, () => editReasons(report)),
    send: either([...own, ...early].slice(0, 1), () => sendReasons(report, cells)),
    askSupplement: either(chair, () => [...still, ...askSupplementReasons(report), ...membership].slice(0, 1)),
    receive: either(chair, () => [...archived, ...still, ...receiveReasons(report)].slice(0, 1)),
    reopen: either(chair, () => [...reopenReasons({ status: report.stored }), ...membership].slice(0, 1)),
    lock: either(chair, () => (report.isReopened ? [] : [{ code: 'report.not-reopened' }])),
  };
}

export type Timed = Pick<ReportDetail, 'status' | 'dueOn' | 'sentAt' | 'supplementDueOn'>;

/** `lateDays` between due and sent; `overdueDays` while something is still asked for; 0 where in time. */
export function timing(report: Timed, today: string) {
  const openOn = openDueOn(report);
  return {
    openDueOn: openOn,
    lateDays: lateDays(report) ?? 0,
    overdueDays: openOn === null ? 0 : Math.max(0, daysBetween(openOn, today)),
  };
}

export const headOf = ({ id, year, name, clusterName, chairName, chairUnitId, isDemo }: ReportingYear) => ({
  id,
  year,
  name,
  clusterName,
  chairName,
  chairUnitId,
  isDemo: isDemo === 1,
});
