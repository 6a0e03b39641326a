import type { Generated, Insertable, Selectable } from 'kysely';
import type { ReportPeriod, ReportStatus, ValueStatus } from '#shared/reports/reports.schema.ts';

/** Báo cáo of one member for one period. */
export interface ReportTable {
  id: string;
  clusterYearId: string;
  unitId: string;
  period: ReportPeriod;
  status: Generated<ReportStatus>;
  dueOn: string;
  sentAt: string | null;
  sentBy: string | null;
  receivedAt: string | null;
  supplementReason: string | null;
  supplementDueOn: string | null;
  /** Mở lại cho đơn vị: the instant at which it locks again, and why it was opened; null: never, or it was sent since. */
  reopenedUntil: string | null;
  reopenReason: string | null;
  narrative: Generated<string>;
  isDemo: Generated<number>;
  version: Generated<number>;
}
export type ReportRow = Selectable<ReportTable>;
export type NewReport = Insertable<ReportTable>;

/** One figure (scaled by the decimals of its indicator version; null = missing). */
export interface ReportValueTable {
  reportId: string;
  indicatorVersionId: string;
  value: number | null;
  valueStatus: Generated<ValueStatus>;
  sourceOffice: Generated<string>;
  note: Generated<string>;
  version: Generated<number>;
  /** When and by whom this version was saved; null and '' for what was there before that was kept. */
  savedAt: string | null;
  savedBy: Generated<string>;
}
export type ReportValueRow = Selectable<ReportValueTable>;
export type NewReportValue = Insertable<ReportValueTable>;

/** An earlier version of a figure, as it stood before it was saved anew. */
export interface ReportValueVersionTable {
  reportId: string;
  indicatorVersionId: string;
  version: number;
  value: number | null;
  valueStatus: ValueStatus;
  sourceOffice: string;
  note: string;
  savedAt: string | null;
  savedBy: string;
}

/** A document of the report that is evidence for one figure. */
export interface ReportCellFileTable {
  fileId: string;
  reportId: string;
  indicatorVersionId: string;
}
export type NewReportCellFile = Insertable<ReportCellFileTable>;

/** Thực hiện năm trước (scaled). */
export interface PriorValueTable {
  clusterYearId: string;
  unitId: string;
  indicatorVersionId: string;
  value: number | null;
}
export type PriorValueRow = Selectable<PriorValueTable>;
export type NewPriorValue = Insertable<PriorValueTable>;
