import * as z from 'zod/mini';
import { clusterYearId } from '#shared/clusters/clusters.schema.ts';
import { isoDate } from '#shared/core/dates.ts';
import { idOf, seenVersion } from '#shared/core/ids.ts';
import type { Localized } from '#shared/core/localized.ts';

export const reportId = idOf('Report');
export type ReportId = z.infer<typeof reportId>;
export const indicatorVersionId = idOf('IndicatorVersion');

export const reportPeriod = z.enum(['mid-year', 'year-end']);
export type ReportPeriod = z.infer<typeof reportPeriod>;

/** Peers of equal rank receive, they do not approve or return. */
export const reportStatus = z.enum(['draft', 'sent', 'supplement', 'received', 'consolidated']);
export type ReportStatus = z.infer<typeof reportStatus>;

/** How final a figure is. */
export const valueStatus = z.enum(['estimate', 'preliminary', 'official']);
export type ValueStatus = z.infer<typeof valueStatus>;

export const REPORT_PERIOD_LABELS: Readonly<Record<ReportPeriod, Localized>> = {
  'mid-year': { vi: 'Báo cáo sơ kết 6 tháng', en: 'Mid-year report' },
  'year-end': { vi: 'Báo cáo tổng kết năm', en: 'Year-end report' },
};
export const REPORT_STATUS_LABELS: Readonly<Record<ReportStatus, Localized>> = {
  draft: { vi: 'Chưa gửi', en: 'Not sent' },
  sent: { vi: 'Đã gửi', en: 'Sent' },
  supplement: { vi: 'Đề nghị bổ sung', en: 'Asked to complete' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  consolidated: { vi: 'Đã tổng hợp', en: 'Consolidated' },
};
export const VALUE_STATUS_LABELS: Readonly<Record<ValueStatus, Localized>> = {
  estimate: { vi: 'Ước thực hiện', en: 'Estimate' },
  preliminary: { vi: 'Số sơ bộ', en: 'Preliminary' },
  official: { vi: 'Số chính thức', en: 'Official' },
};

/** The largest figure that can be typed: scaled, whole. */
const MOST = 900_000_000_000_000;

/**
 * One cell of a report. `value` is scaled by the decimals of the indicator's version; null is "not there yet".
 * `seenVersion` is the version the person saw (0 where the cell had never been saved).
 */
export const reportCell = z.strictObject({
  indicatorVersionId,
  value: z.nullable(z.int().check(z.minimum(-MOST), z.maximum(MOST))),
  valueStatus,
  sourceOffice: z.string().check(z.trim(), z.maxLength(200)),
  note: z.string().check(z.trim(), z.maxLength(2_000)),
  seenVersion: z.int().check(z.minimum(0), z.maximum(2_000_000_000)),
});
export type ReportCell = z.infer<typeof reportCell>;

export const reportInput = z.strictObject({ id: reportId });
export const saveCells = z.strictObject({
  id: reportId,
  cells: z.array(reportCell).check(z.minLength(1), z.maxLength(400)),
});
export const saveNarrative = z.strictObject({
  id: reportId,
  seenVersion,
  narrative: z.string().check(z.maxLength(50_000)),
});
/** One figure of a report: its earlier versions. */
export const cellInput = z.strictObject({ id: reportId, indicatorVersionId });
/** Makes a document of the report evidence for one figure, or (null) for the report as a whole. */
export const pinFile = z.strictObject({
  id: reportId,
  fileId: idOf('File'),
  indicatorVersionId: z.nullable(indicatorVersionId),
});
export const LONGEST_SECTION = 20_000;
export const headingId = idOf('ReportHeading');
/** What the report says under its headings; `seenVersion` 0: nothing was written there yet. */
export const saveSections = z.strictObject({
  id: reportId,
  sections: z
    .array(
      z.strictObject({
        headingId,
        content: z.string().check(z.maxLength(LONGEST_SECTION)),
        seenVersion: z.int().check(z.minimum(0), z.maximum(2_000_000_000)),
      }),
    )
    .check(z.minLength(1), z.maxLength(30)),
});
/** The headings of a period in their order; those without an id are new, those left out go. */
export const saveHeadings = z.strictObject({
  clusterYearId,
  period: reportPeriod,
  headings: z
    .array(
      z.strictObject({
        id: z.nullable(headingId),
        title: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
        hint: z.string().check(z.trim(), z.maxLength(500)),
      }),
    )
    .check(z.maxLength(30)),
  /** The headings as the person saw them, in order. */
  seenIds: z.array(headingId).check(z.maxLength(30)),
});
export const sendReport = z.strictObject({ id: reportId, seenVersion });
export const askSupplement = z.strictObject({
  id: reportId,
  seenVersion,
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000)),
  dueOn: isoDate,
});
export const receiveReport = z.strictObject({ id: reportId, seenVersion });

/** Chốt số tổng hợp: the received reports as the person saw them. */
const seenReports = z.array(z.strictObject({ id: reportId, seenVersion })).check(z.minLength(1), z.maxLength(200));
export const consolidateReports = z.strictObject({ clusterYearId, period: reportPeriod, reports: seenReports });
/** Opens the consolidated reports of a period again, as the person saw them, with the reason. */
export const undoConsolidation = z.strictObject({
  clusterYearId,
  period: reportPeriod,
  reports: seenReports,
  reason: z.string().check(z.trim(), z.minLength(10), z.maxLength(2_000)),
});

/** Which reports of which cluster-year: the standing office's list and the summary. */
export const reportsOfYear = z.strictObject({ clusterYearId, period: reportPeriod });
